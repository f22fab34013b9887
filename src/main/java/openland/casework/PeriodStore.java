package openland.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import openland.catalogue.Start.Every;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the periods that duties were opened for. */
@Repository
class PeriodStore {
    private final JdbcClient db;

    PeriodStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Period> last(Every every) {
        return db.sql("select max(ended_on) from casework_period where event = :event").param("event", every.event())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single().map(day -> new Period(every, day));
    }

    void add(Period period, Instant now) {
        db.sql("insert into casework_period (event, ended_on, opened_at) values (:event, :day, :now) on conflict do nothing")
                .param("event", period.every().event()).param("day", period.day()).param("now", Timestamp.from(now)).update();
    }
}
