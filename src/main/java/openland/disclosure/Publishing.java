package openland.disclosure;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.base.Ids;
import openland.base.Refusal;
import openland.casework.MeetingDuties;
import openland.catalogue.AccessMode;
import openland.catalogue.CommonHead;
import openland.journal.Act;
import openland.journal.Journal;
import openland.ledger.Commitment;
import openland.ledger.Leaf;
import openland.ledger.LeafType;
import openland.ledger.Ledger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an approved draft public: index number, edition, signatures, journal and ledger entry in one transaction.
 * Locks are taken in one order: index number first, the duties that the piece meets, ledger last. That it was reviewed is checked once more by the
 * database when the transaction ends (政府信息公开条例 2019, art. 17: 先审查后公开).
 */
@Service
public class Publishing {
    private final EditionStore editions;
    private final IndexNumbers indexNumbers;
    private final Retraction retraction;
    private final Joining joining;
    private final MeetingDuties meeting;
    private final Ledger ledger;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Publishing(EditionStore editions, IndexNumbers indexNumbers, Retraction retraction, Joining joining, MeetingDuties meeting, Ledger ledger,
            Journal journal, Ids ids, InstantSource time) {
        this.editions = editions;
        this.indexNumbers = indexNumbers;
        this.retraction = retraction;
        this.joining = joining;
        this.meeting = meeting;
        this.ledger = ledger;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** What became public, and the index of the last ledger entry that this publication wrote. */
    public record Published(UUID disclosure, int edition, String indexNumber, long ledgerIndex) {}

    /**
     * Publishes within the caller's transaction.
     *
     * @throws Refusal when the piece was withdrawn or amended meanwhile, or its index number is taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Published publish(Approved approved) {
        mustBeForEverybody(approved.projection());
        var now = time.instant().truncatedTo(MILLIS);
        var piece = approved.amends() == null ? newPiece(approved, now) : amended(approved);
        int number = approved.baseEdition() + 1;
        var canonical = CanonicalJson.of(approved.projection().published(piece.indexNumber(), number, now));
        var salt = Commitment.newSalt();
        joining.publish(new Joining.Arriving(piece.id(), approved.office(), approved.projection().published(piece.indexNumber(), number, now), now), approved.by());
        journal.record(new Act("disclosure.published", approved.by(), approved.office().id(), piece.id().toString(),
                Map.of("edition", number, "digest", Digests.hex(approved.contentDigest()))));
        meeting.publish(new MeetingDuties.Published(piece.id(), approved.office().id(), approved.projection().item(), approved.keys(), approved.duty(),
                now, approved.by(), begins(approved, number)));
        var leaf = Leaf.of(number == 1 ? LeafType.PUBLISH : LeafType.AMEND, approved.office().code(), piece.indexNumber(),
                number, now, Commitment.of(salt, canonical.getBytes(StandardCharsets.UTF_8)));
        long index = ledger.append(piece.id(), leaf).index();
        editions.insert(piece.id(), number, index, now, approved, canonical, salt);
        if (approved.retracts() && number > 1) {
            index = retraction.retract(piece, number - 1, approved.office().code(), now,
                    "已更正，由第" + number + "版代替", null, approved.by(), "").ledgerIndex();
        }
        return new Published(piece.id(), number, piece.indexNumber(), index);
    }

    /** What was public elsewhere before (原发布日期) began its time of display there; an edition that only adds begins none. */
    private static boolean begins(Approved approved, int number) {
        return (number == 1 || approved.retracts()) && approved.projection().originalPublishedOn() == null;
    }

    /** An allow-list at the one way out: whoever reads published pieces need not ask again for whom they are. */
    private static void mustBeForEverybody(Projection projection) {
        if (!AccessMode.PROACTIVE.label().equals(projection.accessMode()) || !CommonHead.EVERYBODY.equals(projection.audience())) {
            throw Refusal.conflict("只有主动公开、面向全社会的信息才能在网站公布。");
        }
    }

    private EditionStore.Row newPiece(Approved approved, Instant now) {
        var id = ids.next(approved.office().region());
        var number = approved.indexNumber() == null
                ? indexNumbers.next(approved.office(), now)
                : indexNumbers.brought(approved.office(), approved.indexNumber());
        return editions.insertPiece(id, approved, number, now);
    }

    private EditionStore.Row amended(Approved approved) {
        var piece = editions.locked(approved.amends())
                .orElseThrow(() -> Refusal.notFound("要修改的信息不存在。"));
        if (piece.withdrawn()) {
            throw Refusal.conflict("这件信息已经撤回，不能再修改；需要公开的，请重新拟稿。");
        }
        if (piece.editions() != approved.baseEdition()) {
            throw Refusal.conflict("这件信息在起草期间已有第" + piece.editions() + "版，请对照新版重新修改。");
        }
        return piece;
    }
}
