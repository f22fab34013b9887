package openland.screening;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import openland.base.Time;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks for personal data in what is about to become public (个人信息): numbers of persons and of their papers, cards
 * and telephones, addresses to the door, in half and full width, in Chinese figures, with blanks, hyphens, dots or
 * invisible signs between the digits, over lines and table cells. Numbers that only look like these (索引号, 文号,
 * 统一社会信用代码, telephone lines, amounts) pass. Takes time in proportion to the length of the text, whatever it holds.
 */
@Component
public class Screening {
    /** Findings of one text; what goes beyond is said in one finding that nobody can let pass. */
    private static final int MOST = 500;

    private final InstantSource time;
    private final FindingKey key;

    @Autowired
    Screening(InstantSource time, FindingKey key) {
        this.time = time;
        this.key = key;
    }

    Screening(InstantSource time) {
        this(time, new FindingKey(new byte[32]));
    }

    /** The findings of every text, in the order of the map and of the text. */
    public List<Finding> screen(Map<String, String> textsByField) {
        return textsByField.entrySet().stream()
                .flatMap(text -> screen(text.getKey(), text.getValue()).stream()).toList();
    }

    /** What of the office's list is met in one text, in its order. */
    public List<Finding> watch(String field, String text, Watchlist watchlist) {
        var place = new TextPlace(text);
        return watchlist.in(text).stream().sorted(Comparator.comparingInt(Watchlist.Met::from)).map(met -> new Finding(field, met.kind(),
                met.watch().severity(), "“" + shortened(met.words()) + "”在负面清单上。" + met.watch().why(), met.from(), met.to(),
                place.of(met.from()), key.identity(met.kind(), field, met.watch().id() + "\n" + met.words()), met.watch().mayPass())).toList();
    }

    /** What of the office's list is met by the piece as a whole. @param genre its 体裁分类, empty for none */
    public List<Finding> watch(String item, String genre, String title, Watchlist watchlist) {
        return watchlist.of(item, genre, title).stream().map(watch -> new Finding("title", Kind.DOCUMENT_CLASS, watch.severity(),
                "这类信息在负面清单上。" + watch.why(), 0, 0, "", key.identity(Kind.DOCUMENT_CLASS, "title", watch.id()), watch.mayPass())).toList();
    }

    private static String shortened(String words) {
        return words.length() > 20 ? words.substring(0, 20) + "…" : words;
    }

    /**
     * The findings in one text without markup, in its order. Rows of a table are lines, their cells stand between tabs;
     * columns are read downwards too.
     */
    public List<Finding> screen(String field, String text) {
        var tables = Tables.in(text);
        var context = new Context(text, tables);
        var narrow = Narrow.of(text);
        var found = new ArrayList<>(PersonalNumbers.in(text, context, tables, Time.dateOf(time.instant()).getYear()));
        addApart(found, PaperNumbers.in(narrow, context));
        addApart(found, PersonalDetails.in(narrow, context));
        found.sort(Comparator.comparingInt(Found::from));
        return findings(field, text, found);
    }

    /** Adds what lies beside the stretches found already: a stretch of text is found once. */
    private static void addApart(List<Found> all, List<Found> more) {
        var taken = new ArrayList<>(all);
        taken.sort(Comparator.comparingInt(Found::from));
        int next = 0;
        for (var found : more.stream().sorted(Comparator.comparingInt(Found::from)).toList()) {
            while (next < taken.size() && taken.get(next).to() <= found.from()) {
                next++;
            }
            if (next == taken.size() || taken.get(next).from() >= found.to()) {
                all.add(found);
            }
        }
    }

    private List<Finding> findings(String field, String text, List<Found> found) {
        var findings = new ArrayList<Finding>();
        var place = new TextPlace(text);
        for (var one : found.subList(0, Math.min(MOST, found.size()))) {
            findings.add(new Finding(field, one.kind(), one.severity(), sentence(one), one.from(), one.to(), place.of(one.from()),
                    key.identity(one.kind(), field, one.words()), true));
        }
        if (found.size() > MOST) {
            findings.add(new Finding(field, Kind.OVERFLOW, Severity.STOP, "个人信息太多，还有" + (found.size() - MOST) + "处没有列出。请先处理已列出的。",
                    found.get(MOST).from(), found.getLast().to(), place.of(found.get(MOST).from()), "", false));
        }
        return findings;
    }

    private static String sentence(Found found) {
        var shown = found.kind().label() + masked(found.words());
        return found.severity() == Severity.ASK ? "像是" + shown + "。" + ask(found.kind()) : "有" + shown + "。" + stop(found.kind());
    }

    private static String stop(Kind kind) {
        return switch (kind) {
            case IDENTITY_NUMBER -> "公布个人身份证号码没有依据，请删去，或只留前几位、其余用“×”代替。";
            case BANK_CARD -> "账号不应公布，请删去，或只留末四位、其余用“×”代替。";
            case MOBILE_NUMBER -> "个人手机号码不应公布，请删去，或改为办公电话。";
            case HOME_ADDRESS -> "个人住址不应公布到门牌，请只写到乡镇、街道。";
            default -> "个人的证件号码不应公布，请删去，或只留前几位、其余用“×”代替。";
        };
    }

    private static String ask(Kind kind) {
        return switch (kind) {
            case HOME_ADDRESS -> "是个人住址的，请只写到乡镇、街道；是办公地址或者土地、房屋坐落的，可以保留。";
            case BIRTH_DATE -> "与姓名一起公布会认出个人，没有必要的请删去或只写年份。";
            case MAIL_ADDRESS -> "是个人邮箱的请改为单位邮箱。";
            case BANK_CARD, BANK_ACCOUNT -> "是单位收款账户的可以保留；是个人账号的请删去，或只留末四位。";
            case NUMBER_PLATE -> "与个人有关的车牌请隐去一部分。";
            default -> "是个人信息的请删去；是业务编号的可以保留。";
        };
    }

    /** What can be shown of it without telling it. */
    private static String masked(String words) {
        int shown = words.length() > 7 ? 3 : 1;
        int last = words.length() > 9 ? 2 : 0;
        return words.substring(0, shown) + "×".repeat(Math.min(16, words.length() - shown - last)) + words.substring(words.length() - last);
    }
}
