package openland.drafting.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.Due;
import openland.casework.DueSource;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import openland.drafting.Draft;
import openland.drafting.Draftroom;
import openland.drafting.Move;
import openland.drafting.Worklist;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk (工作台): what is due first, then what waits for my move. Each list can be looked at by itself: its address is its filter. */
@Controller
public class DeskPages {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final int PAGE = 50;
    private static final int GLANCE = 10;

    private final Worklist worklist;
    private final Draftroom room;
    private final Offices offices;
    private final Disclosures disclosures;
    private final Catalogue catalogue;
    private final List<DueSource> sources;

    DeskPages(Worklist worklist, Draftroom room, Offices offices, Disclosures disclosures, Catalogue catalogue, List<DueSource> sources) {
        this.worklist = worklist;
        this.room = room;
        this.offices = offices;
        this.disclosures = disclosures;
        this.catalogue = catalogue;
        this.sources = List.copyOf(sources);
    }

    /** A list of the desk. */
    public enum Filter {
        WAITING("等我动手的"), MINE("我拟的"), RETURNED("退回给我的"), DELEGATED("我代办的"), OFFICE("本机关在办的"), DONE("最近公开的");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** As it stands in the address. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Filter of(String code) {
            return Arrays.stream(values()).filter(filter -> filter.code().equals(code)).findFirst()
                    .orElseThrow(() -> Refusal.invalid("工作台没有这一列，请从“工作台”重新进入。"));
        }
    }

    /** A row of a list of drafts. @param next what I would do with it, "" for nothing */
    public record Row(UUID id, String title, String item, String office, String state, String awaited, String next, String when) {}

    /** A piece that is public. */
    public record Done(UUID id, String title, String item, String when) {}

    /** A list with the address of the whole of it, or of its next page; null where there is no more. */
    public record Section(Filter filter, List<Row> rows, @Nullable String more) {}

    /**
     * Everything on the desk.
     *
     * @param waiting how many drafts wait for me
     * @param due     of every room, the most urgent first
     * @param shown   the one list that was asked for; null for the overview
     */
    public record Desk(long waiting, List<Due> due, List<Section> sections, List<Done> done, @Nullable Filter shown, boolean mayDraft) {
        public List<Due> due(Due.Haste haste) {
            return due.stream().filter(one -> one.haste() == haste).toList();
        }

        /** What cannot wait and is mine to do. */
        public long pressing() {
            return due.stream().filter(one -> one.haste() != Due.Haste.CALM && !one.next().isEmpty()).count();
        }
    }

    @GetMapping("/desk")
    ModelAndView desk(@RequestParam @Nullable String show, @RequestParam @Nullable String after, Officer officer) {
        var filter = show == null ? null : Filter.of(show);
        var sections = filter == null ? overview(officer) : filter == Filter.DONE ? List.<Section>of() : List.of(section(filter, after, PAGE, officer));
        var done = filter == null || filter == Filter.DONE ? done(officer, filter == null ? GLANCE : PAGE) : List.<Done>of();
        var due = filter == null ? due(officer) : List.<Due>of();
        return new ModelAndView("drafting/desk", Map.of("desk", new Desk(worklist.countWaiting(officer), due, sections, done,
                filter, officer.holds(Post.DRAFTER, officer.office()))));
    }

    /** What two rooms know of stands once, as the first of them says it. */
    private List<Due> due(Officer officer) {
        var known = new HashSet<String>();
        return sources.stream().flatMap(source -> source.dueFor(officer).stream()).filter(due -> known.add(due.address()))
                .sorted(Comparator.comparing(Due::haste).thenComparing(Due::at)).toList();
    }

    /** The lists that have something, each as far as one glance goes, and no draft twice. */
    private List<Section> overview(Officer officer) {
        var shown = new HashSet<UUID>();
        return Stream.of(Filter.RETURNED, Filter.DELEGATED, Filter.WAITING, Filter.OFFICE)
                .map(filter -> section(filter, null, filter == Filter.WAITING ? PAGE : GLANCE, officer))
                .map(section -> new Section(section.filter(), section.rows().stream().filter(row -> shown.add(row.id())).toList(),
                        section.more() == null ? null : "/desk?show=" + section.filter().code()))
                .filter(section -> !section.rows().isEmpty()).sorted(Comparator.comparing(Section::filter)).toList();
    }

    private Section section(Filter filter, @Nullable String after, int limit, Officer officer) {
        var page = drafts(filter, after, limit, officer);
        var more = page.next() == null ? null : "/desk?show=" + filter.code() + "&after=" + page.next();
        return new Section(filter, page.items().stream().map(draft -> row(draft, officer)).toList(), more);
    }

    private Keyset<Draft> drafts(Filter filter, @Nullable String after, int limit, Officer officer) {
        return switch (filter) {
            case WAITING -> worklist.waiting(officer, after, limit);
            case MINE -> worklist.mine(officer, after, limit);
            case RETURNED -> worklist.returned(officer, after, limit);
            case DELEGATED -> worklist.delegated(officer, after, limit);
            case OFFICE -> worklist.ofOffice(officer, after, limit);
            case DONE -> throw new IllegalStateException("What is public is no draft.");
        };
    }

    private List<Done> done(Officer officer, int limit) {
        return disclosures.list(Set.of(officer.office()), null, null, limit).items().stream().map(this::done).toList();
    }

    private Row row(Draft draft, Officer officer) {
        var next = room.forward(draft, officer).map(DeskPages::going).orElse("");
        return new Row(draft.id(), draft.title(), room.itemTitle(draft), offices.byId(draft.office()).orElseThrow().name(),
                draft.state().label(), room.awaitedBy(draft), next, when(draft.updatedAt()));
    }

    /** What the link to a draft says: it leads to the page where the move is made, and makes none itself. */
    private static String going(Move move) {
        return switch (move) {
            case SUBMIT -> "去修改";
            case SIGN -> "去审签";
            case ANSWER -> "去记录";
            default -> "去" + move.label();
        };
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
