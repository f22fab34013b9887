package openland.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of dossiers (卷) for who writes them. */
@Repository
class DossierStore {
    /** A thread. */
    record Row(UUID id, String type, String region, Instant createdAt, @Nullable UUID mergedInto) {}

    /** A piece in it. @param key by which it came */
    record Member(UUID dossier, UUID piece, String stage, String key, boolean byOfficer, boolean excluded) {}

    /** A key of a dossier that a piece bears. */
    record Borne(UUID dossier, String type, String key) {}

    private final JdbcClient db;

    DossierStore(JdbcClient db) {
        this.db = db;
    }

    /** Holds the threads of a key against all others until the transaction ends. */
    void lock(String type, String key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 1))").param("key", type + " " + key).query((_, _) -> "").list();
    }

    /** Holds threads against being merged until the transaction ends; after their keys, always. */
    void hold(Collection<UUID> dossiers) {
        db.sql("select id from disclosure_dossier where id = any(:ids) order by id for update").param("ids", dossiers.toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** Holds the threads of a piece before anything of it is changed: whoever changes their last entry has the ledger, for which another may wait. */
    void holdAllOf(UUID piece) {
        db.sql("select id from disclosure_dossier where id in (select p.dossier from disclosure_dossier_piece p where p.piece = :piece) order by id for no key update")
                .param("piece", piece).query(UUID.class).list();
    }

    /** Holds the threads of those pieces against being merged, not against each other. */
    void holdOf(Collection<UUID> pieces) {
        db.sql("""
                select d.id from disclosure_dossier d where d.id in (select p.dossier from disclosure_dossier_piece p where p.piece = any(:pieces) and not p.excluded)
                 order by d.id for key share""").param("pieces", pieces.toArray(UUID[]::new)).query(UUID.class).list();
    }

    Optional<Row> byId(UUID id) {
        return db.sql("select id, type, region, created_at, merged_into from disclosure_dossier where id = :id").param("id", id).query(Row.class).optional();
    }

    List<Row> byKey(String type, String key) {
        return db.sql("""
                select d.id, d.type, d.region, d.created_at, d.merged_into from disclosure_dossier_key k join disclosure_dossier d on d.id = k.dossier
                 where k.type = :type and k.key = :key and d.merged_into is null order by d.id""")
                .param("type", type).param("key", key).query(Row.class).list();
    }

    void add(Row dossier) {
        db.sql("insert into disclosure_dossier (id, type, region, created_at) values (:id, :type, :region, :at)")
                .param("id", dossier.id()).param("type", dossier.type()).param("region", dossier.region())
                .param("at", Timestamp.from(dossier.createdAt())).update();
    }

    void region(UUID id, String region) {
        db.sql("update disclosure_dossier set region = :region where id = :id").param("region", region).param("id", id).update();
    }

    void mergedInto(UUID id, UUID other) {
        db.sql("update disclosure_dossier set merged_into = :other where id = :id or merged_into = :id").param("other", other).param("id", id).update();
    }

    /** False when it had the key; what an officer gives stays though no piece bears it. */
    boolean addKey(UUID dossier, String type, String key, boolean alias) {
        return db.sql("""
                insert into disclosure_dossier_key as k (dossier, type, key, alias) values (:dossier, :type, :key, :alias)
                    on conflict (dossier, key) do update set alias = true where excluded.alias and not k.alias""")
                .param("dossier", dossier).param("type", type).param("key", key).param("alias", alias).update() == 1;
    }

    /** That a piece bears a key of it. */
    void bear(UUID dossier, String key, UUID piece) {
        db.sql("insert into disclosure_dossier_bearer (dossier, key, piece) values (:dossier, :key, :piece) on conflict do nothing")
                .param("dossier", dossier).param("key", key).param("piece", piece).update();
    }

    /** The keys that a piece bears. */
    List<Borne> borne(UUID piece) {
        return db.sql("select b.dossier, d.type, b.key from disclosure_dossier_bearer b join disclosure_dossier d on d.id = b.dossier where b.piece = :piece order by d.type, b.key")
                .param("piece", piece).query(Borne.class).list();
    }

    /** A key goes with the last piece that bears it, unless an officer gave it. */
    void drop(Borne borne) {
        db.sql("""
                delete from disclosure_dossier_key k where k.dossier = :dossier and k.key = :key and not k.alias
                   and not exists (select 1 from disclosure_dossier_bearer b where b.dossier = k.dossier and b.key = k.key)""")
                .param("dossier", borne.dossier()).param("key", borne.key()).update();
    }

    boolean removeKey(UUID dossier, String key) {
        boolean was = db.sql("update disclosure_dossier_key set alias = false where dossier = :dossier and key = :key and alias").param("dossier", dossier).param("key", key).update() == 1;
        drop(new Borne(dossier, "", key));
        return was;
    }

    List<String> keys(UUID dossier) {
        return db.sql("select key from disclosure_dossier_key where dossier = :dossier order by alias, key").param("dossier", dossier).query(String.class).list();
    }

    void put(Member member) {
        db.sql("""
                insert into disclosure_dossier_piece (dossier, piece, stage, key, by_officer, excluded) values (:dossier, :piece, :stage, :key, :officer, :excluded)
                    on conflict (dossier, piece, stage) do update set by_officer = true, excluded = excluded.excluded where excluded.by_officer""")
                .param("dossier", member.dossier()).param("piece", member.piece()).param("stage", member.stage()).param("key", member.key())
                .param("officer", member.byOfficer()).param("excluded", member.excluded()).update();
    }

    /** What the program found is to be found anew; what an officer said stays. */
    void forget(UUID piece) {
        db.sql("delete from disclosure_dossier_piece where piece = :piece and not by_officer").param("piece", piece).update();
        forgetBorne(piece);
    }

    void forgetBorne(UUID piece) {
        db.sql("delete from disclosure_dossier_bearer where piece = :piece").param("piece", piece).update();
    }

    /** Of a key by which it once came nothing stays where the piece bears it no more. */
    void forgetKeys(UUID piece, Collection<String> borne) {
        db.sql("update disclosure_dossier_piece set key = '' where piece = :piece and key <> '' and not key = any(:borne)")
                .param("piece", piece).param("borne", borne.toArray(String[]::new)).update();
    }

    void move(UUID from, UUID to) {
        db.sql("""
                insert into disclosure_dossier_piece (dossier, piece, stage, key, by_officer, excluded)
                select :to, piece, stage, key, true, false from disclosure_dossier_piece where dossier = :from and not excluded
                    on conflict (dossier, piece, stage) do update set by_officer = true, excluded = false""")
                .param("from", from).param("to", to).update();
        db.sql("delete from disclosure_dossier_piece where dossier = :from").param("from", from).update();
        db.sql("""
                insert into disclosure_dossier_key as k (dossier, type, key, alias) select :to, type, key, alias from disclosure_dossier_key where dossier = :from
                    on conflict (dossier, key) do update set alias = k.alias or excluded.alias""").param("from", from).param("to", to).update();
        db.sql("delete from disclosure_dossier_key where dossier = :from").param("from", from).update();
        db.sql("insert into disclosure_dossier_bearer (dossier, key, piece) select :to, key, piece from disclosure_dossier_bearer where dossier = :from on conflict do nothing")
                .param("from", from).param("to", to).update();
        db.sql("delete from disclosure_dossier_bearer where dossier = :from").param("from", from).update();
    }

    List<Member> members(UUID dossier) {
        return db.sql("select dossier, piece, stage, key, by_officer, excluded from disclosure_dossier_piece where dossier = :dossier and not excluded order by piece")
                .param("dossier", dossier).query(Member.class).list();
    }

    /** The threads that a piece belongs to. */
    List<Row> ofPieces(Collection<UUID> pieces, String type) {
        return pieces.isEmpty() ? List.of() : db.sql("""
                select distinct d.id, d.type, d.region, d.created_at, d.merged_into from disclosure_dossier_piece p join disclosure_dossier d on d.id = p.dossier
                 where p.piece = any(:pieces) and d.type = :type and not p.excluded and d.merged_into is null order by d.id""")
                .param("pieces", pieces.toArray(UUID[]::new)).param("type", type).query(Row.class).list();
    }

    /** The offices of the pieces of a stage that are public. */
    List<UUID> offices(UUID dossier, String stage) {
        return db.sql("""
                select distinct d.office from disclosure_dossier_piece p join disclosure_disclosure d on d.id = p.piece
                 where p.dossier = :dossier and p.stage = :stage and not p.excluded
                   and exists (select 1 from disclosure_content c where c.disclosure = p.piece) order by 1""")
                .param("dossier", dossier).param("stage", stage).query(UUID.class).list();
    }

    /** The pieces of a stage that are public. */
    List<UUID> living(UUID dossier, String stage) {
        return db.sql("""
                select p.piece from disclosure_dossier_piece p where p.dossier = :dossier and p.stage = :stage and not p.excluded
                   and exists (select 1 from disclosure_content c where c.disclosure = p.piece) order by 1""")
                .param("dossier", dossier).param("stage", stage).query(UUID.class).list();
    }

    /** Whether an office has published a piece of an item in it. */
    boolean has(UUID dossier, String item, UUID office) {
        return !db.sql("""
                select 1 from disclosure_dossier_piece p join disclosure_content c on c.disclosure = p.piece
                 where p.dossier = :dossier and not p.excluded and c.item = :item and c.office = :office limit 1""")
                .param("dossier", dossier).param("item", item).param("office", office).query(Integer.class).list().isEmpty();
    }
}
