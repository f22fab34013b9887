package openland.drafting;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.Gates;
import openland.casework.Gates.Standing;
import openland.casework.Gates.Subject;
import openland.disclosure.Joining;
import openland.disclosure.Signature;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the law wants done before a draft is handed in, and before it goes out (前置条件). */
@Service
public class Preconditions {
    private static final String SUBMIT = "submit";
    private static final String PUBLISH = "publish";
    private static final Set<State> OPEN = EnumSet.of(State.DRAFTING, State.IN_REVIEW, State.APPROVED);

    private final Gates gates;
    private final DraftStore drafts;
    private final Draftroom room;
    private final Joining joining;
    private final Offices offices;
    private final InstantSource time;

    Preconditions(Gates gates, DraftStore drafts, Draftroom room, Joining joining, Offices offices, InstantSource time) {
        this.gates = gates;
        this.drafts = drafts;
        this.room = room;
        this.joining = joining;
        this.offices = offices;
        this.time = time;
    }

    /** All of them, with how they stand; those that the program sees for itself too. */
    @Transactional(readOnly = true)
    public List<Standing> of(Draft draft) {
        var subject = subject(draft);
        return Stream.concat(gates.before(SUBMIT, subject).stream(), gates.before(PUBLISH, subject).stream()).toList();
    }

    /** What must still be shown for a while before it may go out (最短公示时间), in sentences. */
    public Set<String> waits(Draft draft) {
        return OPEN.contains(draft.state()) ? joining.inTheWay(room.preview(draft), offices.byId(draft.office()).orElseThrow(), time.instant()) : Set.of();
    }

    /** @throws Refusal UNPROCESSABLE that names what is missing before it may be handed in */
    void mustPassToSubmit(Draft draft) {
        gates.mustPass(SUBMIT, subject(draft));
    }

    /** @throws Refusal UNPROCESSABLE that names what is missing before it may go out */
    void mustPassToPublish(Draft draft) {
        gates.mustPass(PUBLISH, subject(draft));
    }

    /**
     * Says that one of them was met, or does not apply to this draft.
     *
     * @throws Refusal as {@link Gates#answer} does; NOT_FOUND for a foreign draft, CONFLICT when it is done
     */
    @Transactional
    public DraftStatus answer(UUID id, String obligation, boolean applies, String record, Officer by) {
        var draft = drafts.locked(id).orElseThrow(Draftroom::notFound);
        var status = room.status(draft, by);
        if (!OPEN.contains(draft.state())) {
            throw Refusal.conflict("稿件" + draft.state().label() + "，不能再填。");
        }
        gates.answer(subject(draft), obligation, applies, record, by);
        return status;
    }

    private Subject subject(Draft draft) {
        var facts = new HashSet<>(Set.of("access-mode"));   // a draft without one is 主动公开, and any other cannot go out here
        drafts.signatures(draft).stream().map(Signed::signature).map(Signature::post).forEach(post -> facts.addAll(fact(post)));
        return new Subject(draft.id(), offices.byId(draft.office()).orElseThrow(), draft.content().item(), Time.dateOf(time.instant()), facts);
    }

    private static Set<String> fact(Post post) {
        return switch (post) {
            case SECRECY -> Set.of("secrecy-signature");
            case LEADER, HEAD -> Set.of("leader-signature");
            default -> Set.of();
        };
    }
}
