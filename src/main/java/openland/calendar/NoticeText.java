package openland.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openland.base.Refusal;

/** The days of a notice in lines: {@code 放假 10-01..10-07 国庆节}, {@code 上班 10-10 国庆节}; the year before with four digits. */
final class NoticeText {
    private static final Pattern LINE = Pattern.compile(
            "(放假|上班)\\s+((?:\\d{4}-)?\\d\\d-\\d\\d)(?:\\s*(?:\\.\\.|至)\\s*((?:\\d{4}-)?\\d\\d-\\d\\d))?\\s+(\\S.*)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MOST_LINES = 200;
    private static final int LONGEST_RANGE = 40;

    private NoticeText() {}

    static List<NoticeDay> days(int year, List<String> lines) {
        if (lines.size() > MOST_LINES) {
            throw Refusal.invalid("一份通知最多写" + MOST_LINES + "行。");
        }
        var days = new ArrayList<NoticeDay>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(year, line, i + 1, days);
            }
        }
        days.sort(Comparator.comparing(NoticeDay::date));
        return days;
    }

    private static void read(int year, String line, int number, List<NoticeDay> days) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw Refusal.invalid("第" + number + "行读不懂。请写成“放假 10-01..10-07 国庆节”或“上班 10-10 国庆节”，上一年12月的日子写四位年份。");
        }
        var from = date(year, found, 2, number);
        var to = found.group(3) == null ? from : date(year, found, 3, number);
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_RANGE))) {
            throw Refusal.invalid("第" + number + "行的起止日期写反了，或者太长。");
        }
        from.datesUntil(to.plusDays(1)).forEach(date -> days.add(new NoticeDay(date, found.group(1).equals("放假"), found.group(4))));
    }

    private static LocalDate date(int year, Matcher found, int group, int number) {
        var text = found.group(group);
        try {
            return LocalDate.parse(text.length() == "10-01".length() ? "%04d-%s".formatted(year, text) : text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("第" + number + "行有不存在的日期：" + text + "。");
        }
    }

    static List<String> lines(int year, List<NoticeDay> days) {
        var lines = new ArrayList<String>();
        for (int i = 0, next; i < days.size(); i = next) {
            var first = days.get(i);
            next = i + 1;
            while (next < days.size() && days.get(next).equals(new NoticeDay(first.date().plusDays(next - i), first.off(), first.name()))) {
                next++;
            }
            var last = days.get(next - 1).date();
            lines.add((first.off() ? "放假 " : "上班 ") + written(year, first.date())
                    + (last.equals(first.date()) ? "" : ".." + written(year, last)) + " " + first.name());
        }
        return lines;
    }

    private static String written(int year, LocalDate date) {
        return date.getYear() == year ? date.toString().substring("2026-".length()) : date.toString();
    }
}
