package openland.casework;

import java.time.LocalDate;
import openland.calendar.ClockRule;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A rule as a case keeps it: what the law asked on the day of its trigger holds for it for ever. */
record RuleJson(String id, Rule.Kind kind, @Nullable String clock, LocalDate from, @Nullable LocalDate to, String basis, Rule.Status status) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String written(Rule rule) {
        var clock = rule.clock();
        return JSON.writeValueAsString(new RuleJson(rule.id(), rule.kind(), clock == null ? null : clock.text(), rule.from(), rule.to(), rule.basis(), rule.status()));
    }

    static Rule read(String json) {
        var kept = JSON.readValue(json, RuleJson.class);
        return new Rule(kept.id, kept.kind, kept.clock == null ? null : ClockRule.parse(kept.clock), kept.from, kept.to, kept.basis, kept.status, true, false);
    }
}
