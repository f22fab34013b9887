package openland.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of identities that a provider has told of, and of whose accounts they are. */
@Repository
class IdentityStore {
    /** @param officer null while it is a request. @param takenUp whether the officer has taken it up himself */
    record Row(UUID id, String issuer, String shownName, String mark, Instant requestedAt, @Nullable UUID officer, boolean takenUp) {}

    private static final String ROW = """
            select id, issuer, shown_name, mark, requested_at, officer, taken_up_at is not null as taken_up from office_identity
            """;

    private final JdbcClient db;

    IdentityStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Row> find(Identity identity) {
        return db.sql(ROW + "where issuer = :issuer and subject = :subject").param("issuer", identity.issuer().toString())
                .param("subject", identity.subject()).query(Row.class).optional();
    }

    Optional<Row> byId(UUID id) {
        return db.sql(ROW + "where id = :id").param("id", id).query(Row.class).optional();
    }

    /** The request of that mark, held until the transaction ends. */
    Optional<Row> requestOf(String mark) {
        return db.sql(ROW + "where mark = :mark and officer is null for update").param("mark", mark).query(Row.class).optional();
    }

    /** Requests that nobody has linked, the newest first. */
    List<Row> requests() {
        return db.sql(ROW + "where officer is null order by requested_at desc limit 200").query(Row.class).list();
    }

    List<Row> links() {
        return db.sql(ROW + "where officer is not null").query(Row.class).list();
    }

    /** Keeps a request; one that is there already stays. */
    void request(UUID id, Identity identity, String mark, Instant now) {
        db.sql("""
                insert into office_identity (id, issuer, subject, shown_name, mark, requested_at)
                values (:id, :issuer, :subject, :name, :mark, :now) on conflict (issuer, subject) do nothing""")
                .param("id", id).param("issuer", identity.issuer().toString()).param("subject", identity.subject())
                .param("name", identity.name()).param("mark", mark).param("now", Time.utc(now)).update();
    }

    /** Forgets requests from before {@code then}. */
    void forgetRequests(Instant then) {
        db.sql("delete from office_identity where officer is null and requested_at < :then").param("then", Time.utc(then)).update();
    }

    int countRequests() {
        return db.sql("select count(*) from office_identity where officer is null").query(Integer.class).single();
    }

    void link(UUID id, UUID officer, UUID by, Instant now) {
        db.sql("update office_identity set officer = :officer, linked_by = :by, linked_at = :now where id = :id")
                .param("id", id).param("officer", officer).param("by", by).param("now", Time.utc(now)).update();
    }

    /** @return false when it is not linked to that officer any more, or was taken up before */
    boolean takeUp(UUID id, UUID officer, Instant now) {
        return db.sql("update office_identity set taken_up_at = :now where id = :id and officer = :officer and taken_up_at is null")
                .param("id", id).param("officer", officer).param("now", Time.utc(now)).update() == 1;
    }

    /** @return false when there was none */
    boolean unlink(UUID officer) {
        return db.sql("delete from office_identity where officer = :officer").param("officer", officer).update() == 1;
    }
}
