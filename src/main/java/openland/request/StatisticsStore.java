package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the statistics: groups of the book, and the requests behind a group. */
@Repository
class StatisticsStore {
    /**
     * The book of a period: what was received in it, what came over from before, what was closed in it. Whatever was never received is nowhere.
     * A request is closed by its first answer; one that was ordered again counts no second time.
     */
    private static final String BOOK = """
            with book as (
              select r.*, coalesce(r.reply, '') as reply_type, coalesce(r.reply_part, '') as part, coalesce(r.in_time, false) as kept,
                     r.received_on between :from and :until as received,
                     r.received_on < :from and (r.closed_on is null or r.closed_on >= :from) as carried,
                     r.closed_on is not null and r.closed_on between :from and :until as answered,
                     r.received_on <= :until and (r.closed_on is null or r.closed_on > :until) as remains
                from request_request r
               where r.office = any(:offices) and (:unit::text is null or r.unit = :unit) and r.received_on is not null
                 and (r.received_on between :from and :until or r.closed_on between :from and :until
                      or r.received_on < :from and (r.closed_on is null or r.closed_on >= :from)))
            """;
    private static final String COLUMNS = "applicant_kind, channel, reply_type, part, extended, kept, received, carried, answered, remains";
    private static final String KEY = "concat_ws('|', applicant_kind, channel, reply_type, part, extended, kept, received, carried, answered, remains)";
    private static final String AFTER = " and (:day::date is null or (b.received_on, b.id) < (:day::date, :id::uuid))";
    private static final String ORDER = " order by b.received_on desc, b.id desc limit :limit";

    private final JdbcClient db;

    StatisticsStore(JdbcClient db) {
        this.db = db;
    }

    List<StatisticsGroup> groups(StatisticsAsked asked) {
        return asked(BOOK + "select " + KEY + " as key, " + COLUMNS + ", count(*) as number from book group by " + COLUMNS, asked)
                .query(StatisticsStore::group).list();
    }

    /** Some figures of each part of the whole. */
    record PartCount(String part, long received, long carried, long answered, long late, long remains) {}

    List<PartCount> byUnit(StatisticsAsked asked) {
        return parts("unit", asked);
    }

    List<PartCount> byOffice(StatisticsAsked asked) {
        return parts("office::text", asked);
    }

    private List<PartCount> parts(String part, StatisticsAsked asked) {
        return asked(BOOK + """
                select %s as part, count(*) filter (where received) as received, count(*) filter (where carried) as carried,
                       count(*) filter (where answered) as answered, count(*) filter (where answered and not kept) as late,
                       count(*) filter (where remains) as remains
                  from book group by 1 order by 1""".formatted(part), asked).query(PartCount.class).list();
    }

    /** Remedies of the period: decided in it, or not decided by its end. */
    record RemedyCount(String kind, String result, long count) {}

    private static final String REMEDIES = """
             from request_remedy m join request_request r on r.id = m.request
             where r.office = any(:offices) and (:unit::text is null or r.unit = :unit)
               and (m.decided_on between :from and :until or m.copy_on <= :until and (m.decided_on is null or m.decided_on > :until))""";
    private static final String RESULT = "case when m.decided_on between :from and :until then coalesce(m.result, 'OTHER') else 'PENDING' end";

    List<RemedyCount> remedies(StatisticsAsked asked) {
        return asked("select m.kind, " + RESULT + " as result, count(*) as count " + REMEDIES + " group by 1, 2", asked).query(RemedyCount.class).list();
    }

    /** How long those took that were closed in the period. */
    List<AnswerTimes.Took> took(StatisticsAsked asked) {
        return asked(BOOK + """
                select reply_type as reply, coalesce(counted_days, 0) as counted, coalesce(excluded_days, 0) as excluded, extended, count(*) as count
                  from book where answered and counted_days is not null group by 1, 2, 3, 4""", asked).query(AnswerTimes.Took.class).list();
    }

    /** The requests of some groups, the newest first. @param after as the page before gave it */
    List<InformationRequest> requests(StatisticsAsked asked, Collection<String> keys, @Nullable String after, int limit) {
        var sql = BOOK + "select * from book b where " + KEY + " = any(:keys)" + AFTER + ORDER;
        return paged(asked(sql, asked).param("keys", keys.toArray(String[]::new)), after, limit);
    }

    /** The requests with remedies of some kinds, with such a result. @param result null for all */
    List<InformationRequest> withRemedies(StatisticsAsked asked, Collection<String> kinds, @Nullable String result, @Nullable String after, int limit) {
        var sql = "select b.* from request_request b where b.received_on is not null and b.id in (select r.id " + REMEDIES
                + " and m.kind = any(:kinds) and (:result::text is null or " + RESULT + " = :result))" + AFTER + ORDER;
        return paged(asked(sql, asked).param("kinds", kinds.toArray(String[]::new)).param("result", result), after, limit);
    }

    private static List<InformationRequest> paged(JdbcClient.StatementSpec sql, @Nullable String after, int limit) {
        var key = Keyset.decode(after);
        var parts = key == null ? null : key.split("\\|", -1);
        if (parts != null && parts.length != 2) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
        try {
            return sql.param("day", parts == null ? null : LocalDate.parse(parts[0])).param("id", parts == null ? null : UUID.fromString(parts[1]))
                    .param("limit", limit).query(RequestStore::request).list();
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    static String key(InformationRequest one) {
        return one.receivedOn() + "|" + one.id();
    }

    private JdbcClient.StatementSpec asked(String sql, StatisticsAsked asked) {
        return db.sql(sql).param("offices", asked.offices().toArray(UUID[]::new)).param("from", asked.from()).param("until", asked.until())
                .param("unit", asked.unit());
    }

    private static StatisticsGroup group(ResultSet row, int n) throws SQLException {
        return new StatisticsGroup(row.getString("key"), ApplicantKind.valueOf(row.getString("applicant_kind")), Channel.valueOf(row.getString("channel")),
                row.getString("reply_type"), row.getString("part"), row.getBoolean("extended"), row.getBoolean("kept"), row.getBoolean("received"),
                row.getBoolean("carried"), row.getBoolean("answered"), row.getBoolean("remains"), row.getLong("number"));
    }
}
