package openland.disclosure;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.files.FileContent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the public reader. */
@Repository
class PublishedStore {
    private static final String COLUMNS = "disclosure, number, ledger_index, published_at, canonical, salt";

    private final JdbcClient db;
    private final JsonMapper json;

    PublishedStore(@Qualifier("publicReader") JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Piece> piece(UUID id) {
        return pieces(List.of(id)).stream().findFirst();
    }

    /** In four questions, however many they are. Content first, tombstones after it: of a piece that is withdrawn meanwhile the tombstone is seen, never neither. */
    List<Piece> pieces(Collection<UUID> ids) {
        var wanted = ids.toArray(UUID[]::new);
        var contents = db.sql("select distinct on (disclosure) " + COLUMNS + " from disclosure_content where disclosure = any(:ids) order by disclosure, number desc")
                .param("ids", wanted).query((row, _) -> edition(row)).list().stream().collect(Collectors.toMap(Edition::disclosure, edition -> edition));
        var tombstones = tombstones(wanted);
        var lines = lines(wanted, tombstones);
        return db.sql("select id, office, item, index_number from disclosure_disclosure where id = any(:ids) order by id").param("ids", wanted).query((row, _) -> {
            var id = row.getObject("id", UUID.class);
            var whole = tombstones.getOrDefault(id, List.of()).stream().filter(t -> t.edition() == null).map(Tombstone::withdrawal).findFirst().orElse(null);
            return new Piece(id, row.getObject("office", UUID.class), row.getString("item"), row.getString("index_number"),
                    whole == null ? contents.get(id) : null, lines.getOrDefault(id, List.of()), whole);
        }).list();
    }

    private Map<UUID, List<Piece.Line>> lines(UUID[] ids, Map<UUID, List<Tombstone>> tombstones) {
        return db.sql("""
                select disclosure, number, ledger_index, published_at from disclosure_edition
                 where disclosure = any(:ids) order by disclosure, number""")
                .param("ids", ids)
                .query((row, _) -> Map.entry(row.getObject("disclosure", UUID.class), new Piece.Line(row.getInt("number"), row.getLong("ledger_index"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        withdrawalOf(row.getInt("number"), tombstones.getOrDefault(row.getObject("disclosure", UUID.class), List.of())))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Piece.@Nullable Withdrawal withdrawalOf(int number, List<Tombstone> tombstones) {
        return tombstones.stream()
                .filter(t -> Objects.equals(t.edition(), number))
                .map(Tombstone::withdrawal).findFirst().orElse(null);
    }

    private record Tombstone(@Nullable Integer edition, Piece.Withdrawal withdrawal) {}

    private Map<UUID, List<Tombstone>> tombstones(UUID[] ids) {
        return db.sql("select disclosure, edition, ledger_index, at, ground, title from disclosure_withdrawal where disclosure = any(:ids)")
                .param("ids", ids)
                .query((row, _) -> Map.entry(row.getObject("disclosure", UUID.class), new Tombstone(row.getObject("edition", Integer.class), new Piece.Withdrawal(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("ledger_index"),
                        row.getString("ground"), row.getString("title")))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Optional<Edition> edition(UUID id, int number) {
        return db.sql("select " + COLUMNS + " from disclosure_content where disclosure = :id and number = :number")
                .param("id", id).param("number", number).query((row, _) -> edition(row)).optional();
    }

    private Edition edition(ResultSet row) throws SQLException {
        var canonical = row.getString("canonical");
        return new Edition(row.getObject("disclosure", UUID.class), row.getInt("number"), row.getLong("ledger_index"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                json.readValue(canonical.getBytes(StandardCharsets.UTF_8), Projection.class), canonical,
                row.getBytes("salt"));
    }

    /** What can be read of the attachments of an edition, by SHA-256. */
    Map<String, FileContent> files(UUID id, int number) {
        return db.sql("select sha256, content from disclosure_file where disclosure = :id and number = :number")
                .param("id", id).param("number", number)
                .query((row, _) -> Map.entry(row.getString("sha256"), json.readValue(row.getString("content"), FileContent.class)))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<FileContent> file(UUID id, int number, String sha256) {
        return db.sql("select content from disclosure_file where disclosure = :id and number = :number and sha256 = :sha256")
                .param("id", id).param("number", number).param("sha256", sha256).query(String.class).optional()
                .map(content -> json.readValue(content, FileContent.class));
    }

    List<UUID> idsByIndexNumber(String indexNumber) {
        return db.sql("select id from disclosure_disclosure where index_number = :number order by id limit 20")
                .param("number", indexNumber).query(UUID.class).list();
    }

    /** The newest covered edition of each piece; a newer one that no checkpoint covers yet does not hide it. */
    Keyset<Listed> list(@Nullable Set<UUID> offices, @Nullable String item, @Nullable String after, int limit) {
        var rows = db.sql("""
                with covered as (select coalesce(max(size), 0) as size from ledger_checkpoint)
                select c.disclosure, d.index_number, c.document_number, c.title, c.item, c.office, c.number, c.produced_on,
                       c.validity, c.published_at, c.ledger_index
                  from disclosure_content c join disclosure_disclosure d on d.id = c.disclosure, covered
                 where c.ledger_index < least(:before, covered.size)
                   and not exists (select 1 from disclosure_content n where n.disclosure = c.disclosure
                                    and n.number > c.number and n.ledger_index < covered.size)
                   and (cast(:item as text) is null or c.item = :item)
                   and (cast(:offices as uuid[]) is null or c.office = any(cast(:offices as uuid[])))
                 order by c.ledger_index desc limit :limit""")
                .param("before", after == null ? Long.MAX_VALUE : number(after))
                .param("item", item)
                .param("offices", offices == null ? null : offices.toArray(UUID[]::new))
                .param("limit", limit + 1)
                .query((row, _) -> listed(row)).list();
        return Keyset.of(rows, limit, row -> Long.toString(row.ledgerIndex()));
    }

    List<Count> counts() {
        return db.sql("""
                select item, office, validity, count(*) as pieces
                  from (select distinct on (disclosure) item, office, validity from disclosure_content
                         where ledger_index < (select coalesce(max(size), 0) from ledger_checkpoint)
                         order by disclosure, number desc) newest
                 group by item, office, validity""")
                .query(Count.class).list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(row.getObject("disclosure", UUID.class), row.getString("index_number"),
                row.getString("document_number"), row.getString("title"), row.getString("item"),
                row.getObject("office", UUID.class), row.getInt("number"), row.getObject("produced_on", LocalDate.class),
                row.getString("validity"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getLong("ledger_index"));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    /** Takes a number of a document. */
    interface EachNumber {
        void take(UUID office, String item, String number);
    }

    /** The numbers of all documents that are public. */
    void eachNumber(EachNumber each) {
        db.sql("select distinct office, item, document_number from disclosure_content where document_number is not null")
                .query(row -> {
                    each.take(row.getObject("office", UUID.class), row.getString("item"), row.getString("document_number"));
                });
    }
}
