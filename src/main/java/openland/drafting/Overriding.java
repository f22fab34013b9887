package openland.drafting;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Ids;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.screening.Screening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a finding of personal data pass (放行) when a second person takes it upon himself with a legal ground. What the
 * 负面清单 keeps as a state secret (政府信息公开条例 2019, art. 14) passes for nobody.
 */
@Service
public class Overriding {
    static final Set<Post> SIGNERS = EnumSet.of(Post.SECRECY, Post.LEADER, Post.HEAD);
    private static final Set<State> OPEN = EnumSet.of(State.DRAFTING, State.IN_REVIEW, State.APPROVED);
    private static final int LONGEST_REASON = 500;

    private final DraftStore drafts;
    private final PassedStore passed;
    private final Draftroom room;
    private final Seats seats;
    private final Screening screening;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Overriding(DraftStore drafts, PassedStore passed, Draftroom room, Seats seats, Screening screening, Offices offices,
            Journal journal, Ids ids, InstantSource time) {
        this.drafts = drafts;
        this.passed = passed;
        this.room = room;
        this.seats = seats;
        this.screening = screening;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Lets one finding pass as long as its words stay. Letting it pass again changes nothing.
     *
     * @param finding identity of the finding
     * @param ground  code of a {@link Ground}
     * @param reason  in words; some grounds need it
     * @throws Refusal NOT_FOUND for a foreign draft or when there is no such finding; FORBIDDEN without the post, for who has written
     *                 the draft, and for a finding that nobody may let pass; CONFLICT when the draft is done; INVALID for ground or reason
     */
    @Transactional
    public DraftStatus pass(UUID id, String finding, String ground, String reason, Officer officer) {
        var draft = drafts.locked(id).orElseThrow(Draftroom::notFound);
        var status = room.status(draft, officer);
        officer.mustHoldOneOf(SIGNERS, draft.office());
        var seat = seat(draft, officer).orElseThrow(() -> Refusal.forbidden(
                "写过或者送审过这份稿件的人不能放行其中的内容，受他委托的人也不能，要由另一位审签人办。"));
        if (!OPEN.contains(draft.state())) {
            throw Refusal.conflict("稿件" + draft.state().label() + "，不能再放行。");
        }
        var found = found(status, finding);
        if (found.passed() != null) {
            return status;
        }
        var chosen = Ground.of(ground).orElseThrow(() -> Refusal.invalid("请选择放行的法定理由。"));
        mustHold(chosen, reason.strip(), found);
        var region = offices.byId(draft.office()).orElseThrow().region();
        var let = new Passed(ids.next(region), finding, chosen, reason.strip(), officer.id(), seat.post(),
                time.instant(), seat.behalf());
        passed.add(id, let);
        journal.record(new Act("draft.finding-overridden", officer.id(), draft.office(), id.toString(), detail(let, draft)));
        return room.status(draft, officer);
    }

    private static Map<String, Object> detail(Passed let, Draft draft) {
        var detail = new HashMap<String, Object>(Map.of("override", let.id().toString(), "finding", let.finding(),
                "ground", let.ground().code(), "digest", Digests.hex(draft.digest())));
        if (let.behalf() != null) {
            detail.put("behalf", let.behalf().toString());
        }
        return detail;
    }

    /** Whether the officer could let findings of the draft pass. */
    @Transactional(readOnly = true)
    public boolean mayPass(Draft draft, Officer officer) {
        return OPEN.contains(draft.state()) && seat(draft, officer).isPresent();
    }

    /** The post at which he may let pass: neither he nor the one whose post it is may have a part in the text. */
    private Optional<Seat> seat(Draft draft, Officer officer) {
        return seats.at(draft.office(), SIGNERS, officer).filter(_ -> !hasPart(draft, officer.id()))
                .filter(seat -> seat.behalf() == null || !hasPart(draft, seat.behalf())).findFirst();
    }

    private boolean hasPart(Draft draft, UUID officer) {
        return draft.author().equals(officer) || passed.hasWritten(draft.id(), officer)
                || drafts.moves(draft.id()).stream().anyMatch(made -> made.move() == Move.SUBMIT
                        && (made.officer().equals(officer) || officer.equals(made.behalf())));
    }

    private static DraftFinding found(DraftStatus status, String finding) {
        var found = status.findings().stream().filter(f -> !f.identity().isEmpty() && f.identity().equals(finding)).findFirst()
                .orElseThrow(() -> Refusal.notFound("稿件里没有这一处，可能已经改过，请刷新后再看。"));
        if (!found.mayPass()) {
            throw Refusal.forbidden("这一处依法不得公开，任何人都不能放行，只能修改。");
        }
        return found;
    }

    private void mustHold(Ground ground, String reason, DraftFinding found) {
        if (found.isOnList() && !ground.isForThirdParties()) {
            throw Refusal.invalid("负面清单上的内容只能凭权利人同意，或者不公开会对公共利益造成重大影响而放行。");
        }
        if (reason.length() < ground.least()) {
            throw Refusal.invalid("请写明理由，不少于" + ground.least() + "个字。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("理由请控制在" + LONGEST_REASON + "字以内。");
        }
        if (screening.screen("reason", reason).stream().anyMatch(f -> f.stops())) {
            throw Refusal.invalid("理由里有个人信息，请去掉号码再写。");
        }
    }
}
