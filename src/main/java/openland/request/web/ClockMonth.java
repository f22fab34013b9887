package openland.request.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import openland.calendar.Calendar;
import openland.calendar.Day;
import openland.request.InformationRequest;
import openland.request.RequestClock;
import openland.request.Requests.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A month of the time to answer as a calendar: which days count, which do not, and why.
 *
 * @param weeks of seven cells from Monday
 */
public record ClockMonth(String caption, List<List<Cell>> weeks) {
    private static final int MOST_MONTHS = 14;
    private static final Cell NONE = new Cell(0, 0, null, "");

    /**
     * @param day  of the month; 0 for none
     * @param nth  which of the days that count; 0 when it does not
     * @param word 收到, 休, 调休, 停, 今天 …
     */
    public record Cell(int day, int nth, @Nullable String style, String word) {}

    static List<ClockMonth> of(InformationRequest one, Answer answer, LocalDate today) {
        var start = Objects.requireNonNull(answer.clock().start());
        var last = answer.due() != null ? answer.due().date() : today.isBefore(start) ? start : today;
        var counting = new Counting(one, answer.clock(), answer.calendar(), answer.due() == null ? null : answer.due().date(), today);
        var months = new ArrayList<ClockMonth>();
        for (var month = YearMonth.from(start); !month.isAfter(YearMonth.from(last)) && months.size() < MOST_MONTHS; month = month.plusMonths(1)) {
            months.add(counting.month(month));
        }
        return months;
    }

    /** Counts from the start on, day after day. */
    private static final class Counting {
        private final InformationRequest one;
        private final RequestClock clock;
        private final Calendar calendar;
        private final @Nullable LocalDate due;
        private final LocalDate today;
        private final LocalDate start;
        private int nth;

        Counting(InformationRequest one, RequestClock clock, Calendar calendar, @Nullable LocalDate due, LocalDate today) {
            this.one = one;
            this.clock = clock;
            this.calendar = calendar;
            this.due = due;
            this.today = today;
            this.start = Objects.requireNonNull(clock.start());
        }

        ClockMonth month(YearMonth month) {
            var cells = new ArrayList<Cell>();
            for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
                cells.add(NONE);
            }
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                cells.add(cell(month.atDay(day)));
            }
            while (cells.size() % 7 != 0) {
                cells.add(NONE);
            }
            var weeks = new ArrayList<List<Cell>>();
            for (int i = 0; i < cells.size(); i += 7) {
                weeks.add(List.copyOf(cells.subList(i, i + 7)));
            }
            return new ClockMonth(month.getYear() + "年" + month.getMonthValue() + "月", weeks);
        }

        private Cell cell(LocalDate day) {
            var known = calendar.day(day);
            var answered = clock.answeredOn();
            boolean within = day.isAfter(start) && (answered == null || !day.isAfter(answered)) && (due == null ? !day.isAfter(today) : !day.isAfter(due));
            boolean held = within && known.isWorking() && isHeld(day);
            boolean counts = within && known.isWorking() && !held;
            nth += counts ? 1 : 0;
            boolean end = day.equals(due);
            var style = held ? "hold" : end || day.equals(answered) ? "end" : counts ? "on" : null;
            if (day.equals(today) && !end) {
                style = style == null ? "now" : style + " now";
            }
            return new Cell(day.getDayOfMonth(), counts ? nth : 0, style, word(day, known, held, end));
        }

        private String word(LocalDate day, Day known, boolean held, boolean end) {
            if (day.equals(one.receivedOn())) {
                return "收到";
            }
            if (day.equals(start)) {
                return "重新起算";
            }
            if (day.equals(clock.answeredOn())) {
                return "答复";
            }
            if (end) {
                return "最晚答复";
            }
            if (day.equals(today)) {
                return "今天";
            }
            return held ? "停" : switch (known.kind()) {
                case OFF -> "休";
                case MAKE_UP -> "调休";
                default -> "";
            };
        }

        /** Convention of the law files: days after the letter went out, up to and with the day the answer came, do not count. */
        private boolean isHeld(LocalDate day) {
            var stopped = clock.stoppedOn();
            return clock.excluded().stream().anyMatch(pause -> day.isAfter(pause.sent()) && !day.isAfter(pause.received()))
                    || clock.answeredOn() == null && clock.asked().values().stream().anyMatch(day::isAfter)
                    || stopped != null && day.isAfter(stopped);
        }
    }
}
