package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists of requests; each reads no more rows than it shows, or counts what is open. */
@Repository
class ListStore {
    /** An open request's day stands in its case: of the answer that was ordered again, of the answer, or of the confirmation. */
    private static final String FROM = " from request_request r left join casework_clock c on c.case_id = coalesce(r.redo_of, r.case_id, r.confirm_case) and c.name = 'duty' ";
    private static final String OPEN = " where r.office = any(:offices) and r.stage not in ('CLOSED', 'WITHDRAWN') ";
    private static final String HANDLER = " left join office_officer o on o.id = r.handler ";
    private static final String COLUMNS = """
            select r.*, c.due_on, c.provisional, c.paused_on, f.arrived_on, a.name as applicant, o.display_name as handled_by
            """;
    private static final String PEOPLE = " join request_filing f on f.id = r.filing join request_applicant a on a.id = f.applicant " + HANDLER;
    private static final String FILTERS = """
               and (:stage::text is null or r.stage = :stage) and (:unit = '' or r.unit = :unit) and (:handler::uuid is null or r.handler = :handler)
               and (:channel::text is null or r.channel = :channel)
               and (:words = '' or r.number ilike :pattern or r.asked ilike :pattern)
            """;

    private final JdbcClient db;

    ListStore(JdbcClient db) {
        this.db = db;
    }

    /** A row. @param dueOn null while its time does not run, and of closed ones */
    record Row(InformationRequest request, LocalDate arrivedOn, @Nullable LocalDate dueOn, boolean provisional, @Nullable LocalDate pausedOn, String applicant,
            String handledBy) {
        /** Where the next page of open ones goes on. */
        String key() {
            return (dueOn == null ? "9999-12-31" : dueOn.toString()) + " " + request.id();
        }

        /** The same of closed ones. */
        String closedKey() {
            return request.closedOn() + " " + request.id();
        }
    }

    /** By the day they are due; those without a day last. */
    List<Row> open(ListQuery query, ListQuery.@Nullable Span span, LocalDate afterDue, UUID afterId, int limit) {
        var sql = COLUMNS + FROM + PEOPLE + OPEN + FILTERS + (span == null ? "" : span.from() == null && span.to() == null ? " and c.due_on is null"
                : " and c.due_on between :from and :to") + " and (coalesce(c.due_on, '9999-12-31'), r.id) > (:afterDue, :afterId) order by coalesce(c.due_on, '9999-12-31'), r.id limit :limit";
        var asked = bound(sql, query).param("afterDue", afterDue).param("afterId", afterId).param("limit", limit);
        return (span == null || span.from() == null && span.to() == null ? asked : asked.param("from", span.from()).param("to", span.to())).query(ListStore::row).list();
    }

    /** Of a year, the newest first. */
    List<Row> closed(ListQuery query, int year, LocalDate beforeDay, UUID beforeId, int limit) {
        var sql = COLUMNS.replace("c.due_on, c.provisional, c.paused_on", "null::date as due_on, false as provisional, null::date as paused_on") + " from request_request r " + PEOPLE
                + " where r.office = any(:offices) and r.closed_on between :from and :to" + FILTERS
                + " and (r.closed_on, r.id) < (:beforeDay, :beforeId) order by r.closed_on desc, r.id desc limit :limit";
        return bound(sql, query).param("from", LocalDate.of(year, 1, 1)).param("to", LocalDate.of(year, 12, 31)).param("beforeDay", beforeDay)
                .param("beforeId", beforeId).param("limit", limit).query(ListStore::row).list();
    }

    private JdbcClient.StatementSpec bound(String sql, ListQuery query) {
        var stage = query.stage();
        var channel = query.channel();
        return db.sql(sql).param("offices", query.offices().toArray(UUID[]::new)).param("stage", stage == null ? null : stage.name()).param("unit", query.unit())
                .param("handler", query.handler()).param("channel", channel == null ? null : channel.name()).param("words", query.words())
                .param("pattern", "%" + query.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        var handledBy = row.getString("handled_by");
        return new Row(RequestStore.request(row, n), row.getObject("arrived_on", LocalDate.class), row.getObject("due_on", LocalDate.class), row.getBoolean("provisional"),
                row.getObject("paused_on", LocalDate.class), row.getString("applicant"), handledBy == null ? "" : handledBy);
    }

    /** How many open ones there are of each. @param what stage, unit, handler or channel, @param value of it */
    record Count(String what, String value, String label, long count) {}

    List<Count> counts(Collection<UUID> offices) {
        return db.sql("""
                select case when grouping(r.stage) = 0 then 'stage' when grouping(r.unit) = 0 then 'unit' when grouping(r.channel) = 0 then 'channel' else 'handler' end as what,
                       coalesce(r.stage, r.unit, r.channel, r.handler::text, '') as value, coalesce(o.display_name, '') as label, count(*) as count
                """ + FROM + HANDLER + OPEN + " group by grouping sets ((r.stage), (r.unit), (r.channel), (r.handler, o.display_name)) order by count(*) desc, 2 limit 100")
                .param("offices", offices.toArray(UUID[]::new)).query(Count.class).list();
    }

    /** How many open ones lie where. */
    record Board(long late, long one, long three, long five, long later, long stopped) {}

    Board board(Collection<UUID> offices, LocalDate today, LocalDate one, LocalDate three, LocalDate five) {
        return db.sql("""
                select count(*) filter (where c.due_on < :today) as late, count(*) filter (where c.due_on between :today and :one) as one,
                       count(*) filter (where c.due_on > :one and c.due_on <= :three) as three, count(*) filter (where c.due_on > :three and c.due_on <= :five) as five,
                       count(*) filter (where c.due_on > :five) as later, count(*) filter (where c.due_on is null) as stopped
                """ + FROM + OPEN).param("offices", offices.toArray(UUID[]::new)).param("today", today).param("one", one).param("three", three).param("five", five)
                .query(Board.class).single();
    }

    /** Years in which something was closed, the newest first. */
    List<Integer> years(Collection<UUID> offices) {
        return db.sql("""
                select distinct y.year from generate_series(2008, 2099) as y(year) cross join unnest(:offices::uuid[]) as o(id)
                 where exists (select from request_request r where r.office = o.id and r.closed_on between make_date(y.year, 1, 1) and make_date(y.year, 12, 31))
                 order by 1 desc""").param("offices", offices.toArray(UUID[]::new)).query(Integer.class).list();
    }

    /** An open one. @param by what happened last, @param since when */
    record Waiting(InformationRequest request, RequestMove by, Instant since) {}

    /** Those in one of the stages, the longest wait first. @param by what must have happened last; null for anything */
    List<Waiting> waiting(Collection<UUID> offices, Collection<Stage> stages, @Nullable RequestMove by, int limit) {
        return db.sql("""
                select r.*, e.move as last_move, e.at as since from request_request r join request_event e on e.request = r.id and e.n = r.version
                 where r.office = any(:offices) and r.stage = any(:stages) and r.stage not in ('CLOSED', 'WITHDRAWN') and (:by::text is null or e.move = :by)
                 order by e.at, r.id limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("stages", stages.stream().map(Stage::name).toArray(String[]::new))
                .param("by", by == null ? null : by.name()).param("limit", limit)
                .query((row, n) -> new Waiting(RequestStore.request(row, n), RequestMove.valueOf(row.getString("last_move")), row.getTimestamp("since").toInstant())).list();
    }

    /** How many different applicants have asked the office for the same thing. */
    long applicantsOfSame(InformationRequest one) {
        return db.sql("""
                select count(distinct a.name_digest) from request_request r join request_filing f on f.id = r.filing join request_applicant a on a.id = f.applicant
                 where r.asked_digest = (select asked_digest from request_request where id = :id) and r.office = :office""")
                .param("id", one.id()).param("office", one.office()).query(Long.class).single();
    }
}
