package openland.disclosure;

import java.time.Instant;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Issues index numbers (索引号): unique per issuer, never reused, without a gap. The counter is a locked row and not a
 * sequence, because a sequence leaves a gap behind every transaction that fails.
 */
@Repository
class IndexNumbers {
    private final JdbcClient db;

    IndexNumbers(JdbcClient db) {
        this.db = db;
    }

    /** The office's next number of the year (in China) of {@code now}: office code / year - five digits. */
    String next(Office office, Instant now) {
        int year = Time.dateOf(now).getYear();
        while (true) {
            int count = db.sql("""
                    insert into disclosure_number_counter (office, year, next) values (:office, :year, 2)
                    on conflict (office, year) do update set next = disclosure_number_counter.next + 1
                    returning next - 1""")
                    .param("office", office.id()).param("year", year)
                    .query(Integer.class).single();
            var number = "%s/%d-%05d".formatted(office.code(), year, count);
            if (!isTaken(office, number)) {
                return number;
            }
        }
    }

    /** A number that came along with a piece from elsewhere: taken as it is. @throws Refusal when the office has it already */
    String brought(Office office, String number) {
        if (isTaken(office, number)) {
            throw Refusal.conflict("索引号" + number + "在本机关已经用过，索引号不能重复。");
        }
        return number;
    }

    private boolean isTaken(Office office, String number) {
        return db.sql("select exists (select 1 from disclosure_disclosure where office = :office and index_number = :number)")
                .param("office", office.id()).param("number", number)
                .query(Boolean.class).single();
    }
}
