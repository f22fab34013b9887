package openland.casework;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Wording;
import openland.catalogue.Item;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What nobody reports is found too (线索): each finding waits for an officer who confirms it, which opens the duty, or refuses it. */
@Service
public class Candidates {
    /** Who decides for his office. */
    public static final Set<Post> DECIDERS = EnumSet.of(Post.DRAFTER, Post.LEADER, Post.HEAD);
    private static final int LONGEST = 300;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_REASON = 500;

    private final CandidateStore candidates;
    private final OpeningDuties opening;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Candidates(CandidateStore candidates, OpeningDuties opening, Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.candidates = candidates;
        this.opening = opening;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * What was noticed.
     *
     * @param item       empty when nobody can say which it is (a citizen's message)
     * @param key        the number of the thing; empty when it has none
     * @param subject    what it is about, for officers only; may be empty when there is a key
     * @param happenedAt local in China, midnight where only the day counts; null when nobody knows
     * @param reason     why it seems to be owed, in a sentence
     * @param ref        where it was noticed; the same finding from the same place is known again by it
     */
    public record Noticed(UUID office, String item, String key, String subject, @Nullable LocalDateTime happenedAt, String reason,
            Candidate.Source source, String ref) {
        /** @throws Refusal INVALID when something is missing or too long */
        public Noticed {
            key = Wording.line(Item.asKey(key), "编号", LONGEST_KEY);
            subject = Wording.line(subject, "事由", LONGEST);
            reason = Wording.reason(reason, LONGEST_REASON);
            if (key.isEmpty() && subject.isEmpty()) {
                throw Refusal.invalid("请写明事由或者编号，不然分不清是哪一件。");
            }
            if (item.isEmpty() && source != Candidate.Source.CITIZEN) {
                throw Refusal.invalid("请写明是哪个目录事项。");
            }
        }
    }

    /**
     * Keeps what was noticed until somebody decides. The same finding twice is one, also after it was decided; what waits under
     * the same office, item and key is the same too.
     *
     * @return the candidate, new or as it stands
     * @throws Refusal NOT_FOUND when there is no such office
     */
    @Transactional
    public Candidate found(Noticed noticed) {
        var office = offices.byId(noticed.office()).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var fresh = new Candidate(ids.next(office.region()), noticed.office(), noticed.item(), noticed.key(), noticed.subject(), noticed.happenedAt(),
                noticed.reason(), noticed.source(), noticed.ref(), Candidate.State.WAITING, time.instant().truncatedTo(ChronoUnit.MICROS), null, null, "", null);
        return candidates.add(fresh) ? fresh : candidates.same(fresh);
    }

    /** Whether the same was noticed before. */
    boolean isKnown(Noticed noticed) {
        return candidates.isKnown(noticed);
    }

    public Optional<Candidate> byId(UUID id) {
        return candidates.byId(id);
    }

    /** Those that wait, the oldest first. @param source null for all */
    @Transactional(readOnly = true)
    public Keyset<Candidate> waiting(Collection<UUID> offices, Candidate.@Nullable Source source, @Nullable String after, int limit) {
        return Keyset.of(candidates.waiting(offices, source, after, limit + 1), limit, CandidateStore::key);
    }

    /** How many wait. */
    public long countWaiting(Collection<UUID> offices) {
        return candidates.countWaiting(offices);
    }

    /** Those that were decided last. */
    public List<Candidate> decided(Collection<UUID> offices, int limit) {
        return candidates.decided(offices, limit);
    }

    /**
     * What an officer says of a candidate when he confirms it.
     *
     * @param item       null to leave it as it was noticed
     * @param key        null to leave it as it was noticed
     * @param happenedAt null to leave it as it was noticed
     */
    public record Confirmation(UUID candidate, @Nullable String item, @Nullable String key, @Nullable LocalDateTime happenedAt, String reason) {}

    /**
     * It is so: the duty is opened.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN without the post, CONFLICT when it was refused, INVALID without a day or when nothing is owed
     */
    @Transactional
    public Candidate confirm(Confirmation confirmation, Officer by) {
        var candidate = mine(confirmation.candidate(), by);
        if (candidate.state() == Candidate.State.CONFIRMED) {
            return candidate;
        }
        mustWait(candidate);
        var opened = opening.open(trigger(candidate, confirmation), by);
        return decided(candidate, Candidate.State.CONFIRMED, by, Wording.line(confirmation.reason(), "说明", LONGEST_REASON), opened.duty().id());
    }

    private static Trigger trigger(Candidate candidate, Confirmation confirmation) {
        var item = confirmation.item() == null ? candidate.item() : confirmation.item();
        var at = confirmation.happenedAt() == null ? candidate.happenedAt() : confirmation.happenedAt();
        if (item.isEmpty() || at == null) {
            throw Refusal.invalid("请写明是哪个目录事项、事情发生在哪一天，才能算出期限。");
        }
        var key = confirmation.key() == null ? candidate.key() : confirmation.key();
        return new Trigger(candidate.office(), item, "", at, key, candidate.subject(), Trigger.Source.CANDIDATE, candidate.id().toString());
    }

    /** It is not so. @throws Refusal NOT_FOUND, FORBIDDEN without the post, INVALID without a reason, CONFLICT when it was confirmed */
    @Transactional
    public Candidate refuse(UUID id, String reason, Officer by) {
        var candidate = mine(id, by);
        var why = Wording.reason(reason, LONGEST_REASON);
        if (candidate.state() == Candidate.State.REFUSED) {
            return candidate;
        }
        mustWait(candidate);
        return decided(candidate, Candidate.State.REFUSED, by, why, null);
    }

    /**
     * One that an officer of its office may decide.
     *
     * @throws Refusal NOT_FOUND for who does not work there, FORBIDDEN without the post
     */
    public Candidate see(UUID id, Officer by) {
        return decidable(candidates.byId(id), by);
    }

    private Candidate mine(UUID id, Officer by) {
        return decidable(candidates.locked(id), by);
    }

    private Candidate decidable(Optional<Candidate> found, Officer by) {
        var candidate = found.orElseThrow(Candidates::notThere);
        if (!by.holdsOneOf(DutySight.READERS, candidate.office())) {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), candidate.id().toString()));
            throw notThere();
        }
        by.mustHoldOneOf(DECIDERS, candidate.office());
        return candidate;
    }

    private static Refusal notThere() {
        return Refusal.notFound("没有这条线索，或者它不归您所在的机构办理。");
    }

    private static void mustWait(Candidate candidate) {
        if (candidate.state() != Candidate.State.WAITING) {
            throw Refusal.conflict("这条线索已经处理过了：" + candidate.state().label() + "。");
        }
    }

    private Candidate decided(Candidate candidate, Candidate.State state, Officer by, String reason, @Nullable UUID duty) {
        candidates.decide(candidate.id(), state, by.id(), time.instant(), reason, duty);
        journal.record(new Act("candidate." + (duty == null ? "refused" : "confirmed"), by.id(), candidate.office(), candidate.id().toString(),
                duty == null ? Map.of() : Map.of("case", duty.toString())));
        return candidates.byId(candidate.id()).orElseThrow();
    }
}
