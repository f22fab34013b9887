package openland.drafting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the lists of the desk; all are read by key. */
@Repository
class WorklistStore {
    private static final String SEATS = """
            d.id in (select a.draft from drafting_awaited a
                      where (a.office, a.post) in (select * from unnest(cast(:offices as uuid[]), cast(:posts as text[]))))
            """;
    private static final String OLDEST = """
             and (d.updated_at, d.id) > (cast(:at as timestamptz), cast(:id as uuid)) order by d.updated_at, d.id limit :limit""";
    private static final String NEWEST = """
             and (d.updated_at, d.id) < (cast(:at as timestamptz), cast(:id as uuid)) order by d.updated_at desc, d.id desc limit :limit""";

    private final JdbcClient db;
    private final DraftStore drafts;

    WorklistStore(JdbcClient db, DraftStore drafts) {
        this.db = db;
        this.drafts = drafts;
    }

    /** Where a page begins: after the draft of that time and id. */
    record After(Instant at, UUID id) {}

    /** The one that waits longest first. @param signer none that he signed in this round already; null for all */
    List<Draft> awaiting(Collection<Awaited> seats, @Nullable UUID signer, After after, int limit) {
        return read(db.sql("select d.* from drafting_draft d where " + SEATS + " and " + UNSIGNED + OLDEST), seats, after, limit)
                .param("signer", signer).query((row, _) -> drafts.draft(row)).list();
    }

    private static final String UNSIGNED = """
            (d.state <> 'IN_REVIEW' or cast(:signer as uuid) is null or not exists
                (select from drafting_signature s where s.draft = d.id and s.round = d.round and s.officer = cast(:signer as uuid)
                    and not exists (select from drafting_awaited w where w.draft = d.id and w.post = 'DRAFTER')))
            """;

    long countAwaiting(Collection<Awaited> seats, UUID signer) {
        return db.sql("select count(*) from drafting_draft d where " + SEATS + " and " + UNSIGNED)
                .param("offices", offices(seats)).param("posts", posts(seats)).param("signer", signer)
                .query(Long.class).single();
    }

    /** Drafts of the office in those states, the newest first. */
    List<Draft> ofOffice(UUID office, Set<State> states, After after, int limit) {
        return db.sql("""
                select d.* from drafting_draft d where d.office = :office and d.state = any(cast(:states as text[]))""" + NEWEST)
                .param("office", office).param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("at", at(after.at())).param("id", after.id()).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    /** Open drafts on which the officer has written, the newest first. @param returned only those sent back to their drafter */
    List<Draft> writtenBy(UUID officer, boolean returned, After after, int limit) {
        return db.sql("""
                select d.* from drafting_draft d
                 where d.id in (select draft from drafting_writer where officer = :officer)
                   and d.state in ('DRAFTING', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')
                   and (not :returned or d.state = 'DRAFTING' and 'SEND_BACK' =
                        (select m.move from drafting_move m where m.draft = d.id order by m.n desc limit 1))""" + NEWEST)
                .param("officer", officer).param("returned", returned)
                .param("at", at(after.at())).param("id", after.id()).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    /** What of the office has a day on which it is to go out, the nearest first. */
    List<Draft> withDay(Collection<UUID> offices, int limit) {
        return db.sql("""
                select d.* from drafting_draft d
                 where d.office = any(cast(:offices as uuid[])) and d.publish_at is not null
                   and d.state in ('DRAFTING', 'IN_REVIEW', 'APPROVED', 'SCHEDULED') order by d.publish_at, d.id limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    /** Pieces of an item that the office made public, the newest first. */
    List<Draft> published(UUID office, String item, int limit) {
        return db.sql("""
                select d.* from drafting_draft d where d.office = :office and d.item = :item and d.state = 'PUBLISHED'
                 order by d.updated_at desc, d.id desc limit :limit""")
                .param("office", office).param("item", item).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    private static JdbcClient.StatementSpec read(JdbcClient.StatementSpec sql, Collection<Awaited> seats, After after, int limit) {
        return sql.param("offices", offices(seats)).param("posts", posts(seats)).param("at", at(after.at())).param("id", after.id())
                .param("limit", limit);
    }

    private static UUID[] offices(Collection<Awaited> seats) {
        return seats.stream().map(Awaited::office).toArray(UUID[]::new);
    }

    private static String[] posts(Collection<Awaited> seats) {
        return seats.stream().map(seat -> seat.post().name()).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
