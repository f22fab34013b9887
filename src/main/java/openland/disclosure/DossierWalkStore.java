package openland.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of joining anew (归卷) what is public. */
@Repository
class DossierWalkStore {
    /** How far the pieces of an item were read, for the how manieth time. */
    record Walk(String item, int pass, long next) {}

    /** A piece in its newest edition. */
    record Public(UUID id, int number, UUID office, long ledgerIndex, Instant at, Projection projection) {}

    private final JdbcClient db;
    private final JsonMapper json;

    DossierWalkStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** How the item is to be joined now: begins its walk anew when that is not how it was joined before. */
    boolean expect(String item, String declared, int pass) {
        return db.sql("""
                insert into disclosure_dossier_state (item, declared, next, pass) values (:item, :declared, 0, :pass)
                    on conflict (item) do update set declared = :declared, next = 0, pass = :pass where disclosure_dossier_state.declared <> :declared""")
                .param("item", item).param("declared", declared).param("pass", pass).update() == 1;
    }

    /** Another piece may lead to those of these items now: they are joined again. */
    void again(Collection<String> items, int pass) {
        db.sql("update disclosure_dossier_state set next = 0, pass = :pass where item = any(:items)").param("pass", pass).param("items", items.toArray(String[]::new)).update();
    }

    /** An item whose walk is not over, held against other nodes; none of a later pass while an earlier one runs. */
    Optional<Walk> locked() {
        return db.sql("""
                select item, pass, next from disclosure_dossier_state where next is not null
                   and pass = (select min(pass) from disclosure_dossier_state where next is not null) order by item limit 1 for update skip locked""")
                .query(Walk.class).optional();
    }

    /** @param next null when its walk is over */
    void move(String item, int pass, @Nullable Long next) {
        db.sql("update disclosure_dossier_state set next = cast(:next as bigint), pass = :pass where item = :item").param("item", item).param("next", next).param("pass", pass).update();
    }

    List<Public> from(String item, long index, int limit) {
        return db.sql("""
                select c.disclosure, c.number, c.office, c.ledger_index, c.published_at, c.canonical from disclosure_content c
                 where c.item = :item and c.ledger_index >= :index and not exists (select 1 from disclosure_content n where n.disclosure = c.disclosure and n.number > c.number)
                 order by c.ledger_index limit :limit""")
                .param("item", item).param("index", index).param("limit", limit)
                .query((row, _) -> new Public(row.getObject("disclosure", UUID.class), row.getInt("number"), row.getObject("office", UUID.class), row.getLong("ledger_index"),
                        row.getTimestamp("published_at").toInstant(), json.readValue(row.getString("canonical"), Projection.class))).list();
    }

    /** As for an amendment or a withdrawal, until the transaction ends. */
    void lock(UUID piece) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))").param("id", piece.toString()).query((_, _) -> "").list();
    }

    /** Whether it was neither amended nor withdrawn meanwhile. */
    boolean isThere(Public piece) {
        return db.sql("select max(number) from disclosure_content where disclosure = :id").param("id", piece.id()).query(Integer.class).optional()
                .filter(number -> number == piece.number()).isPresent();
    }
}
