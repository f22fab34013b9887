package openland.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.calendar.ClockRule;
import openland.catalogue.Rule.Kind;
import openland.catalogue.Rule.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule as packs write it. What it does stands in one word: {@code within: 7 working-days}, {@code target: 15 working-days},
 * {@code before: 20 calendar-days}, {@code at-least: 10 working-days}, {@code every: 3 months}, {@code by: 01-31} (of the year
 * after; {@code 10-30 same-year}), {@code at-once: true}, {@code gate: true}, {@code state: true}.
 */
final class RuleReader {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4}) (working-days|calendar-days|months|years|hours)");
    private static final Map<String, String> COUNTED = Map.of("working-days", "WD", "calendar-days", "CD", "months", "M", "years", "Y", "hours", "H");
    private static final Map<String, Kind> WORDS = Map.of("within", Kind.DEADLINE, "by", Kind.DEADLINE, "target", Kind.TARGET, "before", Kind.LEAD,
            "at-least", Kind.MIN_DURATION, "every", Kind.PERIODIC, "at-once", Kind.IMMEDIATE, "gate", Kind.GATE, "state", Kind.STATE);
    private static final String EXAMPLE = "期限应写成“7 working-days”这样。";

    private RuleReader() {}

    static Rule rule(Place rule) {
        var word = word(rule);
        var kind = Objects.requireNonNull(WORDS.get(word));
        var status = Status.valueOf(PackReader.upper(rule.at("status").text()));
        var active = rule.has("active") ? rule.at("active").isTrue() : status.isVerified();
        if (active && !status.isVerified()) {
            throw rule.fault("规则的依据没有核实（" + rule.at("status").text() + "），不能启用；请核对原文并改为read，或删去active。");
        }
        var from = day(rule.at("from"));
        var to = rule.has("to") ? day(rule.at("to")) : null;
        if (to != null && to.isBefore(from)) {
            throw rule.at("to").fault("终止日期早于起始日期。");
        }
        return new Rule(rule.at("id").text(), kind, clock(word, rule.at(word)), from, to, rule.at("basis").text(), status, active,
                rule.at("adjustable").isTrue());
    }

    /** Of an item, at most one rule a day says by when. */
    static List<Rule> oneADay(Place rules) {
        var read = new ArrayList<Rule>();
        for (var place : rules.each()) {
            var rule = rule(place);
            if (rule.kind().canBeMissed() && read.stream().anyMatch(other -> other.kind().canBeMissed() && rule.overlaps(other))) {
                throw place.fault("与前一条规则的施行期间重叠，同一天只能有一条规则。");
            }
            read.add(rule);
        }
        return read;
    }

    private static String word(Place rule) {
        var words = WORDS.keySet().stream().filter(rule::has).toList();
        return rule.must(words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty(),
                "一条规则应当且只能写一种要求：within、target、before、at-least、every、by、at-once、gate、state。");
    }

    private static @Nullable ClockRule clock(String word, Place time) {
        return switch (word) {
            case "gate", "state" -> null;
            case "at-once" -> new ClockRule.CalendarDays(0);
            case "by" -> parsed(time, "FIXED " + time.text());
            case "before" -> parsed(time, "BEFORE_" + counted(time));
            case "at-least" -> counted(time).startsWith("M") ? parsed(time, counted(time)) : parsed(time, "DUR_" + counted(time));
            default -> parsed(time, counted(time));
        };
    }

    /** 10 working-days. @throws PackFault for what is not counted in days */
    static ClockRule.DayRule days(Place time) {
        return time.must(parsed(time, counted(time)) instanceof ClockRule.DayRule rule ? Optional.of(rule) : Optional.empty(), EXAMPLE);
    }

    private static String counted(Place time) {
        var written = TIME.matcher(time.text());
        if (!written.matches()) {
            throw time.fault(EXAMPLE);
        }
        return COUNTED.get(written.group(2)) + " " + written.group(1);
    }

    private static ClockRule parsed(Place time, String text) {
        try {
            return ClockRule.parse(text);
        } catch (Refusal e) {
            throw time.fault(EXAMPLE);
        }
    }

    static LocalDate day(Place day) {
        try {
            return LocalDate.parse(day.text());
        } catch (DateTimeException e) {
            throw day.fault("“" + day.text() + "”不是日期。");
        }
    }
}
