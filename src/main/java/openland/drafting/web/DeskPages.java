package openland.drafting.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import openland.drafting.Draft;
import openland.drafting.Draftroom;
import openland.drafting.Move;
import openland.drafting.State;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The desk (工作台): what waits for my move first. */
@Controller
public class DeskPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private static final int LATEST = 20;

    private final Draftroom room;
    private final Offices offices;
    private final Disclosures disclosures;
    private final Catalogue catalogue;

    DeskPages(Draftroom room, Offices offices, Disclosures disclosures, Catalogue catalogue) {
        this.room = room;
        this.offices = offices;
        this.disclosures = disclosures;
        this.catalogue = catalogue;
    }

    /** A row of a list of drafts. @param next what I would do with it, "" for nothing */
    public record Row(UUID id, String title, String item, String office, String state, String awaited, String next,
            String when) {}

    /** A piece that is public. */
    public record Done(UUID id, String title, String item, String when) {}

    public record Desk(List<Row> waiting, List<Row> own, List<Done> done, boolean mayDraft) {}

    @GetMapping("/desk")
    ModelAndView desk(Officer officer) {
        var waiting = room.waitingFor(officer).stream().map(draft -> row(draft, officer)).toList();
        var shown = waiting.stream().map(Row::id).toList();
        var own = room.ofOffice(officer, EnumSet.of(State.DRAFTING, State.IN_REVIEW, State.APPROVED, State.SCHEDULED)).stream()
                .filter(draft -> !shown.contains(draft.id())).map(draft -> row(draft, officer)).toList();
        var done = disclosures.list(Set.of(officer.office()), null, null, LATEST).items().stream().map(this::done).toList();
        return new ModelAndView("drafting/desk",
                Map.of("desk", new Desk(waiting, own, done, officer.holds(Post.DRAFTER, officer.office()))));
    }

    private Row row(Draft draft, Officer officer) {
        return new Row(draft.id(), draft.title(), room.itemTitle(draft), offices.byId(draft.office()).orElseThrow().name(),
                draft.state().label(), room.awaitedBy(draft), room.forward(draft, officer).map(Move::label).orElse(""),
                when(draft.updatedAt()));
    }

    /** A piece of the office as the public sees it now. */
    private Done done(Listed piece) {
        return new Done(piece.id(), piece.title(), catalogue.byId(piece.item()).map(Item::title).orElse(piece.item()),
                when(piece.publishedAt()));
    }

    static String when(Instant instant) {
        return WHEN.format(Time.localTimeOf(instant));
    }
}
