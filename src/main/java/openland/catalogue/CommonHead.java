package openland.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import openland.form.Choice;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Form;

/** What every piece has, whatever its item: the metadata block (索引信息) and the text. */
public final class CommonHead {
    public static final String TITLE = "title";
    public static final String DOCUMENT_NUMBER = "documentNumber";
    public static final String INDEX_NUMBER = "indexNumber";
    public static final String PRODUCED_ON = "producedOn";
    /** The date an older site published it; the program's own publication has its time in the ledger. */
    public static final String PUBLISHED_AT = "publishedAt";
    public static final String CATEGORY = "category";
    public static final String GENRE = "genre";
    public static final String MEDIUM = "medium";
    public static final String ACCESS_MODE = "accessMode";
    /** Which article keeps back what is not 主动公开 (政府信息公开条例 2019, art. 14 to 16), and its basis in words. */
    public static final String ACCESS_GROUND = "accessGround";
    public static final String ACCESS_BASIS = "accessBasis";
    public static final String AUDIENCE = "audience";
    public static final String EXPIRES_ON = "expiresOn";
    public static final String VALIDITY = "validity";
    public static final String BODY = "body";

    /** The audience to which alone a piece can become public. */
    public static final String EVERYBODY = "面向全社会";

    private static final List<Field> FIELDS = List.of(
            field(TITLE, "标题", "text"),
            field(DOCUMENT_NUMBER, "文号", "document-number").help("例如：青自然资规〔2026〕3号"),
            field(INDEX_NUMBER, "索引号", "text").help("留空时公开之际由系统编号"),
            field(PRODUCED_ON, "生成日期", "date"),
            field(PUBLISHED_AT, "原发布日期", "date").help("只用于旧网站的存量信息"),
            field(CATEGORY, "组配分类", "text"),
            field(GENRE, "体裁分类", "text"),
            field(MEDIUM, "公开形式", "text"),
            Field.choice(ACCESS_MODE, "公开方式", Stream.of(AccessMode.values())
                    .map(mode -> new Choice(mode.code(), mode.label())).toList()),
            Field.choice(ACCESS_GROUND, "不主动公开的理由", Stream.of(NegativeEntry.Category.values())
                    .map(ground -> new Choice(ground.name().toLowerCase(Locale.ROOT).replace('_', '-'), ground.label())).toList())
                    .help("公开方式选主动公开的不填"),
            field(ACCESS_BASIS, "不主动公开的依据", "text").help("法律名称和条款"),
            field(AUDIENCE, "公开范围", "text").choices(List.of(new Choice("everybody", EVERYBODY, List.of("全社会", "社会公众")))),
            field(EXPIRES_ON, "有效期", "date").choices(List.of(new Choice("长期", "长期", List.of("长期有效")))),
            Field.choice(VALIDITY, "有效性", List.of(new Choice("in-force", "有效"), new Choice("lapsed", "失效"),
                    new Choice("repealed", "废止"), new Choice("amended", "修改", List.of("已修改")))),
            field(BODY, "正文", "rich-text").help("可从Word、WPS粘贴，标题和表格保留"));

    private CommonHead() {}

    /** The head of which the title and the named fields are required. */
    static Form requiring(Set<String> required) {
        return new Form(FIELDS.stream()
                .map(field -> field.required(field.name().equals(TITLE) || required.contains(field.name()))).toList());
    }

    static boolean has(String name) {
        return FIELDS.stream().anyMatch(field -> field.name().equals(name));
    }

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }
}
