package openland.office;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of bearer tokens. */
@Repository
class TokenStore {
    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    /** Whose token it is. @param strong whether a second factor was given for it */
    record Owner(UUID officer, boolean strong) {}

    void add(byte[] hash, Owner owner, Instant now, Instant expires) {
        db.sql("delete from office_token where expires_at < :now").param("now", Time.utc(now)).update();
        db.sql("insert into office_token (hash, officer, strong, created_at, expires_at) values (:hash, :officer, :strong, :now, :expires)")
                .param("hash", hash).param("officer", owner.officer()).param("strong", owner.strong()).param("now", Time.utc(now)).param("expires", Time.utc(expires)).update();
    }

    Optional<Owner> owner(byte[] hash, Instant now) {
        return db.sql("select officer, strong from office_token where hash = :hash and expires_at > :now")
                .param("hash", hash).param("now", Time.utc(now)).query(Owner.class).optional();
    }

    void end(byte[] hash) {
        db.sql("delete from office_token where hash = :hash").param("hash", hash).update();
    }

    void endAll(UUID officer) {
        db.sql("delete from office_token where officer = :officer").param("officer", officer).update();
    }
}
