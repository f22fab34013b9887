package openland.calendar.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The form of the page as it was sent.
 *
 * @param at       the time of day, for hours
 * @param rule     a written rule; where it is given it holds instead of kind and n
 * @param sent     of pauses, in the order of {@code received}
 */
public record WorkingDaysForm(@Nullable String start, @Nullable String at, @Nullable String kind, @Nullable String n,
        @Nullable String rule, @Nullable List<String> sent, @Nullable List<String> received, @Nullable String region) {
    /** How many pauses the page has room for at least. */
    private static final int ROOM = 2;

    /** One pause as it was typed. */
    public record Typed(String sent, String received) {
        boolean isEmpty() {
            return sent.isEmpty() && received.isEmpty();
        }
    }

    boolean isEmpty() {
        return text(start).isEmpty();
    }

    /** The pauses that were typed, with room for one more. */
    public List<Typed> pauses() {
        var typed = typed();
        var rows = new ArrayList<>(typed);
        while (rows.size() < Math.max(ROOM, typed.size() + 1)) {
            rows.add(new Typed("", ""));
        }
        return rows;
    }

    private List<Typed> typed() {
        var from = sent == null ? List.<String>of() : sent;
        var to = received == null ? List.<String>of() : received;
        return Stream.iterate(0, i -> i < Math.max(from.size(), to.size()), i -> i + 1)
                .map(i -> new Typed(i < from.size() ? text(from.get(i)) : "", i < to.size() ? text(to.get(i)) : ""))
                .filter(pause -> !pause.isEmpty()).toList();
    }

    Asked asked() {
        var written = text(rule).isEmpty() ? text(kind) + " " + text(n) : text(rule);
        var from = written.startsWith("H ") && !text(at).isEmpty() ? text(start) + "T" + text(at) : text(start);
        var pauses = typed().stream().map(WorkingDaysForm::whole).toList();
        return new Asked(from, written, String.join(",", pauses), text(region));
    }

    private static String whole(Typed pause) {
        if (pause.sent().isEmpty() || pause.received().isEmpty()) {
            throw Refusal.invalid("停算的时间要同时填发出和收到的日期。");
        }
        return pause.sent() + "/" + pause.received();
    }

    /** What was typed, for the field. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
