package openland.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of officers and their posts. */
@Repository
class OfficerStore {
    /** A post held for another stands as long as he is active and holds it himself. */
    static final String STANDS = """
            (p.delegation is null or exists (select from office_delegation g
                    join office_officer own on own.id = g.officer and own.active
                    join office_post kept on kept.officer = g.officer and kept.office = g.office and kept.post = g.post
                     and kept.delegation is null and kept.valid_from <= :now and (kept.valid_to is null or kept.valid_to > :now)
                   where g.id = p.delegation))
            """;

    private static final String ACCOUNT = """
            select o.id, o.name, o.display_name, o.office, o.active, o.created_at, o.password_kind,
                   exists (select from office_factor f where f.officer = o.id and f.confirmed_at is not null) as second_factor,
                   array(select p.post || ' ' || p.office from office_post p
                          where p.officer = o.id and p.valid_from <= :now and (p.valid_to is null or p.valid_to > :now)
                            and """ + STANDS + """
                          order by p.post, p.office) as posts
              from office_officer o
            """;

    /** What sign-in compares with. */
    record Credentials(UUID id, UUID office, String passwordHash, boolean active, PasswordKind kind) {}

    private final JdbcClient db;

    OfficerStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> byId(UUID id, Instant now) {
        return db.sql(ACCOUNT + "where o.id = :id").param("id", id).param("now", Time.utc(now))
                .query(OfficerStore::account).optional();
    }

    Optional<Account> byName(String name, Instant now) {
        return db.sql(ACCOUNT + "where o.name = :name").param("name", name).param("now", Time.utc(now))
                .query(OfficerStore::account).optional();
    }

    List<Account> ofOffices(Set<UUID> offices, Instant now) {
        return db.sql(ACCOUNT + """
                where o.office = any(:offices)
                   or exists (select from office_post p where p.officer = o.id and p.office = any(:offices) and p.valid_to is null)
                order by o.name""")
                .param("offices", offices.toArray(UUID[]::new)).param("now", Time.utc(now))
                .query(OfficerStore::account).list();
    }

    Optional<Credentials> credentials(String name) {
        return db.sql("select id, office, password_hash, active, password_kind from office_officer where name = :name")
                .param("name", name)
                .query((row, _) -> new Credentials(row.getObject("id", UUID.class), row.getObject("office", UUID.class),
                        row.getString("password_hash"), row.getBoolean("active"), PasswordKind.valueOf(row.getString("password_kind"))))
                .optional();
    }

    /** Holds back other changes of this officer until the transaction ends. */
    void lock(UUID id) {
        db.sql("select id from office_officer where id = :id for update").param("id", id).query(UUID.class).optional();
    }

    void add(UUID id, NewOfficer officer, String passwordHash, PasswordKind kind, Instant now) {
        db.sql("""
                insert into office_officer (id, name, display_name, office, password_hash, password_kind, created_at)
                values (:id, :name, :displayName, :office, :hash, :kind, :now)""")
                .param("id", id).param("name", officer.name()).param("displayName", officer.displayName())
                .param("office", officer.office()).param("hash", passwordHash).param("kind", kind.name()).param("now", Time.utc(now))
                .update();
    }

    void setPassword(UUID id, String passwordHash, PasswordKind kind) {
        db.sql("update office_officer set password_hash = :hash, password_kind = :kind where id = :id")
                .param("id", id).param("hash", passwordHash).param("kind", kind.name()).update();
    }

    /** @return false when no password waits to be let pass */
    boolean release(UUID id) {
        return db.sql("update office_officer set password_kind = 'ONCE' where id = :id and password_kind = 'HELD'")
                .param("id", id).update() == 1;
    }

    void setActive(UUID id, boolean active) {
        db.sql("update office_officer set active = :active where id = :id")
                .param("id", id).param("active", active).update();
    }

    void grant(UUID officer, Officer.Holding holding, @Nullable UUID by, Instant now) {
        db.sql("""
                insert into office_post (officer, office, post, valid_from, granted_by)
                values (:officer, :office, :post, :now, cast(:by as uuid))""")
                .param("officer", officer).param("office", holding.office()).param("post", holding.post().name())
                .param("by", by).param("now", Time.utc(now)).update();
    }

    int take(UUID officer, Officer.Holding holding, UUID by, Instant now) {
        return db.sql("""
                update office_post set valid_to = :now, taken_by = :by
                 where officer = :officer and office = :office and post = :post and valid_to is null""")
                .param("officer", officer).param("office", holding.office()).param("post", holding.post().name())
                .param("by", by).param("now", Time.utc(now)).update();
    }

    /** Ends every session of the officer but {@code keptSession}, also those that wait for a further step of sign-in. */
    void endSessions(UUID officer, @Nullable String keptSession) {
        db.sql("""
                delete from spring_session
                 where principal_name in (:officer, :halfway) and session_id is distinct from cast(:kept as text)""")
                .param("officer", officer.toString()).param("halfway", Halfway.principal(officer)).param("kept", keptSession).update();
    }

    /** The sessions of the officer that are not over, the newest first. */
    List<Visit> visits(UUID officer, @Nullable String here, Instant now) {
        return db.sql("""
                select creation_time, last_access_time, session_id is not distinct from cast(:here as text) as here
                  from spring_session where principal_name = :officer and expiry_time > :now
                 order by creation_time desc limit 100""")
                .param("officer", officer.toString()).param("here", here).param("now", now.toEpochMilli())
                .query((row, _) -> new Visit(Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")), row.getBoolean("here"))).list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var posts = new HashSet<Officer.Holding>();
        for (var post : (String[]) row.getArray("posts").getArray()) {
            var parts = post.split(" ", 2);
            posts.add(new Officer.Holding(Post.valueOf(parts[0]), UUID.fromString(parts[1])));
        }
        return new Account(row.getObject("id", UUID.class), row.getString("name"), row.getString("display_name"),
                row.getObject("office", UUID.class), row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), posts,
                PasswordKind.valueOf(row.getString("password_kind")), row.getBoolean("second_factor"));
    }
}
