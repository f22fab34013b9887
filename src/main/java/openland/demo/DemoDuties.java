package openland.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import openland.base.Keyset;
import openland.base.Time;
import openland.casework.CaseState;
import openland.casework.Duties;
import openland.casework.DutyQuery;
import openland.casework.OpeningDuties;
import openland.casework.ReleasingSubjects;
import openland.casework.Trigger;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the demonstration's offices owe: some of it met, some near, some late. What was reported is not reported again. */
@Component
class DemoDuties {

    private final OpeningDuties opening;
    private final Duties duties;
    private final ReleasingSubjects releasing;
    private final Offices offices;
    private final DemoOfficers officers;
    private final InstantSource time;

    DemoDuties(OpeningDuties opening, Duties duties, ReleasingSubjects releasing, Offices offices, DemoOfficers officers, InstantSource time) {
        this.opening = opening;
        this.duties = duties;
        this.releasing = releasing;
        this.offices = offices;
        this.officers = officers;
        this.time = time;
    }

    /** Those that a piece of the demonstration meets: to be opened before the pieces go out. */
    void openMet() {
        declared().stream().filter(duty -> duty.path("met").asBoolean()).forEach(this::open);
    }

    /** All others. */
    void openOwed() {
        declared().stream().filter(duty -> !duty.path("met").asBoolean()).forEach(this::open);
    }

    private void open(JsonNode declared) {
        var code = declared.get("office").asString();
        var suffix = DemoOfficers.suffix(code);
        var office = offices.byCode(code).orElseThrow();
        if (isOpened(office, declared)) {
            return;
        }
        var happened = Time.dateOf(time.instant()).minusDays(declared.get("ago").asInt());
        var duty = opening.open(Trigger.ofItem(office.id(), declared.get("item").asString(), happened,
                declared.get("key").asString(), declared.get("subject").asString(), Trigger.Source.OFFICER), officers.named("drafter" + suffix)).duty();
        if (declared.path("shown").asBoolean()) {
            releasing.release(duty.id(), duty.subject(), officers.named("secrecy" + suffix));
        }
    }

    /** Also when it was met or cancelled since. */
    private boolean isOpened(Office office, JsonNode declared) {
        var all = new DutyQuery(null, declared.get("item").asString(), Set.of(), EnumSet.allOf(CaseState.class), null);
        return duties.running(List.of(office.id()), all, Keyset.MOST).items().stream().anyMatch(duty -> duty.subject().equals(declared.get("subject").asString()));
    }

    private static List<JsonNode> declared() {
        try (var file = DemoDuties.class.getResourceAsStream("/demo/duties.yaml")) {
            var declared = new ArrayList<JsonNode>();
            new YAMLMapper().readTree(file).forEach(declared::add);
            return declared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
