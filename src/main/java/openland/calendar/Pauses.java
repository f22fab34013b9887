package openland.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import openland.base.Refusal;

/** The pauses of one clock, in order and merged: days of two of them are left out once. */
public record Pauses(List<Pause> merged) {
    public static final Pauses NONE = new Pauses(List.of());
    private static final int MOST = 100;
    private static final Pattern SEPARATOR = Pattern.compile("[,;]");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)/(\\d{4}-\\d\\d-\\d\\d)");

    /** Takes pauses in any order, overlapping or not. */
    public Pauses {
        merged = merge(merged);
    }

    /**
     * Reads {@code sent/received}, several separated by a comma or semicolon; nothing at all is no pause.
     *
     * @throws Refusal INVALID, which quotes what cannot be read
     */
    public static Pauses parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        var parts = SEPARATOR.split(text, -1);
        if (parts.length > MOST) {
            throw Refusal.invalid("停算的时间最多写" + MOST + "段。");
        }
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < parts.length; i++) {
            pauses.add(pause(parts[i].strip(), i + 1));
        }
        return new Pauses(pauses);
    }

    private static Pause pause(String text, int number) {
        var written = WRITTEN.matcher(text);
        if (written.matches()) {
            try {
                return new Pause(LocalDate.parse(written.group(1)), LocalDate.parse(written.group(2)));
            } catch (DateTimeException e) {
                throw Refusal.invalid("第" + number + "段停算的时间里有不存在的日期：" + text + "。");
            }
        }
        throw Refusal.invalid("第" + number + "段停算的时间读不懂。请写成“发出日期/收到日期”，如2024-03-06/2024-03-20，几段之间用逗号隔开。");
    }

    boolean isEmpty() {
        return merged.isEmpty();
    }

    /** The pause that {@code day} lies in. */
    Optional<Pause> covering(LocalDate day) {
        return merged.stream().filter(pause -> pause.covers(day)).findFirst();
    }

    private static List<Pause> merge(List<Pause> pauses) {
        var merged = new ArrayList<Pause>();
        for (var pause : pauses.stream().sorted(Comparator.comparing(Pause::sent)).toList()) {
            if (!merged.isEmpty() && !pause.sent().isAfter(merged.getLast().received())) {
                var last = merged.removeLast();
                merged.add(new Pause(last.sent(), last.received().isAfter(pause.received()) ? last.received() : pause.received()));
            } else {
                merged.add(pause);
            }
        }
        return List.copyOf(merged);
    }
}
