package openland.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import openland.catalogue.Catalogue;
import openland.form.FacetEntry;
import openland.form.Faceting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the lists of items are filtered by, made of nothing but published projections. */
@Repository
class FacetStore {
    /** An edition whose facets may have to be made. */
    record Unfaceted(UUID disclosure, int number, long ledgerIndex, Projection projection) {}

    /** How far the editions of an item were read. */
    record Walk(String item, long next) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final Catalogue catalogue;

    FacetStore(JdbcClient db, JsonMapper json, Catalogue catalogue) {
        this.db = db;
        this.json = json;
        this.catalogue = catalogue;
    }

    /** Within the transaction that publishes; {@code published} is the projection as it goes out. */
    void insert(UUID disclosure, int number, long ledgerIndex, Projection published) {
        var entries = entries(published);
        db.sql("""
                insert into disclosure_facet (disclosure, number, ledger_index, item, field, value, label, low, high)
                select :disclosure, :number, :index, :item, e.* from unnest(cast(:fields as text[]), cast(:values as text[]), cast(:labels as text[]),
                       cast(:lows as numeric[]), cast(:highs as numeric[])) e
                    on conflict do nothing""")
                .param("disclosure", disclosure).param("number", number).param("index", ledgerIndex).param("item", published.item())
                .param("fields", entries.stream().map(FacetEntry::field).toArray(String[]::new))
                .param("values", entries.stream().map(FacetEntry::value).toArray(String[]::new))
                .param("labels", entries.stream().map(FacetEntry::label).toArray(String[]::new))
                .param("lows", entries.stream().map(FacetEntry::low).toArray(BigDecimal[]::new))
                .param("highs", entries.stream().map(FacetEntry::high).toArray(BigDecimal[]::new))
                .update();
    }

    private List<FacetEntry> entries(Projection published) {
        var entries = new ArrayList<FacetEntry>();
        Stream.of(published.validity()).filter(validity -> validity != null && !validity.isBlank())
                .forEach(validity -> entries.add(new FacetEntry(Selection.VALIDITY, validity, validity, null, null)));
        var year = (published.producedOn() == null ? published.publishedAt() : published.producedOn()).substring(0, 4);
        entries.add(new FacetEntry(Selection.YEAR, year, year + "年", null, null));
        new Reading(published).day("expiresOn", Reading.Thing.ALL).map(day -> BigDecimal.valueOf(day.toEpochDay()))
                .ifPresent(day -> entries.add(new FacetEntry(Selection.EXPIRES, null, null, day, day)));
        var declared = Stream.concat(catalogue.byId(published.item()).stream(), catalogue.ofPack(published.pack(), published.item()).stream());
        declared.flatMap(item -> Faceting.entries(item.fields(), published.fields()).stream()).distinct().forEach(entries::add);
        return entries;
    }

    /** How the item is to be read now: begins its walk anew when that is not how it was read before. */
    void expect(String item, String declared) {
        db.sql("""
                insert into disclosure_facet_state (item, declared, next) values (:item, :declared, 0)
                    on conflict (item) do update set declared = :declared, next = 0
                 where disclosure_facet_state.declared <> :declared""")
                .param("item", item).param("declared", declared).update();
    }

    /** An item whose walk is not over, with the next entry to read, held against other nodes. */
    Optional<Walk> locked() {
        return db.sql("select item, next from disclosure_facet_state where next is not null order by item limit 1 for update skip locked")
                .query(Walk.class).optional();
    }

    void move(String item, @Nullable Long next) {
        db.sql("update disclosure_facet_state set next = cast(:next as bigint) where item = :item").param("item", item).param("next", next).update();
    }

    /** Public editions of an item from an entry of the ledger on, in order. */
    List<Unfaceted> from(String item, long index, int limit) {
        return db.sql("select disclosure, number, ledger_index, canonical from disclosure_content where item = :item and ledger_index >= :index order by ledger_index limit :limit")
                .param("item", item).param("index", index).param("limit", limit)
                .query((row, _) -> new Unfaceted(row.getObject("disclosure", UUID.class), row.getInt("number"), row.getLong("ledger_index"),
                        json.readValue(row.getString("canonical"), Projection.class))).list();
    }

    /** Writes those of one edition anew, unless it was withdrawn meanwhile: the piece is locked as for a withdrawal. */
    void replace(Unfaceted edition) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))").param("id", edition.disclosure().toString()).query((_, _) -> "").list();
        boolean isThere = !db.sql("select 1 from disclosure_content where disclosure = :disclosure and number = :number")
                .param("disclosure", edition.disclosure()).param("number", edition.number()).query(Integer.class).list().isEmpty();
        db.sql("delete from disclosure_facet where disclosure = :disclosure and number = :number")
                .param("disclosure", edition.disclosure()).param("number", edition.number()).update();
        if (isThere) {
            insert(edition.disclosure(), edition.number(), edition.ledgerIndex(), edition.projection());
        }
    }
}
