package openland.drafting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.catalogue.Item;
import openland.catalogue.Step;
import openland.disclosure.Change;
import openland.disclosure.Changes;
import openland.disclosure.Disclosures;
import openland.disclosure.Projection;
import openland.form.Input;
import openland.form.Shown;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an officer the drafts that are his business, and which moves are his. */
@Service
public class Draftroom {
    static final Set<Post> BUSINESS = Set.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD);

    private final DraftStore drafts;
    private final PassedStore passed;
    private final Composing composing;
    private final ReviewPath path;
    private final Seats seats;
    private final Remarking remarking;
    private final Origins origins;
    private final Disclosures disclosures;
    private final Offices offices;
    private final Journal journal;

    Draftroom(DraftStore drafts, PassedStore passed, Composing composing, ReviewPath path, Disclosures disclosures,
            Seats seats, Remarking remarking, Origins origins, Offices offices, Journal journal) {
        this.drafts = drafts;
        this.passed = passed;
        this.composing = composing;
        this.path = path;
        this.seats = seats;
        this.remarking = remarking;
        this.origins = origins;
        this.disclosures = disclosures;
        this.offices = offices;
        this.journal = journal;
    }

    /** @throws Refusal NOT_FOUND when there is no such draft or it is none of this officer's business */
    @Transactional(readOnly = true)
    public DraftStatus look(UUID id, Officer officer) {
        return status(drafts.find(id).orElseThrow(Draftroom::notFound), officer);
    }

    DraftStatus status(Draft draft, Officer officer) {
        mustConcern(draft, officer);
        var awaited = drafts.awaited(draft.id());
        var signatures = drafts.signatures(draft);
        var history = drafts.moves(draft.id());
        var findings = Stream.of(findings(draft).stream(), hints(draft, history)).flatMap(found -> found).toList();
        return new DraftStatus(draft, findings, awaited, movesOf(draft, awaited, signatures, officer), history, signatures);
    }

    /** What its drafter should look at, though nothing in the text says so. */
    private Stream<DraftFinding> hints(Draft draft, List<Made> history) {
        return draft.state() == State.DRAFTING ? Stream.concat(remarking.findings(draft, history), origins.findings(draft)) : Stream.empty();
    }

    List<DraftFinding> findings(Draft draft) {
        var letPass = passed.of(draft.id());
        return composing.findings(draft.content(), offices.byId(draft.office()).orElseThrow()).stream()
                .map(finding -> finding.passedBy(letPass)).toList();
    }

    Item item(Content content) {
        return composing.item(content);
    }

    /** The same sentence as for an id that was never given; the journal has a row. */
    Refusal foreign(UUID draft, Officer officer) {
        journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), draft.toString()));
        return notFound();
    }

    static Refusal notFound() {
        return Refusal.notFound("没有这份稿件，或者它不归您所在的机构办理。");
    }

    /** @throws Refusal NOT_FOUND when the draft is none of this officer's business */
    void mustConcern(Draft draft, Officer officer) {
        if (!concerns(draft, drafts.awaited(draft.id()), officer)) {
            throw foreign(draft.id(), officer);
        }
    }

    private boolean concerns(Draft draft, Set<Awaited> awaited, Officer officer) {
        return officer.holdsOneOf(BUSINESS, draft.office())
                || awaited.stream().anyMatch(a -> officer.holds(a.post(), a.office()))
                || isCoIssuer(draft, officer) && drafts.hasMoved(draft.id(), officer.id());   // who sent it back still reads what became of it
    }

    /** Whether he has a part in drafting, today, at an office that issues the piece together with the draft's own. */
    private boolean isCoIssuer(Draft draft, Officer officer) {
        return draft.content().jointOffices().stream().flatMap(code -> offices.byCode(code).stream())
                .anyMatch(office -> officer.holdsOneOf(BUSINESS, office.id()));
    }

    private Set<Move> movesOf(Draft draft, Set<Awaited> awaited, List<Signed> signatures, Officer officer) {
        var moves = new TreeSet<Move>(Comparator.naturalOrder());
        for (var move : Move.values()) {
            if (move.startsIn(draft.state()) && may(move, draft, awaited, signatures, officer)) {
                moves.add(move);
            }
        }
        return moves;
    }

    private boolean may(Move move, Draft draft, Set<Awaited> awaited, List<Signed> signatures, Officer officer) {
        boolean drafter = officer.holds(Post.DRAFTER, draft.office());
        boolean approver = officer.holds(Post.LEADER, draft.office()) || officer.holds(Post.HEAD, draft.office());
        boolean waits = draft.state() == State.IN_REVIEW
                && item(draft.content()).review().get(draft.step()) instanceof Step.Wait;
        boolean seated = awaited.stream().anyMatch(a -> officer.holds(a.post(), a.office()));
        return switch (move) {
            case SUBMIT, DISCARD, RECALL -> drafter;
            case SIGN -> !waits && seats.toSign(draft, awaited, signatures, officer).isPresent();
            case ANSWER -> waits && drafter;
            case PUBLISH -> draft.state() == State.APPROVED && approver;
            case SEND_BACK -> draft.state() == State.IN_REVIEW ? !waits && seated : approver;
        };
    }

    /**
     * The draft that became the newest edition of a piece: what an amendment begins with, nothing masked.
     *
     * @throws Refusal NOT_FOUND when it is none of this officer's business
     */
    @Transactional(readOnly = true)
    public Draft lastOf(UUID disclosure, Officer officer) {
        var draft = drafts.lastOf(disclosure).orElseThrow(Draftroom::notFound);
        return status(draft, officer).draft();
    }

    /** The move by which this officer brings the draft nearer to publication; for lists, which need no findings. */
    public Optional<Move> forward(Draft draft, Officer officer) {
        return movesOf(draft, drafts.awaited(draft.id()), drafts.signatures(draft), officer).stream()
                .filter(Move::isOnward).findFirst();
    }

    /** What people call the item of a draft. */
    public String itemTitle(Draft draft) {
        return item(draft.content()).title();
    }

    /** "保密审查岗", "青禾县自然资源局分管领导、…": whose move it is, in words; empty when nobody's. */
    public String awaitedBy(Draft draft) {
        return drafts.awaited(draft.id()).stream()
                .map(a -> (a.office().equals(draft.office()) ? "" : offices.byId(a.office()).orElseThrow().name())
                        + a.post().label())
                .sorted().collect(Collectors.joining("、"));
    }

    /** The review path of a draft as people read it, with who has signed where. */
    public List<PathLine> pathOf(DraftStatus status) {
        return path.lines(item(status.draft().content()), status);
    }

    /** The staff form with what was typed and the findings beside it: the common head, then the item's own fields. */
    public List<Input> inputs(DraftStatus status) {
        return composing.inputs(status.draft().content(), status.findings());
    }

    /** Everything that was filled in, as officers see it, nothing masked. */
    public List<Shown> whole(Draft draft) {
        return composing.whole(draft.content());
    }

    /** What the public would see of the draft as it stands. */
    public Projection preview(Draft draft) {
        return composing.projection(draft.content(), offices.byId(draft.office()).orElseThrow());
    }

    /** Where the draft differs from the edition it amends; empty for a new piece. */
    public List<Change> changes(Draft draft) {
        return Optional.ofNullable(draft.content().amends()).flatMap(disclosures::current)
                .map(edition -> Changes.between(edition.projection(), preview(draft))).orElse(List.of());
    }

    /** The item in whose form the draft is written. */
    public Item itemOf(Draft draft) {
        return item(draft.content());
    }
}
