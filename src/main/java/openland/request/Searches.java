package openland.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was looked for where (检索记录): the proof that something was not found. Nothing in it is changed. */
@Service
public class Searches {
    private final ReplyStore store;
    private final RequestSight sight;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Searches(ReplyStore store, RequestSight sight, Journal journal, Ids ids, InstantSource time) {
        this.store = store;
        this.sight = sight;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * One search.
     *
     * @param place which system, archive or unit
     * @param words which words, numbers, years
     * @param found what came of it
     */
    public record Search(UUID id, String place, String words, String found, LocalDate on, UUID officer, Instant at) {}

    /** @throws Refusal NOT_FOUND without a post of the office's; INVALID when something is missing */
    @Transactional
    public Search add(UUID request, String place, String words, String found, @Nullable LocalDate on, Officer by) {
        var one = sight.see(request, by);
        by.mustHoldOneOf(RequestMove.DRAFT.posts(), one.office());
        var day = on == null ? Time.dateOf(time.instant()) : on;
        Words.must(!day.isAfter(Time.dateOf(time.instant())), "检索的日期还没有到。");
        var search = new Search(ids.next("000000"), Words.reason(place, "在哪里检索"), Words.reason(words, "用什么检索"), Words.reason(found, "检索的结果"), day,
                by.id(), time.instant().truncatedTo(ChronoUnit.MICROS));
        store.add(search, one.id());
        journal.record(new Act("request.searched", by.id(), one.office(), one.id().toString(), Map.of("search", search.id().toString())));
        return search;
    }

    /** In their order. @throws Refusal NOT_FOUND without a post of the office's */
    public List<Search> of(UUID request, Officer by) {
        return store.searches(sight.see(request, by).id());
    }
}
