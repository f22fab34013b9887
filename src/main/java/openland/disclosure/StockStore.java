package openland.disclosure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import openland.screening.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reading the stock again when a 负面清单 changes. */
@Repository
class StockStore {
    /** An edition that is public. */
    record Stock(UUID disclosure, int number, long index, Projection projection) {}

    private final JdbcClient db;
    private final JsonMapper json;

    StockStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Of these versions those whose walk is over. */
    Set<UUID> done(Collection<UUID> versions) {
        return Set.copyOf(db.sql("select version from disclosure_stock_walk where done_at is not null and version = any(cast(:versions as uuid[]))")
                .param("versions", versions.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** How far the walk is, held against other nodes; empty while one of them is at it. */
    Optional<Long> locked(UUID version) {
        db.sql("insert into disclosure_stock_walk (version, next) values (:version, 0) on conflict (version) do nothing")
                .param("version", version).update();
        return db.sql("select next from disclosure_stock_walk where version = :version and done_at is null for update skip locked")
                .param("version", version).query(Long.class).optional();
    }

    void move(UUID version, long next) {
        db.sql("update disclosure_stock_walk set next = :next where version = :version").param("version", version).param("next", next).update();
    }

    void finish(UUID version, Instant now) {
        db.sql("update disclosure_stock_walk set done_at = :now where version = :version").param("version", version).param("now", Time.utc(now)).update();
    }

    /** Public editions of these offices from an index of the ledger on. */
    List<Stock> from(long index, Collection<UUID> offices, int limit) {
        return db.sql("""
                select disclosure, number, ledger_index, canonical from disclosure_content
                 where ledger_index >= :index and office = any(cast(:offices as uuid[])) order by ledger_index limit :limit""")
                .param("index", index).param("offices", offices.toArray(UUID[]::new)).param("limit", limit)
                .query((row, _) -> new Stock(row.getObject("disclosure", UUID.class), row.getInt("number"), row.getLong("ledger_index"),
                        json.readValue(row.getString("canonical"), Projection.class)))
                .list();
    }

    void add(UUID version, Stock stock, Finding found, Instant now) {
        db.sql("""
                insert into disclosure_stock_finding (version, disclosure, number, field, place, kind, found_at)
                values (:version, :disclosure, :number, :field, :place, :kind, :now) on conflict do nothing""")
                .param("version", version).param("disclosure", stock.disclosure()).param("number", stock.number())
                .param("field", found.field()).param("place", found.place()).param("kind", found.kind().label()).param("now", Time.utc(now))
                .update();
    }

    long count(UUID version) {
        return db.sql("select count(*) from disclosure_stock_finding where version = :version").param("version", version).query(Long.class).single();
    }

    /** What was found in editions that are still public. */
    List<StockFinding> open(Collection<UUID> offices, int limit) {
        return db.sql("""
                select f.version, f.disclosure, f.number, c.title, c.office, f.field, f.place, f.kind, f.found_at
                  from disclosure_stock_finding f join disclosure_content c on c.disclosure = f.disclosure and c.number = f.number
                 where c.office = any(cast(:offices as uuid[])) order by f.found_at desc, f.disclosure, f.field, f.place limit :limit""")
                .param("offices", offices.toArray(UUID[]::new)).param("limit", limit).query(StockFinding.class).list();
    }
}
