package openland.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.calendar.ClockRule;
import openland.calendar.Pause;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cases and their clocks. */
@Repository
class DutyStore {
    private static final String SELECT = """
            select c.*, k.name, k.kind as clock_kind, k.rule as clock_rule, k.region, k.start_at, k.extension, k.pauses::text as pauses, k.paused_on,
                   k.due_on, k.due_at, k.provisional, k.calendar_version, k.first_due_on, k.met_at, k.ended_at
              from casework_case c join casework_clock k on k.case_id = c.id
            """;

    private final JdbcClient db;

    DutyStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the same thing was reported before. */
    boolean add(DutyCase duty) {
        int added = db.sql("""
                insert into casework_case (id, kind, office, unit, obligation, rule_kind, rule, item, title, subject, key, happened_at, source,
                                           source_ref, state, opened_at, opened_by)
                values (:id, :kind, :office, :unit, :obligation, :ruleKind, :rule::jsonb, :item, :title, :subject, :key, :happened, :source,
                        :ref, :state, :at, :by)
                on conflict do nothing""")
                .param("id", duty.id()).param("kind", duty.kind().code()).param("office", duty.office()).param("unit", duty.unit()).param("obligation", duty.obligation())
                .param("ruleKind", duty.rule().kind().name()).param("rule", RuleJson.written(duty.rule())).param("item", duty.item())
                .param("title", duty.title()).param("subject", duty.subject()).param("key", duty.key())
                .param("happened", Timestamp.valueOf(duty.happenedAt())).param("source", duty.source().name()).param("ref", duty.sourceRef())
                .param("state", duty.state().name()).param("at", Timestamp.from(duty.openedAt())).param("by", duty.openedBy()).update();
        if (added == 1) {
            insert(duty.clock());
        }
        return added == 1;
    }

    private void insert(CaseClock clock) {
        write(db.sql("""
                insert into casework_clock (case_id, name, office, kind, unit, n, rule, region, start_at, extension, pauses, paused_on, due_on, due_at,
                                            provisional, calendar_version, first_due_on, met_at, ended_at)
                values (:case, :name, :office, :kind, :unit, :n, :rule, :region, :start, :extension, :pauses::datemultirange, :pausedOn, :dueOn, :dueAt,
                        :provisional, :version, :firstDueOn, :metAt, :endedAt)""")
                .param("office", clock.office()).param("kind", clock.kind().name()).param("unit", Extension.unit(clock.rule()))
                .param("n", Extension.number(clock.rule())).param("rule", clock.rule().text()).param("region", clock.region())
                .param("start", Timestamp.valueOf(clock.startAt())).param("firstDueOn", clock.firstDueOn()), clock);
    }

    void update(CaseClock clock) {
        write(db.sql("""
                update casework_clock set start_at = :start, extension = :extension, pauses = :pauses::datemultirange, paused_on = :pausedOn, due_on = :dueOn, due_at = :dueAt,
                       provisional = :provisional, calendar_version = :version, met_at = :metAt, ended_at = :endedAt
                 where case_id = :case and name = :name""").param("start", Timestamp.valueOf(clock.startAt())), clock);
    }

    private static void write(JdbcClient.StatementSpec statement, CaseClock clock) {
        statement.param("case", clock.caseId()).param("name", clock.name()).param("extension", clock.extension())
                .param("pauses", clock.pauses().stream().map(pause -> "(" + pause.sent() + "," + pause.received() + "]")
                        .collect(Collectors.joining(",", "{", "}")))
                .param("pausedOn", clock.pausedOn()).param("dueOn", clock.dueOn()).param("dueAt", time(clock.dueAt()))
                .param("provisional", clock.provisional()).param("version", clock.calendarVersion()).param("metAt", time(clock.metAt()))
                .param("endedAt", time(clock.endedAt())).update();
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    Optional<DutyCase> byId(UUID id) {
        return db.sql(SELECT + " where c.id = :id").param("id", id).query(DutyStore::duty).optional();
    }

    /** Nothing is counted again (Recounting) until the transaction ends: what it counts, it counts by one calendar. */
    void holdCalendar() {
        db.sql("select pg_advisory_xact_lock_shared(" + RecountStore.LOCK + ")").query((_, _) -> true).single();
    }

    /** The same, held against others until the transaction ends. */
    Optional<DutyCase> locked(UUID id) {
        holdCalendar();
        db.sql("select id from casework_case where id = :id for update").param("id", id).query(UUID.class).optional();
        return byId(id);
    }

    /** The one that was opened for just this before. */
    DutyCase same(DutyCase duty) {
        return db.sql(SELECT + """
                 where c.office = :office and c.obligation = :obligation and c.item is not distinct from :item::text and c.happened_at = :happened
                   and c.key = :key and c.subject = :subject""")
                .param("office", duty.office()).param("obligation", duty.obligation()).param("item", duty.item())
                .param("happened", Timestamp.valueOf(duty.happenedAt())).param("key", duty.key()).param("subject", duty.subject())
                .query(DutyStore::duty).single();
    }

    /** Those still open that a piece of the item with one of these keys meets. */
    List<UUID> openWith(UUID office, String item, Collection<String> keys) {
        return keys.isEmpty() ? List.of() : db.sql("""
                select id from casework_case where office = :office and item = :item and key = any(:keys) and state in ('OPEN', 'PAUSED')
                   and rule_kind <> 'MIN_DURATION' order by id""")
                .param("office", office).param("item", item).param("keys", keys.toArray(String[]::new)).query(UUID.class).list();
    }

    /** The shortest times that a piece began and that still run. */
    List<UUID> runningFloorsOf(UUID piece) {
        return db.sql("select id from casework_case where source_ref = :piece and rule_kind = 'MIN_DURATION' and state in ('OPEN', 'PAUSED') order by id")
                .param("piece", piece.toString()).query(UUID.class).list();
    }

    /** The shortest times that pieces began by being published and nobody cancelled. */
    List<DutyCase> floorsOf(Collection<UUID> pieces) {
        return db.sql(SELECT + " where c.source_ref = any(:pieces) and c.rule_kind = 'MIN_DURATION' and c.state <> 'CANCELLED' order by c.id")
                .param("pieces", pieces.stream().map(UUID::toString).toArray(String[]::new)).query(DutyStore::duty).list();
    }

    /** What concerns the things of those keys, or was met by those pieces, by when it began; of very much what is still open and the newest. Shortest times left out. */
    List<DutyCase> about(Collection<String> items, Collection<String> keys, Collection<UUID> pieces) {
        var found = db.sql(SELECT + """
                 where c.item = any(:items) and (c.key = any(:keys) and c.key <> '' or c.piece = any(:pieces)) and c.rule_kind <> 'MIN_DURATION'
                   and c.state <> 'CANCELLED' order by k.met_at is null desc, c.happened_at desc, c.id desc limit 500""")
                .param("items", items.toArray(String[]::new)).param("keys", keys.toArray(String[]::new)).param("pieces", pieces.toArray(UUID[]::new))
                .query(DutyStore::duty).list();
        return found.stream().sorted(Comparator.comparing(DutyCase::happenedAt).thenComparing(DutyCase::id)).toList();
    }

    List<UUID> metBy(UUID piece) {
        return db.sql("select id from casework_case where piece = :piece and state = 'MET' order by id").param("piece", piece).query(UUID.class).list();
    }

    void state(UUID id, CaseState state, @Nullable UUID piece, @Nullable String evidence) {
        db.sql("update casework_case set state = :state, piece = :piece, evidence = :evidence where id = :id")
                .param("state", state.name()).param("piece", piece).param("evidence", evidence).param("id", id).update();
    }

    void publicSubject(UUID id, @Nullable String subject) {
        db.sql("update casework_case set public_subject = :subject where id = :id").param("subject", subject).param("id", id).update();
    }

    void add(UUID id, CaseStep step, String detail) {
        db.sql("""
                insert into casework_move (case_id, n, move, to_state, officer, reason, detail, at)
                values (:id, :n, :move, :to, :officer, :reason, :detail::jsonb, :at)""")
                .param("id", id).param("n", step.n()).param("move", step.move().name()).param("to", step.to().name()).param("officer", step.officer())
                .param("reason", step.reason()).param("detail", detail).param("at", Timestamp.from(step.at())).update();
    }

    List<CaseStep> steps(UUID id) {
        return db.sql("select n, move, to_state, officer, reason, at from casework_move where case_id = :id order by n").param("id", id)
                .query((row, _) -> new CaseStep(row.getInt("n"), CaseMove.valueOf(row.getString("move")), CaseState.valueOf(row.getString("to_state")),
                        row.getObject("officer", UUID.class), row.getString("reason"), row.getTimestamp("at").toInstant())).list();
    }

    void moved(CaseClock clock, @Nullable LocalDate from, Instant at, String cause, String reason) {
        db.sql("insert into casework_due_change (case_id, name, at, from_on, to_on, cause, reason) values (:case, :name, :at, :from, :to, :cause, :reason)")
                .param("cause", cause)
                .param("case", clock.caseId()).param("name", clock.name()).param("at", Timestamp.from(at)).param("from", from)
                .param("to", clock.dueOn()).param("reason", reason).update();
    }

    List<DueChange> changes(UUID id) {
        return db.sql("select at, from_on, to_on, cause || case reason when '' then '' else '：' || reason end as reason from casework_due_change where case_id = :id order by at").param("id", id)
                .query((row, _) -> new DueChange(row.getTimestamp("at").toInstant(), row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class), row.getString("reason"))).list();
    }

    /** By the day they are due; those without a day (stopped) last. */
    List<DutyCase> list(Collection<UUID> offices, DutyQuery query, int limit) {
        return db.sql(SELECT + (query.states().isEmpty() ? " where k.met_at is null and k.ended_at is null" : " where c.state = any(:states)") + """
                   and k.office = any(:offices)
                   and (coalesce(k.due_at, 'infinity'::timestamptz), k.case_id) > (:at::timestamptz, :id) and (:before::timestamptz is null or k.due_at < :before)
                   and (:item::text is null or c.item = :item) and (:kinds::text[] is null or k.kind = any(:kinds))
                 order by coalesce(k.due_at, 'infinity'::timestamptz), k.case_id limit :limit""")
                .param("states", query.states().stream().map(Enum::name).toArray(String[]::new))
                .param("offices", offices.toArray(UUID[]::new)).param("at", query.afterAt()).param("id", query.afterId())
                .param("before", time(query.dueBefore())).param("item", query.item())
                .param("kinds", query.kinds().isEmpty() ? null : query.kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit).query(DutyStore::duty).list();
    }

    /** What is still to be done, by item; the most first. */
    List<Duties.OfItem> byItem(Collection<UUID> offices) {
        return db.sql("""
                select c.item, min(c.title) as title, count(*) as count
                  from casework_clock k join casework_case c on c.id = k.case_id
                 where k.office = any(:offices) and k.met_at is null and k.ended_at is null and c.item is not null and k.kind <> 'MIN_DURATION'
                 group by c.item order by count(*) desc, c.item limit 30""")
                .param("offices", offices.toArray(UUID[]::new)).query(Duties.OfItem.class).list();
    }

    void eachKey(Duties.EachKey each) {
        db.sql("select office, item, key from casework_case where item is not null and key <> ''")
                .query(row -> {
                    each.take(row.getObject("office", UUID.class), row.getString("item"), row.getString("key"));
                });
    }

    private static DutyCase duty(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var office = row.getObject("office", UUID.class);
        return new DutyCase(id, CaseKind.of(row.getString("kind")), office, row.getString("unit"), row.getString("obligation"), RuleJson.read(row.getString("rule")), row.getString("item"),
                row.getString("title"), row.getString("subject"), row.getString("public_subject"), row.getString("key"),
                row.getObject("happened_at", LocalDateTime.class), Trigger.Source.valueOf(row.getString("source")), row.getString("source_ref"),
                CaseState.valueOf(row.getString("state")), row.getObject("piece", UUID.class), row.getString("evidence"),
                row.getTimestamp("opened_at").toInstant(), row.getObject("opened_by", UUID.class), clock(row, id, office));
    }

    private static CaseClock clock(ResultSet row, UUID id, UUID office) throws SQLException {
        return new CaseClock(id, row.getString("name"), office, Rule.Kind.valueOf(row.getString("clock_kind")), ClockRule.parse(row.getString("clock_rule")),
                row.getString("region"), row.getObject("start_at", LocalDateTime.class), row.getInt("extension"), pauses(row.getString("pauses")),
                row.getObject("paused_on", LocalDate.class), row.getObject("due_on", LocalDate.class), instant(row.getTimestamp("due_at")),
                row.getBoolean("provisional"), row.getLong("calendar_version"), row.getObject("first_due_on", LocalDate.class),
                instant(row.getTimestamp("met_at")), instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** The database writes a range of days as {@code [after-the-first,before-the-next)}. */
    static List<Pause> pauses(String written) {
        var pauses = new ArrayList<Pause>();
        Arrays.stream(written.substring(1, written.length() - 1).split("\\),?", -1)).filter(range -> !range.isBlank()).forEach(range -> {
            var days = range.substring(1).split(",", -1);
            pauses.add(new Pause(LocalDate.parse(days[0]).minusDays(1), LocalDate.parse(days[1]).minusDays(1)));
        });
        return List.copyOf(pauses);
    }
}
