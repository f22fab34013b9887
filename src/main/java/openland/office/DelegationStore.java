package openland.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of delegations and of the posts that come from them. */
@Repository
class DelegationStore {
    private static final int LATEST = 100;

    private final JdbcClient db;

    DelegationStore(JdbcClient db) {
        this.db = db;
    }

    void add(Delegation made, Instant now) {
        db.sql("""
                insert into office_delegation (id, officer, delegate, office, post, valid_from, valid_to, reason, made_at)
                values (:id, :officer, :delegate, :office, :post, :from, :to, :reason, :now)""")
                .param("id", made.id()).param("officer", made.officer()).param("delegate", made.delegate())
                .param("office", made.office()).param("post", made.post().name()).param("from", Time.utc(made.from()))
                .param("to", Time.utc(made.to())).param("reason", made.reason()).param("now", Time.utc(now)).update();
        db.sql("""
                insert into office_post (officer, office, post, valid_from, valid_to, granted_by, delegation)
                values (:delegate, :office, :post, :from, :to, :officer, :id)""")
                .param("delegate", made.delegate()).param("office", made.office()).param("post", made.post().name())
                .param("from", Time.utc(made.from())).param("to", Time.utc(made.to())).param("officer", made.officer())
                .param("id", made.id()).update();
    }

    /** Ends it now, or before it began. */
    void end(UUID id, UUID by, Instant now) {
        db.sql("""
                update office_delegation set valid_to = least(valid_to, greatest(valid_from, :now)), revoked_by = :by where id = :id""")
                .param("id", id).param("by", by).param("now", Time.utc(now)).update();
        db.sql("""
                update office_post set valid_to = least(valid_to, greatest(valid_from, :now)), taken_by = :by where delegation = :id""")
                .param("id", id).param("by", by).param("now", Time.utc(now)).update();
    }

    /** Held against other changes until the transaction ends. */
    Optional<Delegation> locked(UUID id) {
        return db.sql("select * from office_delegation where id = :id for update").param("id", id)
                .query(DelegationStore::delegation).optional();
    }

    /** Given or taken by the officer, the newest first. */
    List<Delegation> of(UUID officer) {
        return db.sql("""
                select * from office_delegation where officer = :officer or delegate = :officer
                 order by valid_to desc, id limit :most""")
                .param("officer", officer).param("most", LATEST).query(DelegationStore::delegation).list();
    }

    /** What the officer holds for others now, as long as they hold it themselves. */
    List<Delegation> live(UUID delegate, Instant now) {
        return db.sql("""
                select d.* from office_post p join office_delegation d on d.id = p.delegation
                 where p.officer = :delegate and p.valid_from <= :now and p.valid_to > :now and """ + OfficerStore.STANDS)
                .param("delegate", delegate).param("now", Time.utc(now)).query(DelegationStore::delegation).list();
    }

    /** Whether the officer holds the post by himself, and not for another. */
    boolean holdsOwn(UUID officer, Officer.Holding holding, Instant now) {
        return db.sql("""
                select exists (select from office_post where officer = :officer and office = :office and post = :post
                                and delegation is null and valid_from <= :now and (valid_to is null or valid_to > :now))""")
                .param("officer", officer).param("office", holding.office()).param("post", holding.post().name())
                .param("now", Time.utc(now)).query(Boolean.class).single();
    }

    /** The delegations to come or live by which the officer would hold the post. */
    List<Delegation> towards(UUID delegate, Officer.Holding holding, Instant now) {
        return db.sql("""
                select * from office_delegation
                 where delegate = :delegate and office = :office and post = :post and valid_to > :now""")
                .param("delegate", delegate).param("office", holding.office()).param("post", holding.post().name())
                .param("now", Time.utc(now)).query(DelegationStore::delegation).list();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(row.getObject("id", UUID.class), row.getObject("officer", UUID.class),
                row.getObject("delegate", UUID.class), row.getObject("office", UUID.class), Post.valueOf(row.getString("post")),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(), row.getObject("valid_to", OffsetDateTime.class).toInstant(),
                row.getString("reason"), row.getObject("revoked_by", UUID.class));
    }
}
