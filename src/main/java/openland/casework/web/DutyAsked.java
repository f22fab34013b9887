package openland.casework.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.casework.CaseState;
import openland.casework.DutyQuery;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a list of duties was asked for; its address is its filter.
 *
 * @param item   empty for all
 * @param office code of one office; empty for the officer's own, or for all below
 * @param below  the offices below instead of one's own
 */
public record DutyAsked(Show show, String item, String office, boolean below) {
    /** A list by time. */
    public enum Show {
        ALL("全部未办"), LATE("逾期"), SOON("三个工作日内和逾期"), SHOWN("公示中"), STOPPED("中止计时"), DONE("已办");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in the address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DutyAsked of(@Nullable String show, @Nullable String item, @Nullable String office, boolean below) {
        var shown = show == null || show.isEmpty() ? Show.ALL : Arrays.stream(Show.values()).filter(one -> one.code().equals(show)).findFirst()
                .orElseThrow(() -> Refusal.invalid("没有这一列，请从“公开义务”重新进入。"));
        return new DutyAsked(shown, item == null ? "" : item.strip(), office == null ? "" : office.strip(), below);
    }

    private static Set<Rule.Kind> missable() {
        return Stream.of(Rule.Kind.values()).filter(Rule.Kind::canBeMissed).collect(Collectors.toSet());
    }

    /** @param calmFrom the first moment at which what is due is not near yet */
    DutyQuery query(Instant now, Instant calmFrom, @Nullable String after) {
        var wanted = item.isEmpty() ? null : item;
        return switch (show) {
            case ALL -> new DutyQuery(null, wanted, missable(), after);
            case LATE -> new DutyQuery(now, wanted, missable(), after);
            case SOON -> new DutyQuery(calmFrom, wanted, missable(), after);
            case SHOWN -> new DutyQuery(null, wanted, Set.of(Rule.Kind.MIN_DURATION), after);
            case STOPPED -> new DutyQuery(null, wanted, Set.of(), Set.of(CaseState.PAUSED), after);
            case DONE -> new DutyQuery(null, wanted, Set.of(), Set.of(CaseState.MET), after);
        };
    }

    /** The address of another list by time with the same other filters. */
    public String with(Show other) {
        return new DutyAsked(other, item, office, below).address("");
    }

    public String withItem(String other) {
        return new DutyAsked(show, other, office, below).address("");
    }

    public String withOffice(String other) {
        return new DutyAsked(show, item, other, below).address("");
    }

    /** Ends in ? or &amp;, for what follows. */
    public String more() {
        var address = address("");
        return address + (address.contains("?") ? "&" : "?");
    }

    /** @param ending {@code .xlsx} or nothing */
    public String address(String ending) {
        var parameters = Stream.of(show == Show.ALL ? "" : "show=" + show.code(), item.isEmpty() ? "" : "item=" + written(item),
                office.isEmpty() ? "" : "office=" + written(office), below ? "below=true" : "").filter(one -> !one.isEmpty()).collect(Collectors.joining("&"));
        return "/desk/duties" + ending + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
