package openland.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.base.Wording;
import openland.form.SheetReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads an old book (旧台账) line by line, XLSX or CSV. A line that cannot be is named with its reason; the others stand. Nothing but the
 * numbers seen so far is held.
 */
final class OldBook {
    /** Lines of one file. */
    static final int MOST = 200_000;
    private static final int LONGEST_ASKED = 2000;
    private static final LocalDate FIRST = LocalDate.of(2008, 5, 1);
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}〔〕()（）\\[\\]_./-]{1,40}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern SUED = Pattern.compile("(行政复议|复议后诉讼|直接诉讼|诉讼|复议|举报)\\s*(维持|纠正|其他|未结)\\s*(\\S+)");

    private final OldReplies replies;
    private final LocalDate today;
    private final Set<String> seen = new HashSet<>();
    private @Nullable Map<Column, Integer> columns;

    OldBook(OldReplies replies, LocalDate today) {
        this.replies = replies;
        this.today = today;
    }

    /** The columns, in any order; heads as people write them. */
    private enum Column {
        NUMBER("编号", "登记编号", "申请编号"), KIND("申请人类别", "申请人类型"), CHANNEL("渠道", "申请方式", "提交方式"), RECEIVED("收到日期", "收到申请之日", "登记日期"),
        ASKED("申请内容", "所需政府信息", "所需信息"), CORRECTION("补正通知日", "补正通知日期"), CORRECTED("补正收到日", "补正收到日期"), CONSULTED("征求意见起止"),
        EXTENSION("延期天数"), REPLY("答复类型"), REPLIED("答复日期"), UNIT("部门", "承办部门"), REMEDIES("复议/诉讼结果", "复议诉讼结果");

        private static final Set<Column> NEEDED = Set.of(NUMBER, RECEIVED, ASKED);
        private final List<String> heads;

        Column(String... heads) {
            this.heads = List.of(heads);
        }
    }

    /** @param number as the spreadsheet shows it */
    record Fault(int number, String sentence) {}

    /**
     * Reads it all.
     *
     * @param good each line that can be, with its number
     * @param bad  each that cannot
     * @throws Refusal INVALID when the file cannot be read, has too many lines or lacks a column
     */
    void read(byte[] file, BiConsumer<Integer, OldRequest> good, java.util.function.Consumer<Fault> bad) {
        SheetReading.each(file, MOST + 1, line -> {
            if (line.cells().stream().allMatch(String::isBlank)) {
                return;
            }
            if (columns == null) {
                columns = columns(line.cells());
                return;
            }
            OldRequest one;
            try {
                one = line(line.cells(), columns);
            } catch (Refusal refusal) {
                bad.accept(new Fault(line.number(), refusal.sentence()));
                return;
            }
            good.accept(line.number(), one);
        });
        Words.must(columns != null, "文件里没有内容：第一行写列名，下面每行一件。");
    }

    private static Map<Column, Integer> columns(List<String> heads) {
        var columns = new HashMap<Column, Integer>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i).strip().replace("／", "/");
            for (var column : Column.values()) {
                if (column.heads.contains(head)) {
                    Words.must(columns.put(column, i) == null, "“" + head + "”这一列有两个。");
                }
            }
        }
        Column.NEEDED.stream().filter(column -> !columns.containsKey(column)).sorted().findFirst().ifPresent(column -> {
            throw Refusal.invalid("缺少“" + column.heads.getFirst() + "”这一列。列名应有：" + String.join("、", Stream.of(Column.values()).map(one -> one.heads.getFirst()).toList()) + "。");
        });
        return columns;
    }

    private OldRequest line(List<String> cells, Map<Column, Integer> at) {
        var number = cell(cells, at, Column.NUMBER);
        Words.must(NUMBER.matcher(number).matches(), "编号应是1到40个字、数字、括号、点和横线。");
        Words.must(seen.add(number), "编号" + number + "在这份文件里前面已经有了。");
        var received = day(cell(cells, at, Column.RECEIVED), "收到日期");
        Words.must(!received.isBefore(FIRST) && !received.isAfter(today), "收到日期应在2008-05-01和今天之间。");
        var asked = Wording.text(cell(cells, at, Column.ASKED), "申请内容", LONGEST_ASKED);
        Words.must(asked.length() >= 2, "没有写申请内容。");
        var correction = after(day(cells, at, Column.CORRECTION), received, "补正通知日");
        var corrected = after(day(cells, at, Column.CORRECTED), java.util.Objects.requireNonNullElse(correction, received), "补正收到日");
        Words.must(corrected == null || correction != null, "有补正收到日，没有补正通知日。");
        var replied = after(day(cells, at, Column.REPLIED), received, "答复日期");
        var reply = cell(cells, at, Column.REPLY);
        Words.must(reply.isEmpty() == (replied == null), reply.isEmpty() ? "有答复日期，没有答复类型。" : "有答复类型，没有答复日期。");
        var outcome = reply.isEmpty() ? null : replies.of(reply);
        return new OldRequest(number, kind(cell(cells, at, Column.KIND)), channel(cell(cells, at, Column.CHANNEL)), received, asked, correction, corrected,
                consulted(cell(cells, at, Column.CONSULTED), received), extension(cell(cells, at, Column.EXTENSION), received),
                outcome == null ? null : outcome.reply(), outcome == null ? null : outcome.part(), replied, Wording.line(cell(cells, at, Column.UNIT), "部门", 60),
                remedies(cell(cells, at, Column.REMEDIES), received));
    }

    private static String cell(List<String> cells, Map<Column, Integer> at, Column column) {
        var place = at.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    private @Nullable LocalDate day(List<String> cells, Map<Column, Integer> at, Column column) {
        var text = cell(cells, at, column);
        return text.isEmpty() ? null : day(text, column.heads.getFirst());
    }

    private LocalDate day(String text, String what) {
        var parts = DAY.matcher(text);
        try {
            if (parts.matches()) {
                var day = LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
                Words.must(!day.isAfter(today), what + day + "还没有到。");
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid(what + "“" + shortened(text) + "”不是一个日子。");
        }
        throw Refusal.invalid(what + "“" + shortened(text) + "”读不懂，写成2017-03-02这样。");
    }

    private static @Nullable LocalDate after(@Nullable LocalDate day, LocalDate earliest, String what) {
        Words.must(day == null || !day.isBefore(earliest), what + day + "早于" + earliest + "。");
        return day;
    }

    private static ApplicantKind kind(String text) {
        return switch (text) {
            case "", "公民", "个人" -> ApplicantKind.PERSON;
            case "企业", "法人" -> ApplicantKind.COMPANY;
            case "其他组织" -> ApplicantKind.OTHER;
            default -> Stream.of(ApplicantKind.values()).filter(one -> one.label().equals(text)).findFirst()
                    .orElseThrow(() -> Refusal.invalid("申请人类别“" + shortened(text) + "”不认识，写：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他。"));
        };
    }

    private static Channel channel(String text) {
        return switch (text) {
            case "", "当面", "窗口" -> Channel.COUNTER;
            case "信函", "来信", "邮寄" -> Channel.ORDINARY_POST;
            case "挂号信", "特快专递" -> Channel.REGISTERED_POST;
            case "传真" -> Channel.FAX;
            case "邮件", "电子邮件" -> Channel.MAIL;
            case "网络", "网上", "互联网", "网站" -> Channel.WEB;
            default -> Stream.of(Channel.values()).filter(one -> one.label().equals(text)).findFirst()
                    .orElseThrow(() -> Refusal.invalid("渠道“" + shortened(text) + "”不认识，写：当面、信函、挂号信、传真、电子邮件、网络。"));
        };
    }

    private List<OldRequest.Consulted> consulted(String text, LocalDate received) {
        var all = new ArrayList<OldRequest.Consulted>();
        for (var part : text.isEmpty() ? new String[0] : text.split("[;；,，\\n]")) {
            var days = part.strip().split("[/~至]|(?<=\\d)—(?=\\d)", -1);
            Words.must(days.length == 2, "征求意见起止写成“2017-03-02至2017-03-20”，几次之间用分号隔开。");
            var sent = after(day(days[0].strip(), "征求意见起"), received, "征求意见起");
            var answered = days[1].isBlank() ? null : after(day(days[1].strip(), "征求意见止"), sent == null ? received : sent, "征求意见止");
            all.add(new OldRequest.Consulted(sent == null ? received : sent, answered));
            Words.must(all.size() <= 20, "征求意见最多写20次。");
        }
        return all;
    }

    private static int extension(String text, LocalDate received) {
        int most = Regime.of(received) == Regime.OF_2019 ? 20 : 15;
        if (text.isEmpty() || text.equals("0")) {
            return 0;
        }
        Words.must(text.matches("\\d{1,2}") && Integer.parseInt(text) <= most, "延期天数应是0到" + most + "的整数（工作日）。");
        return Integer.parseInt(text);
    }

    private List<OldRequest.Sued> remedies(String text, LocalDate received) {
        var all = new ArrayList<OldRequest.Sued>();
        for (var part : text.isEmpty() ? new String[0] : text.split("[;；\\n]")) {
            var written = SUED.matcher(part.strip());
            Words.must(written.matches(), "复议/诉讼结果写成“复议 维持 2018-05-03”，前面是复议、直接诉讼、复议后诉讼或者举报，中间是维持、纠正、其他或者未结，后面是日期；几项之间用分号隔开。");
            var on = after(day(written.group(3), "复议/诉讼日期"), received, "复议/诉讼日期");
            var kind = switch (written.group(1)) {
                case "复议", "行政复议" -> RequestRemedy.Kind.REVIEW;
                case "复议后诉讼" -> RequestRemedy.Kind.SUIT_AFTER;
                case "举报" -> RequestRemedy.Kind.COMPLAINT;
                default -> RequestRemedy.Kind.SUIT_DIRECT;
            };
            var result = switch (written.group(2)) {
                case "维持" -> RequestRemedy.Result.UPHELD;
                case "纠正" -> RequestRemedy.Result.CORRECTED;
                case "其他" -> RequestRemedy.Result.OTHER;
                default -> null;
            };
            all.add(new OldRequest.Sued(kind, result, on == null ? received : on));
            Words.must(all.size() <= 10, "复议、诉讼最多写10项。");
        }
        return all;
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }
}
