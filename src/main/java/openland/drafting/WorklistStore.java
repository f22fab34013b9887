package openland.drafting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the lists of the desk; all are read by key. */
@Repository
class WorklistStore {
    /** What {@link Seats#toSign} says of one draft, said of all; one in review that awaits DRAFTER waits for an answer from outside. */
    private static final String WAITING = """
            exists (select from drafting_awaited a
                      join unnest(cast(:offices as uuid[]), cast(:posts as text[]), cast(:behalves as uuid[])) as seat (office, post, behalf)
                        on seat.office = a.office and seat.post = a.post
                     where a.draft = d.id
                       and (d.state <> 'IN_REVIEW' or a.post = 'DRAFTER'
                            or not exists (select from drafting_signature s where s.draft = d.id and s.round = d.round
                                              and (s.officer in (:officer, seat.behalf) or s.on_behalf in (:officer, seat.behalf)))
                               and (seat.behalf is null or not exists (select from drafting_writer w
                                              where w.draft = d.id and w.officer = :officer))))
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

    /** Those in which the officer has a move to make at one of the seats, the one that waits longest first. */
    List<Draft> awaiting(Collection<Seat> seats, UUID officer, After after, int limit) {
        return seated(db.sql("select d.* from drafting_draft d where " + WAITING + OLDEST), seats, officer)
                .param("at", Time.utc(after.at())).param("id", after.id()).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    long countAwaiting(Collection<Seat> seats, UUID officer) {
        return seated(db.sql("select count(*) from drafting_draft d where " + WAITING), seats, officer).query(Long.class).single();
    }

    /** Drafts of the offices in those states, the newest first. */
    List<Draft> ofOffices(Collection<UUID> offices, Set<State> states, After after, int limit) {
        return db.sql("""
                select d.* from drafting_draft d
                 where d.office = any(cast(:offices as uuid[])) and d.state = any(cast(:states as text[]))""" + NEWEST)
                .param("offices", offices.toArray(UUID[]::new)).param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("at", Time.utc(after.at())).param("id", after.id()).param("limit", limit)
                .query((row, _) -> drafts.draft(row)).list();
    }

    /** Open drafts of the offices on which the officer has written, the newest first. @param returned only those sent back to their drafter */
    List<Draft> writtenBy(UUID officer, Collection<UUID> offices, boolean returned, After after, int limit) {
        return db.sql("""
                select d.* from drafting_draft d
                 where d.id in (select draft from drafting_writer where officer = :officer)
                   and d.office = any(cast(:offices as uuid[]))
                   and d.state in ('DRAFTING', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')
                   and (not :returned or d.state = 'DRAFTING' and 'SEND_BACK' =
                        (select m.move from drafting_move m where m.draft = d.id order by m.n desc limit 1))""" + NEWEST)
                .param("officer", officer).param("offices", offices.toArray(UUID[]::new)).param("returned", returned)
                .param("at", Time.utc(after.at())).param("id", after.id()).param("limit", limit)
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

    private static JdbcClient.StatementSpec seated(JdbcClient.StatementSpec sql, Collection<Seat> seats, UUID officer) {
        return sql.param("offices", seats.stream().map(Seat::office).toArray(UUID[]::new))
                .param("posts", seats.stream().map(seat -> seat.post().name()).toArray(String[]::new))
                .param("behalves", seats.stream().map(Seat::behalf).toArray(UUID[]::new)).param("officer", officer);
    }
}
