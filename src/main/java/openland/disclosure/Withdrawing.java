package openland.disclosure;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.casework.MeetingDuties;
import openland.journal.Act;
import openland.journal.Journal;
import openland.ledger.Barrier;
import openland.office.Access;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Withdraws a published piece (撤回). What remains is a tombstone with number, date and ground; the title stays only
 * where the ground allows it. The salt and the content are deleted in the same transaction.
 */
@Service
public class Withdrawing {
    /** How long an acknowledgement waits for every live node. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EditionStore editions;
    private final Retraction retraction;
    private final Joining joining;
    private final MeetingDuties meeting;
    private final Followers followers;
    private final Barrier barrier;
    private final Offices offices;
    private final Access access;
    private final Journal journal;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Withdrawing(EditionStore editions, Retraction retraction, Joining joining, MeetingDuties meeting, Followers followers, Barrier barrier, Offices offices,
            Access access, Journal journal, InstantSource time, TransactionTemplate transaction) {
        this.editions = editions;
        this.retraction = retraction;
        this.joining = joining;
        this.meeting = meeting;
        this.followers = followers;
        this.barrier = barrier;
        this.offices = offices;
        this.access = access;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Withdraws the whole piece and returns when no live node serves it any more. Withdrawing again answers the same.
     *
     * @param ground    the sentence the public reads
     * @param remark    for the journal's readers, not public; may be empty
     * @param titleStays whether the tombstone shows the title
     * @throws Refusal NOT_FOUND, also to who has no post at the office; FORBIDDEN without post leader or head of the office; INVALID without a ground;
     *                 UNAVAILABLE when a node has not confirmed in time: the piece is withdrawn, ask again
     */
    public Piece.Withdrawal withdraw(UUID disclosure, Officer officer, String ground, String remark, boolean titleStays) {
        if (ground.isBlank() || ground.length() > 500) {
            throw Refusal.invalid("请用一句话写明撤回的理由（500字以内），公众会看到它。");
        }
        var withdrawal = transaction.execute(_ -> inTransaction(disclosure, officer, ground.strip(), remark, titleStays));
        settle(withdrawal.ledgerIndex());
        return withdrawal;
    }

    /** Waits until every live node has passed a ledger entry. @throws Refusal UNAVAILABLE when one did not in time */
    public void settle(long ledgerIndex) {
        barrier.awaitPassed(ledgerIndex, PATIENCE);
    }

    private Piece.Withdrawal inTransaction(UUID disclosure, Officer officer, String ground, String remark, boolean titleStays) {
        var piece = editions.locked(disclosure).orElseThrow(() -> Refusal.notFound("没有这件信息。"));
        access.mustSee(officer, piece.office(), "disclosure " + disclosure);
        officer.mustHoldOneOf(EnumSet.of(Post.LEADER, Post.HEAD), piece.office());
        if (piece.withdrawn()) {
            return editions.withdrawal(disclosure).orElseThrow();
        }
        var office = offices.byId(piece.office()).orElseThrow();
        var title = titleStays ? editions.titleOf(disclosure, piece.editions()).orElse(null) : null;
        journal.record(new Act("disclosure.withdrawn", officer.id(), office.id(), disclosure.toString(),
                Map.of("editions", piece.editions(), "titleStays", titleStays)));
        meeting.withdraw(disclosure, officer.id(), ground);
        joining.withdraw(disclosure);
        var withdrawal = retraction.retract(piece, null, office.code(), time.instant().truncatedTo(MILLIS), ground, title,
                officer.id(), remark);
        followers.tellWithdrawn(disclosure, piece.indexNumber(), office.name(), title);
        return withdrawal;
    }
}
