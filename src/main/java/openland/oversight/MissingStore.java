package openland.oversight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the numbers that citizens were given. */
@Repository
class MissingStore {
    private final JdbcClient db;

    MissingStore(JdbcClient db) {
        this.db = db;
    }

    void add(String number, UUID candidate, Instant at) {
        db.sql("insert into oversight_missing (number, candidate, at) values (:number, :candidate, :at)").param("number", number)
                .param("candidate", candidate).param("at", Timestamp.from(at)).update();
    }

    Optional<UUID> candidate(String number) {
        return db.sql("select candidate from oversight_missing where number = :number").param("number", number).query(UUID.class).optional();
    }
}
