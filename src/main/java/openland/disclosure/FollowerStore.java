package openland.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who follows a dossier (卷) by mail. */
@Repository
class FollowerStore {
    record Row(UUID id, UUID dossier, String address, String token, Instant createdAt, @Nullable Instant confirmedAt) {}

    private final JdbcClient db;

    FollowerStore(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else asks that address. */
    void lock(String address) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:address, 2))").param("address", address).query((_, _) -> "").list();
    }

    /** Whoever did not confirm in time is forgotten. @return how many */
    int forgetUnconfirmed(Instant before) {
        return db.sql("delete from disclosure_dossier_follower where confirmed_at is null and created_at < :before").param("before", Timestamp.from(before)).update();
    }

    /** How many were asked since then and did not confirm. */
    int unanswered(Instant since) {
        return db.sql("select count(*) from disclosure_dossier_follower where confirmed_at is null and created_at >= :since")
                .param("since", Timestamp.from(since)).query(Integer.class).single();
    }

    /** How often an address was given since then. */
    int asked(String address, Instant since) {
        return db.sql("select count(*) from disclosure_dossier_follower where address = :address and created_at >= :since")
                .param("address", address).param("since", Timestamp.from(since)).query(Integer.class).single();
    }

    /** False when that address follows it or was asked to confirm before. */
    boolean add(Row follower) {
        return db.sql("""
                insert into disclosure_dossier_follower (id, dossier, address, token, created_at) values (:id, :dossier, :address, :token, :at)
                    on conflict (dossier, address) do nothing""")
                .param("id", follower.id()).param("dossier", follower.dossier()).param("address", follower.address()).param("token", follower.token())
                .param("at", Timestamp.from(follower.createdAt())).update() == 1;
    }

    /** @param since when those must have been asked who did not confirm */
    Optional<Row> byToken(String token, Instant since) {
        return db.sql("""
                select id, dossier, address, token, created_at, confirmed_at from disclosure_dossier_follower
                 where token = :token and (confirmed_at is not null or created_at >= :since)""")
                .param("token", token).param("since", Timestamp.from(since)).query(Row.class).optional();
    }

    void confirm(UUID id, Instant at) {
        db.sql("update disclosure_dossier_follower set confirmed_at = :at where id = :id and confirmed_at is null").param("at", Timestamp.from(at)).param("id", id).update();
    }

    void end(UUID id) {
        db.sql("delete from disclosure_dossier_follower where id = :id").param("id", id).update();
    }

    List<Row> confirmed(UUID dossier) {
        return db.sql("select id, dossier, address, token, created_at, confirmed_at from disclosure_dossier_follower where dossier = :dossier and confirmed_at is not null order by id")
                .param("dossier", dossier).query(Row.class).list();
    }

    /** Who follows a dossier in which that piece stands. */
    List<Row> confirmedOfPiece(UUID piece) {
        return db.sql("""
                select id, dossier, address, token, created_at, confirmed_at from disclosure_dossier_follower f where confirmed_at is not null
                   and exists (select 1 from disclosure_dossier_piece p where p.dossier = f.dossier and p.piece = :piece and not p.excluded) order by id""")
                .param("piece", piece).query(Row.class).list();
    }

    /** Whoever follows the first follows the second, once. */
    void move(UUID from, UUID to) {
        db.sql("""
                update disclosure_dossier_follower f set dossier = :to where dossier = :from
                   and not exists (select 1 from disclosure_dossier_follower o where o.dossier = :to and o.address = f.address)""").param("from", from).param("to", to).update();
        db.sql("delete from disclosure_dossier_follower where dossier = :from").param("from", from).update();
    }
}
