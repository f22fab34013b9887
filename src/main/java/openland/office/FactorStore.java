package openland.office;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of second factors and their recovery codes. */
@Repository
class FactorStore {
    /** @param secret encrypted. @param lastStep of the code that was accepted last */
    record Factor(byte[] secret, Instant createdAt, boolean confirmed, long lastStep) {}

    private final JdbcClient db;

    FactorStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Factor> of(UUID officer) {
        return db.sql("select secret, created_at, confirmed_at is not null as confirmed, last_step from office_factor where officer = :officer")
                .param("officer", officer)
                .query((row, _) -> new Factor(row.getBytes("secret"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("confirmed"), row.getLong("last_step"))).optional();
    }

    /** Makes other first enrolments wait until this transaction ends. @return whether any secret is kept */
    boolean lockAndAskForAny() {
        db.sql("lock table office_factor in share row exclusive mode").update();
        return db.sql("select exists (select from office_factor)").query(Boolean.class).single();
    }

    /** A secret that is not confirmed yet; it takes the place of an earlier such one. */
    void put(UUID officer, byte[] secret, Instant now) {
        db.sql("""
                insert into office_factor as f (officer, secret, created_at) values (:officer, :secret, :now)
                on conflict (officer) do update set secret = :secret, created_at = :now, last_step = 0 where f.confirmed_at is null""")
                .param("officer", officer).param("secret", secret).param("now", Time.utc(now)).update();
    }

    /** @return false when another has confirmed meanwhile */
    boolean confirm(UUID officer, long step, Instant now) {
        return db.sql("update office_factor set confirmed_at = :now, last_step = :step where officer = :officer and confirmed_at is null")
                .param("officer", officer).param("step", step).param("now", Time.utc(now)).update() == 1;
    }

    /** Uses up a step and all before it. @return false when that was done already */
    boolean useStep(UUID officer, long step) {
        return db.sql("update office_factor set last_step = :step where officer = :officer and confirmed_at is not null and last_step < :step")
                .param("officer", officer).param("step", step).update() == 1;
    }

    /** Uses up a recovery code. @return false when there is none of that hash, or it was used */
    boolean useRecoveryCode(UUID officer, byte[] hash, Instant now) {
        return db.sql("update office_recovery_code set used_at = :now where officer = :officer and hash = :hash and used_at is null")
                .param("officer", officer).param("hash", hash).param("now", Time.utc(now)).update() == 1;
    }

    void replaceRecoveryCodes(UUID officer, List<byte[]> hashes) {
        db.sql("delete from office_recovery_code where officer = :officer").param("officer", officer).update();
        hashes.forEach(hash -> db.sql("insert into office_recovery_code (hash, officer) values (:hash, :officer)")
                .param("hash", hash).param("officer", officer).update());
    }

    int unusedRecoveryCodes(UUID officer) {
        return db.sql("select count(*) from office_recovery_code where officer = :officer and used_at is null")
                .param("officer", officer).query(Integer.class).single();
    }

    /** @return false when there was none */
    boolean delete(UUID officer) {
        return db.sql("delete from office_factor where officer = :officer").param("officer", officer).update() == 1;
    }
}
