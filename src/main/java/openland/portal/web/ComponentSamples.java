package openland.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Time;
import openland.disclosure.Projection;
import openland.form.Choice;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Form;
import openland.form.Input;
import openland.form.Measure;
import openland.form.Note;
import openland.search.Hit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the style page puts into the components; all of it is invented.
 *
 * @param inputs one field of every type, among them one with each kind of finding
 */
public record ComponentSamples(List<Input> inputs, Projection piece, List<Hit> hits) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OFFICE = "青禾县自然资源局";
    private static final String NUMBER = "青自然资规〔2026〕2号";
    private static final String TITLE = "青禾县临时用地管理办法";
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final List<JsonNode> FILES = List.of(Form.file("宗地图.pdf", SHA, 482_133, "application/pdf"));

    static ComponentSamples of(LocalDate today) {
        var inputs = new ArrayList<Input>();
        inputs.addAll(plain());
        inputs.addAll(looked());
        inputs.addAll(chosen());
        inputs.add(table());
        return new ComponentSamples(inputs, piece(today), List.of(hit(today, "有效", List.of("文号完全相同")),
                hit(today, "废止", List.of("意思相近", "临时用地"))));
    }

    private static List<Input> plain() {
        return List.of(input(field("text", "标题", "text").required(true).help("谁做什么"), "关于开展临时用地清查的通知", null),
                input(field("documentNumber", "文号", "document-number").example(NUMBER), NUMBER, new Note(Note.Kind.GOOD, "格式正确", "机关代字和年份相符。")),
                input(field("longText", "摘要", "long-text"), "临时用地期满要恢复种植条件。", null),
                input(field("richText", "正文", "rich-text"), "<p>第一条　为规范临时用地管理，制定本办法。</p>",
                        new Note(Note.Kind.ASK, "疑似联系电话", "第三段“0555-7012318”，是单位电话的可以保留。")),
                input(field("fine", "罚款", "money"), "-300", new Note(Note.Kind.STOP, "必须改", "金额不能小于零。")),
                input(field("count", "宗地数", "number").measured(new Measure("宗", 0, null, null, false)), "12", null),
                input(field("area", "面积", "area"), "12.5亩", null),
                input(field("day", "决定日期", "date"), "2026-11-20", null),
                input(field("span", "公示期", "date-range").choices(List.of(new Choice("长期", "长期"))), null, null));
    }

    private static List<Input> looked() {
        return List.of(input(field("party", "被处罚人", "party"), null, null), input(field("place", "地块位置", "place"), null, null),
                input(field("division", "行政区划", "division"), null, null), input(field("office", "批准机关", "office"), null, null),
                input(field("piece", "所依据的信息", "piece"), null, null));
    }

    private static List<Input> chosen() {
        var ways = List.of(new Choice("bidding", "招标"), new Choice("auction", "拍卖"), new Choice("listing", "挂牌"));
        var uses = List.of(new Choice("a", "住宅"), new Choice("b", "商服"), new Choice("c", "工业"), new Choice("d", "仓储"), new Choice("e", "其他"));
        return List.of(input(Field.choice("way", "出让方式", ways), "auction", null), input(Field.choice("use", "用途", uses), "c", null),
                input(field("audience", "公开范围", "text").choices(List.of(new Choice("all", "面向全社会"))), "面向全社会", null),
                new Input(field("map", "宗地图", "file"), null, List.of(), FILES), new Input(field("maps", "图件", "files"), null, List.of(), FILES));
    }

    private static Input table() {
        var columns = List.of(field("who", "姓名", "text").required(true), field("amount", "金额", "money"));
        return input(Field.table("payments", "补偿明细", columns), null, null);
    }

    private static Field field(String name, String label, String type) {
        return Field.of(name, label, FieldType.named(type).orElseThrow());
    }

    private static Input input(Field field, @Nullable String typed, @Nullable Note note) {
        var value = typed == null ? null : new Form(List.of(field)).read(Map.of(field.name(), JSON.stringNode(typed))).kept().get(field.name());
        return new Input(field, value, note == null ? List.of() : List.of(note));
    }

    private static Projection piece(LocalDate today) {
        return new Projection("sample.piece", "行政规范性文件", "decision", "DEMO000000", OFFICE, "DEMO000000/2026-00017", NUMBER, TITLE, 1,
                published(today).toString(), today.toString(), null, "土地利用", "规范性文件", "网站", "主动公开", "面向全社会", "长期", "有效",
                List.of(), null, List.of(), List.of(), "");
    }

    private static Hit hit(LocalDate today, String validity, List<String> why) {
        return new Hit(new UUID(0, 0), "DEMO000000/2026-00017", NUMBER, TITLE, "sample.piece", "行政规范性文件", "DEMO000000", OFFICE,
                today, published(today), validity, "……<mark>临时用地</mark>期满之日起一年内完成土地复垦……", why);
    }

    private static Instant published(LocalDate today) {
        return today.atStartOfDay(Time.CHINA).toInstant();
    }
}
