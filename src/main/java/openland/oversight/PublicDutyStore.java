package openland.oversight;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.calendar.ClockRule;
import openland.casework.CaseState;
import openland.catalogue.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads duties in the reader's role, which has no right to what only officers may see. */
@Repository
class PublicDutyStore {
    private static final String COLUMNS = """
            select c.id, c.office, c.unit, c.obligation, c.item, c.title, c.public_subject, c.rule ->> 'basis' as basis, c.happened_at, c.state,
                   c.piece, k.kind, k.rule as clock_rule, k.region, k.due_on, k.due_at, k.first_due_on, k.provisional, k.paused_on, k.met_at,
                   %s as day
            """.formatted(FigureStore.DAY);
    private static final String SELECT = COLUMNS + " from casework_clock k join casework_case c on c.id = k.case_id ";

    /** The clocks first, as few as a page holds, and only of these the cases: both together are wide. */
    private static String page(String where, String order) {
        return COLUMNS + " from (select * from casework_clock k where " + where + " order by " + order + " limit :limit) k join casework_case c on c.id = k.case_id order by " + order;
    }

    private final JdbcClient db;

    PublicDutyStore(@Qualifier("publicReader") JdbcClient db) {
        this.db = db;
    }

    /** By the day, the longest ago first. */
    List<PublicDuty> list(What what, Asked asked, Instant now, @Nullable String after, int limit) {
        var key = Keyset.decode(after);
        return db.sql(page("k.office = any(:offices) and " + FigureStore.COUNTED + " and (k.kind = 'TARGET') = :target and "
                        + what.condition() + " " + """
                 and (:from::date is null or %1$s >= :from::date)
                 and (:to::date is null or %1$s < :to::date + interval '1 month')
                 and (:item::text is null or exists (select 1 from casework_case i where i.id = k.case_id and coalesce(i.item, '') = :item))
                 and (%1$s, k.case_id) > (:day::date, :id::uuid)""".formatted(FigureStore.DAY), FigureStore.DAY + ", k.case_id"))
                .param("offices", asked.offices().toArray(UUID[]::new)).param("target", asked.target()).param("now", Timestamp.from(now))
                .param("from", FigureStore.first(asked.from())).param("to", FigureStore.first(asked.to())).param("item", asked.item())
                .param("day", Date.valueOf(key == null ? LocalDate.of(1, 1, 1) : day(key))).param("id", key == null ? new UUID(0, 0) : id(key))
                .param("limit", limit).query(PublicDutyStore::duty).list();
    }

    static String key(PublicDuty duty) {
        return duty.day() + " " + duty.id();
    }

    private static LocalDate day(String key) {
        try {
            return LocalDate.parse(key.split(" ", 2)[0]);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key.substring(key.indexOf(' ') + 1));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Refusal wrong() {
        return Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
    }

    /** Whatever has a day that can be missed. */
    Optional<PublicDuty> byId(UUID id) {
        return db.sql(SELECT + "where c.id = :id and k.name = 'duty' and k.kind in ('DEADLINE', 'LEAD', 'PERIODIC', 'IMMEDIATE', 'TARGET')")
                .param("id", id).query(PublicDutyStore::duty).optional();
    }

    /** Those that became late last. */
    List<PublicDuty> lastOverdue(Collection<UUID> offices, Instant now, int limit) {
        return db.sql(page("k.office = any(:offices) and " + FigureStore.COUNTED + " and k.kind <> 'TARGET' and " + What.OVERDUE.condition(), "k.due_at desc"))
                .param("offices", offices.toArray(UUID[]::new)).param("now", Timestamp.from(now)).param("limit", limit).query(PublicDutyStore::duty).list();
    }

    /** Those that were done last. */
    List<PublicDuty> lastMet(Collection<UUID> offices, int limit) {
        return db.sql(page("k.office = any(:offices) and " + FigureStore.COUNTED + " and k.kind <> 'TARGET' and k.met_at is not null", "k.met_at desc"))
                .param("offices", offices.toArray(UUID[]::new)).param("limit", limit).query(PublicDutyStore::duty).list();
    }

    /** What happened to its date: what kind of move, never an officer's own words. */
    List<Dated> dates(UUID id) {
        return db.sql("""
                select at, from_on, to_on, cause as kind from casework_due_change where case_id = :id and name = 'duty' order by at""")
                .param("id", id).query((row, _) -> new Dated(row.getTimestamp("at").toInstant(), row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class), row.getString("kind"))).list();
    }

    private static PublicDuty duty(ResultSet row, int n) throws SQLException {
        return new PublicDuty(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("unit"), row.getString("obligation"),
                row.getString("item"), row.getString("title"), row.getString("public_subject"), row.getString("basis"),
                Rule.Kind.valueOf(row.getString("kind")), ClockRule.parse(row.getString("clock_rule")), row.getString("region"),
                row.getObject("happened_at", LocalDateTime.class), row.getObject("due_on", LocalDate.class), instant(row.getTimestamp("due_at")),
                row.getObject("first_due_on", LocalDate.class), row.getBoolean("provisional"), row.getObject("paused_on", LocalDate.class),
                instant(row.getTimestamp("met_at")), CaseState.valueOf(row.getString("state")), row.getObject("piece", UUID.class),
                row.getObject("day", LocalDate.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
