package openland.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.Catalogue;
import openland.catalogue.Domain;
import openland.catalogue.Obligation;
import openland.catalogue.Rule;
import openland.catalogue.Rules;
import openland.office.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Everything the law asks (义务), as pages list it. */
@Component
public class ObligationList {
    private final Rules rules;
    private final Catalogue catalogue;

    ObligationList(Rules rules, Catalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** What is asked for; each empty for all. @param counted {@code yes} for what counts, {@code no} for what waits to be confirmed */
    public record Asked(String domain, String kind, String status, String counted) {
        static final Asked ALL = new Asked("", "", "", "");

        boolean fits(Row row) {
            return (domain.isEmpty() || row.obligation().domain().equals(domain)) && (kind.isEmpty() || row.obligation().rule().kind().name().equals(kind))
                    && (status.isEmpty() || row.obligation().rule().status().name().equals(status))
                    && (counted.isEmpty() || row.obligation().rule().active() == counted.equals("yes"));
        }

        public Asked inDomain(String other) {
            return new Asked(other, kind, status, counted);
        }

        public Asked counting(String other) {
            return new Asked(domain, kind, status, other);
        }

        public Asked ofKind(String other) {
            return new Asked(domain, other, status, counted);
        }

        public Asked ofStatus(String other) {
            return new Asked(domain, kind, other, counted);
        }

        public String address(String page) {
            var address = UriComponentsBuilder.fromPath(page);
            Map.of("domain", domain, "kind", kind, "status", status, "counted", counted).entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .filter(one -> !one.getValue().isEmpty()).forEach(one -> address.queryParam(one.getKey(), one.getValue()));
            return address.encode().toUriString();
        }
    }

    /** A row. @param who levels and the part of the office, or whom else it binds */
    public record Row(Obligation obligation, String domain, String who) {
        /** 7个工作日内 */
        public String when() {
            return obligation.rule().label();
        }

        /** How surely it is known, in words. */
        public String status() {
            return ObligationList.status(obligation.rule().status());
        }
    }

    static Asked asked(@Nullable String domain, @Nullable String kind, @Nullable String status, @Nullable String counted) {
        return new Asked(text(domain), text(kind), text(status), text(counted));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    List<Row> rows(Asked asked) {
        var titles = titles();
        return rules.all().stream().map(one -> row(one, titles)).filter(asked::fits).toList();
    }

    private static Row row(Obligation one, Map<String, String> titles) {
        return new Row(one, titles.getOrDefault(one.domain(), one.domain()), who(one));
    }

    Row row(Obligation one) {
        return row(one, titles());
    }

    /** Domains that ask for something, in the order of the catalogue. */
    List<Domain> domains() {
        var asking = rules.all().stream().map(Obligation::domain).collect(Collectors.toSet());
        return catalogue.domains().stream().filter(domain -> asking.contains(domain.id())).toList();
    }

    private Map<String, String> titles() {
        return catalogue.domains().stream().collect(Collectors.toMap(Domain::id, Domain::title, (one, _) -> one));
    }

    private static String who(Obligation one) {
        if (one.others()) {
            return one.who();
        }
        var levels = Stream.of(Level.values()).filter(one.levels()::contains).map(Level::label).collect(Collectors.joining("、"));
        return one.who().isEmpty() ? levels : levels + "　" + one.who();
    }

    /** In words. */
    public static String status(Rule.Status status) {
        return switch (status) {
            case READ -> "读过原文";
            case SOURCE -> "有机关文件";
            case MEM -> "未见原文";
            case ASSUMED -> "推定";
        };
    }
}
