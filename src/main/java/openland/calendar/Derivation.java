package openland.calendar;

import static openland.calendar.Words.full;
import static openland.calendar.Words.shortWeekday;
import static openland.calendar.Words.weekday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import openland.calendar.ClockRule.BeforeCalendarDays;
import openland.calendar.ClockRule.BeforeWorkingDays;
import openland.calendar.ClockRule.CalendarDays;
import openland.calendar.ClockRule.Fixed;
import openland.calendar.ClockRule.Hours;
import openland.calendar.ClockRule.MinimumCalendarDays;
import openland.calendar.ClockRule.MinimumWorkingDays;
import openland.calendar.ClockRule.Months;
import openland.calendar.ClockRule.WorkingDays;
import openland.calendar.ClockRule.Years;
import openland.calendar.Derived.Kind;

/** Says why a date is what it is. */
final class Derivation {
    private static final int TURN_OF_YEAR = 25;   // notices for the year after have named days of December from the 29th on

    private final Due due;
    private final Calendar calendar;
    private final LocalDate start;
    private final LocalDate end;
    private final List<Derived> sentences = new ArrayList<>();

    private Derivation(Due due) {
        this.due = due;
        this.calendar = due.calendar();
        this.start = due.start().toLocalDate();
        this.end = due.date();
    }

    static List<Derived> of(Due due) {
        var derivation = new Derivation(due);
        derivation.write();
        return List.copyOf(derivation.sentences);
    }

    private void write() {
        switch (due.rule()) {
            case WorkingDays(int n) -> workingDays(n);
            case CalendarDays(int n) -> calendarDays(n);
            case Months(int n) -> months(n);
            case Hours hours -> hours(hours);
            case MinimumWorkingDays(int n) -> minimumWorkingDays(n);
            case MinimumCalendarDays(int n) -> minimumCalendarDays(n);
            case BeforeWorkingDays(int n) -> beforeWorkingDays(n);
            case BeforeCalendarDays(int n) -> beforeCalendarDays(n);
            case Fixed fixed -> fixed(fixed);
            case Years(int n) -> years(n);
        }
        provisional();
    }

    private void workingDays(int n) {
        say(Kind.START, full(start) + "起算，当日不计，从次日起数" + n + "个工作日。");
        sentences.addAll(new Skipped(calendar, due.pauses()).between(start.plusDays(1), end, start.getYear()));
        pausesOutside();
        say(Kind.END, full(end) + "（" + weekday(end) + "）是第" + n + "个工作日。");
        say(Kind.BASIS, "工作日不含周末和法定节假日，参照行政许可法第八十二条；调休上班的日子是工作日。");
        pauseBasis();
        notices(start, end);
    }

    private void calendarDays(int n) {
        say(Kind.START, n == 0 ? full(start) + "当日办理。" : full(start) + "起算，当日不计，从次日起连续数" + n + "日，休息日也算。");
        rolled("第" + n + "日");
        say(Kind.BASIS, "开始的当日不计入；最后一日是休息日的，到其后的第一个工作日为止。参照民法典第二百零一条、第二百零三条。");
        pauseBasis();
        notices(due.counted(), end);
    }

    private void months(int n) {
        var same = start.plusMonths(n);
        say(Kind.START, full(start) + "起算，" + n + "个月后的对应日是" + full(same) + "。"
                + (same.getDayOfMonth() == start.getDayOfMonth() ? "" : "那个月没有" + start.getDayOfMonth() + "日，到月末为止。"));
        rolled("最后一日");
        say(Kind.BASIS, "到期月的对应日为最后一日，没有对应日的为月末日；最后一日是休息日的，到其后的第一个工作日为止。参照民法典第二百零二条、第二百零三条。");
        pauseBasis();
        notices(due.counted(), end);
    }

    /** The pauses, and the way from the last day counted to the next working day. */
    private void rolled(String counted) {
        sentences.addAll(new Skipped(calendar, due.pauses()).paused(start.plusDays(1), end, start.getYear()));
        pausesOutside();
        if (due.counted().equals(end)) {
            say(Kind.END, full(end) + "（" + weekday(end) + "）是" + counted + "，是工作日。");
            return;
        }
        say(Kind.ROLL, full(due.counted()) + "（" + weekday(due.counted()) + "）是" + counted + "。");
        new Skipped(calendar, Pauses.NONE).between(due.counted(), end.minusDays(1), start.getYear()).stream()
                .filter(each -> each.kind() != Kind.MAKE_UP).map(each -> new Derived(Kind.ROLL, each.sentence().replace("不计", "不到期")))
                .forEach(sentences::add);
        say(Kind.END, "顺延到" + full(end) + "（" + weekday(end) + "）。");
    }

    private void hours(Hours rule) {
        say(Kind.START, full(start) + due.start().toLocalTime() + "起算，连续数" + rule.n() + "小时，夜间和节假日也算。");
        say(Kind.END, full(end) + due.end().toLocalTime() + "到期。");
        say(Kind.BASIS, "按小时计算的，自规定的时间开始计算，到期不因节假日顺延。参照民法典第二百零一条第二款。");
    }

    private void minimumWorkingDays(int n) {
        say(Kind.START, full(start) + "开始公示，当日不计，从次日起至少" + n + "个工作日。");
        sentences.addAll(new Skipped(calendar, Pauses.NONE).between(start.plusDays(1), end, start.getYear()));
        say(Kind.END, full(end) + "（" + weekday(end) + "）是第" + n + "个工作日，这一天还应公示；" + full(end.plusDays(1)) + "起可以办下一步。");
        say(Kind.BASIS, "工作日不含周末和法定节假日，参照行政许可法第八十二条；调休上班的日子是工作日。");
        notices(start, end);
    }

    private void minimumCalendarDays(int n) {
        say(Kind.START, full(start) + "开始公示，当日不计，从次日起至少" + n + "日，休息日也算。");
        say(Kind.END, full(end) + "（" + weekday(end) + "）是第" + n + "日，这一天还应公示；" + full(end.plusDays(1)) + "起可以办下一步。");
        say(Kind.BASIS, "这是最短的公示时间，不因节假日延长。开始的当日不计入，参照民法典第二百零一条。");
    }

    private void beforeWorkingDays(int n) {
        say(Kind.START, full(start) + "开始，当日不计，从前一日起往前数" + n + "个工作日。");
        sentences.addAll(new Skipped(calendar, Pauses.NONE).between(end, start.minusDays(1), start.getYear()));
        say(Kind.END, "最迟" + full(end) + "（" + weekday(end) + "）公告。");
        say(Kind.BASIS, "工作日不含周末和法定节假日，参照行政许可法第八十二条；调休上班的日子是工作日。");
        notices(end, start);
    }

    private void beforeCalendarDays(int n) {
        say(Kind.START, full(start) + "开始，当日不计，往前数" + n + "日，休息日也算。");
        say(Kind.END, "最迟" + full(end) + "（" + weekday(end) + "）公告。");
        say(Kind.BASIS, "开始的当日不计入，参照民法典第二百零一条。遇休息日不改变这个日期。");
    }

    private void fixed(Fixed rule) {
        say(Kind.START, "规定的日期是" + rule.label() + "以前，从" + full(start) + "看就是" + full(end) + "（" + weekday(end) + "）。");
        if (!end.isAfter(Calendar.LAST) && !calendar.isWorkingDay(end) && calendar.ordinal(end) > 0) {
            var working = calendar.workingDayBefore(end);
            say(Kind.END, "这一天是休息日，不顺延，宜在" + full(working) + "（" + shortWeekday(working) + "）以前办好。");
        }
    }

    private void years(int n) {
        say(Kind.START, full(start) + "起算，" + n + "年后的对应日是" + full(end) + "（" + weekday(end) + "）。");
        say(Kind.BASIS, "到期的对应日为最后一日，没有对应日的为月末日，参照民法典第二百零二条。遇休息日不顺延。");
    }

    private void pausesOutside() {
        due.pauses().merged().stream().filter(pause -> !pause.received().isAfter(start) || !pause.sent().isBefore(end))
                .forEach(pause -> say(Kind.PAUSE, full(pause.sent()) + "至" + full(pause.received()) + "不在这个期限之内，不影响结果。"));
    }

    private void pauseBasis() {
        if (!due.pauses().isEmpty()) {
            say(Kind.BASIS, "哪些时间停算由所用的规定决定，例如政府信息公开条例第三十三条：征求第三方和其他机关意见所需时间不计算在内。");
        }
    }

    private void notices(LocalDate from, LocalDate to) {
        var sources = calendar.sources(from, to);
        if (!sources.isEmpty()) {
            say(Kind.BASIS, "放假和调休：" + String.join("、", sources) + "。");
        }
    }

    private void provisional() {
        var settled = calendar.settledTo();
        int next = settled.getYear() + 1;
        if (due.provisional()) {
            say(Kind.PROVISIONAL, next + "年的放假安排还没有公布，" + full(settled) + "以后只扣除了周末。这个日期是暂定的，安排公布后重新计算。");
        } else if (end.getYear() == settled.getYear() && end.getMonthValue() == 12 && end.getDayOfMonth() >= TURN_OF_YEAR
                && (due.rule() instanceof ClockRule.Deadline || due.rule() instanceof MinimumWorkingDays)) {
            say(Kind.PROVISIONAL, next + "年的放假安排还没有公布，它可能改变这一年12月最后几天，到时重新计算。");
        }
    }

    private void say(Kind kind, String sentence) {
        sentences.add(new Derived(kind, sentence));
    }
}
