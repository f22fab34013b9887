package openland.office;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of bearer tokens. */
@Repository
class TokenStore {
    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    void add(byte[] hash, UUID officer, Instant now, Instant expires) {
        db.sql("delete from office_token where expires_at < :now").param("now", at(now)).update();
        db.sql("insert into office_token (hash, officer, created_at, expires_at) values (:hash, :officer, :now, :expires)")
                .param("hash", hash).param("officer", officer).param("now", at(now)).param("expires", at(expires)).update();
    }

    Optional<UUID> officer(byte[] hash, Instant now) {
        return db.sql("select officer from office_token where hash = :hash and expires_at > :now")
                .param("hash", hash).param("now", at(now)).query(UUID.class).optional();
    }

    void end(byte[] hash) {
        db.sql("delete from office_token where hash = :hash").param("hash", hash).update();
    }

    void endAll(UUID officer) {
        db.sql("delete from office_token where officer = :officer").param("officer", officer).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
