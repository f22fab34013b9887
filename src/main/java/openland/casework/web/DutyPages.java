package openland.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.calendar.ClockRule;
import openland.calendar.Derived;
import openland.casework.CaseKind;
import openland.casework.CaseMove;
import openland.casework.CaseStep;
import openland.casework.DueChange;
import openland.casework.Duties;
import openland.casework.DutyCase;
import openland.casework.DutySight;
import openland.casework.MovingDuties;
import openland.casework.Nearness;
import openland.casework.OpeningDuties;
import openland.casework.PublishedPieces;
import openland.casework.Reminders;
import openland.casework.PublishedPieces.PublishedPiece;
import openland.casework.ReleasingSubjects;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.catalogue.Rule;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One duty (公开义务): its day and why, what happened to it, and what this officer may do now. */
@Controller
public class DutyPages {
    private static final int RECENT = 20;

    private final Duties duties;
    private final DutySight sight;
    private final DutyActs acts;
    private final Nearness nearness;
    private final Reminders reminders;
    private final PublishedPieces pieces;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Officers officers;

    DutyPages(Duties duties, DutySight sight, DutyActs acts, Nearness nearness, Reminders reminders, PublishedPieces pieces, Catalogue catalogue,
            Offices offices, Officers officers) {
        this.duties = duties;
        this.sight = sight;
        this.acts = acts;
        this.nearness = nearness;
        this.reminders = reminders;
        this.pieces = pieces;
        this.catalogue = catalogue;
        this.offices = offices;
        this.officers = officers;
    }

    /** A move in words. @param by who; 系统 when the program made it */
    public record Line(CaseStep step, String by) {}

    /**
     * Everything on the page.
     *
     * @param unit   of the extension: 个工作日
     * @param moves  those that this officer may make now, but not {@code meet} where a piece meets it
     * @param recent pieces that could be linked; empty when none or when he may not
     */
    public record Shown(DutyCase duty, Nearness.Near near, String office, String item, List<Derived> derivation, List<Line> steps, List<DueChange> changes,
            String unit, List<CaseMove> moves, List<PublishedPiece> recent, @Nullable PublishedPiece piece, boolean mayLink, boolean mayDraft,
            boolean mayRelease) {
        public boolean may(CaseMove move) {
            return moves.contains(move);
        }
    }

    @GetMapping("/desk/duties/{id}")
    ModelAndView page(@PathVariable UUID id, @RequestParam @Nullable String done, Officer officer) {
        var said = CaseMove.of(Objects.requireNonNullElse(done, "")).map(move -> "“" + move.label() + "”已办。")
                .orElse("opened".equals(done) ? "已登记。" : "subject".equals(done) ? "公开的事由已改。" : "");
        var duty = sight.see(id, officer);
        return duty.kind() == CaseKind.DUTY ? page(duty, officer, said, "") : new ModelAndView("redirect:" + duty.kind().address(id));
    }

    @PostMapping("/desk/duties/{id}/moves")
    ModelAndView move(@PathVariable UUID id, @RequestParam(defaultValue = "") String move, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String more, Officer officer) {
        var duty = sight.see(id, officer);
        return acts.act(() -> acts.move(id, move, reason, on, more, officer), "/desk/duties/" + id + "?done=" + move,
                refusal -> refused(duty, officer, refusal));
    }

    @PostMapping("/desk/duties/{id}/piece")
    ModelAndView link(@PathVariable UUID id, @RequestParam(defaultValue = "") String piece, @RequestParam(defaultValue = "") String number, Officer officer) {
        var duty = sight.see(id, officer);
        officer.mustHoldOneOf(OpeningDuties.REPORTERS, duty.office());
        return acts.act(() -> acts.link(id, number.isBlank() ? piece : number, officer), "/desk/duties/" + id + "?done=meet",
                refusal -> refused(duty, officer, refusal));
    }

    @PostMapping("/desk/duties/{id}/subject")
    ModelAndView release(@PathVariable UUID id, @RequestParam(defaultValue = "") String subject, Officer officer) {
        var duty = sight.see(id, officer);
        return acts.act(() -> acts.release(id, subject, officer), "/desk/duties/" + id + "?done=subject", refusal -> refused(duty, officer, refusal));
    }

    private ModelAndView refused(DutyCase duty, Officer officer, Refusal refusal) {
        var page = page(duty, officer, "", refusal.sentence());
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private ModelAndView page(DutyCase duty, Officer officer, String said, String fault) {
        return new ModelAndView("casework/duty", Map.of("shown", shown(duty, officer), "said", said, "fault", fault, "asked", reminders.asked(duty, officer)));
    }

    private Shown shown(DutyCase duty, Officer officer) {
        boolean byPiece = duty.item() != null && duty.rule().kind() != Rule.Kind.MIN_DURATION;
        boolean reports = officer.holdsOneOf(OpeningDuties.REPORTERS, duty.office());
        boolean mayLink = byPiece && reports && duty.state().isOpen();
        var item = duty.item();
        var piece = duty.piece();
        return new Shown(duty, nearness.of(duty), offices.byId(duty.office()).map(Office::name).orElse(""),
                item == null ? "" : catalogue.byId(item).map(Item::title).orElse(item), duties.derivation(duty),
                duties.steps(duty.id()).stream().map(step -> new Line(step, name(step.officer()))).toList(), duties.changes(duty.id()), unit(duty.clock().rule()),
                moves(duty, officer, byPiece, reports), mayLink && item != null ? pieces.recent(duty.office(), item, RECENT) : List.of(),
                piece == null ? null : pieces.byId(piece).orElse(null), mayLink,
                mayLink && duty.office().equals(officer.office()) && officer.holds(Post.DRAFTER, duty.office()),
                officer.holdsOneOf(ReleasingSubjects.RELEASERS, duty.office()));
    }

    private static List<CaseMove> moves(DutyCase duty, Officer officer, boolean byPiece, boolean reports) {
        boolean decides = officer.holdsOneOf(MovingDuties.DECIDERS, duty.office());
        return Stream.of(CaseMove.values()).filter(move -> move.isPossibleIn(duty.state()))
                .filter(move -> move == CaseMove.MEET ? reports && !byPiece : decides)
                .filter(move -> move != CaseMove.PAUSE || duty.clock().rule() instanceof ClockRule.Deadline)
                .filter(move -> move != CaseMove.EXTEND || !unit(duty.clock().rule()).isEmpty()).collect(Collectors.toList());
    }

    /** 个工作日; empty for what cannot be made longer. */
    private static String unit(ClockRule rule) {
        return switch (rule) {
            case ClockRule.WorkingDays _, ClockRule.MinimumWorkingDays _ -> "个工作日";
            case ClockRule.CalendarDays _, ClockRule.MinimumCalendarDays _ -> "日";
            case ClockRule.Months _ -> "个月";
            case ClockRule.Years _ -> "年";
            case ClockRule.Hours _ -> "小时";
            case ClockRule.BeforeWorkingDays _, ClockRule.BeforeCalendarDays _, ClockRule.Fixed _ -> "";
        };
    }

    private String name(@Nullable UUID officer) {
        return officer == null ? "系统" : officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }
}
