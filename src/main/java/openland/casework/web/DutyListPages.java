package openland.casework.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Derived;
import openland.casework.Candidates;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.DutySight;
import openland.casework.Nearness;
import openland.casework.OpeningDuties;
import openland.form.Sheet;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that offices owe, in one list by the day it is due. */
@Controller
public class DutyListPages {
    private static final MediaType XLSX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> HEADS = List.of("到期", "还有多久", "机构", "义务", "编号", "事由", "发生", "期限", "原定", "状态", "承办", "依据", "义务编号");
    private static final int PAGE = 50;
    private static final int MOST = 10_000;

    private final Duties duties;
    private final DutySight sight;
    private final Nearness nearness;
    private final Candidates candidates;
    private final Offices offices;
    private final InstantSource time;

    DutyListPages(Duties duties, DutySight sight, Nearness nearness, Candidates candidates, Offices offices, InstantSource time) {
        this.duties = duties;
        this.sight = sight;
        this.nearness = nearness;
        this.candidates = candidates;
        this.offices = offices;
        this.time = time;
    }

    /** @param reason the last sentences of its derivation */
    public record Row(DutyCase duty, Nearness.Near near, String office, String reason) {}

    /**
     * @param below      offices below that the officer may look into; empty for whoever leads none
     * @param candidates how many wait to be confirmed
     */
    public record Listed(DutyAsked asked, Keyset<Row> rows, List<Duties.OfItem> items, List<Office> below, long candidates, boolean mayReport,
            boolean manyOffices) {}

    @GetMapping("/desk/duties")
    ModelAndView list(@RequestParam @Nullable String show, @RequestParam @Nullable String item, @RequestParam @Nullable String office,
            @RequestParam(defaultValue = "false") boolean below, @RequestParam @Nullable String after, Officer officer) {
        var asked = DutyAsked.of(show, item, office, below);
        var ids = asked(asked, officer);
        var page = page(asked, ids, after, PAGE);
        var names = names();
        var rows = page.map(duty -> new Row(duty, nearness.of(duty), names.getOrDefault(duty.office(), ""), reason(duty)));
        return new ModelAndView("casework/duties", Map.of("listed", new Listed(asked, rows, duties.byItem(ids), sight.below(officer),
                candidates.countWaiting(sight.own(officer)), OpeningDuties.REPORTERS.stream().anyMatch(officer::holds), ids.size() > 1)));
    }

    /** The same as a spreadsheet, ten thousand at most. */
    @GetMapping("/desk/duties.xlsx")
    ResponseEntity<byte[]> sheet(@RequestParam @Nullable String show, @RequestParam @Nullable String item, @RequestParam @Nullable String office,
            @RequestParam(defaultValue = "false") boolean below, Officer officer) {
        var asked = DutyAsked.of(show, item, office, below);
        var ids = asked(asked, officer);
        var names = names();
        var rows = new ArrayList<List<@Nullable Object>>();
        String after = null;
        do {
            var page = page(asked, ids, after, Keyset.MOST);
            page.items().forEach(duty -> rows.add(cells(duty, names)));
            after = page.next();
        } while (after != null && rows.size() < MOST);
        return ResponseEntity.ok().contentType(XLSX).header("Content-Disposition", "attachment; filename=\"duties.xlsx\"")
                .header("Cache-Control", "no-store").body(new Sheet("公开义务", HEADS, rows).xlsx());
    }

    private List<@Nullable Object> cells(DutyCase duty, Map<UUID, String> names) {
        var cells = new ArrayList<@Nullable Object>();
        var clock = duty.clock();
        cells.add(clock.dueOn());
        cells.add(nearness.of(duty).left());
        cells.add(names.getOrDefault(duty.office(), ""));
        cells.add(duty.title());
        cells.add(duty.key());
        cells.add(duty.subject());
        cells.add(duty.happenedAt().toLocalDate());
        cells.add(duty.rule().label());
        cells.add(clock.firstDueOn());
        cells.add(duty.state().label());
        cells.add(duty.unit());
        cells.add(duty.rule().basis());
        cells.add(duty.obligation());
        return cells;
    }

    private Keyset<DutyCase> page(DutyAsked asked, Collection<UUID> ids, @Nullable String after, int limit) {
        var region = ids.stream().findFirst().flatMap(offices::byId).map(Office::region).orElse("");
        return duties.running(ids, asked.query(time.instant(), nearness.calmFrom(region), after), limit);
    }

    /** Whose duties. @throws Refusal FORBIDDEN or NOT_FOUND */
    private Collection<UUID> asked(DutyAsked asked, Officer officer) {
        if (!asked.office().isEmpty()) {
            var office = offices.byCode(asked.office()).orElseThrow(() -> Refusal.notFound("没有代码为" + asked.office() + "的机构。"));
            sight.mustSee(office.id(), office.code(), officer);
            return Set.of(office.id());
        }
        var own = sight.mustWork(officer);
        return asked.below() ? sight.below(officer).stream().map(Office::id).toList() : own;
    }

    private Map<UUID, String> names() {
        return offices.all().stream().collect(Collectors.toMap(Office::id, Office::name));
    }

    private String reason(DutyCase duty) {
        if (duty.clock().pausedOn() != null) {
            return Time.dateOf(time.instant()) + "仍在中止计时，恢复以后接着算。";
        }
        var all = duties.derivation(duty).stream().filter(step -> step.kind() != Derived.Kind.BASIS).map(Derived::sentence).toList();
        return String.join("", all.subList(Math.max(0, all.size() - 3), all.size()));
    }
}
