package openland.disclosure;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import openland.casework.PublishedPieces;
import openland.disclosure.Projection.Attachment;
import openland.files.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes published rows. Nothing here updates; content alone is deleted, by a withdrawal. */
@Repository
class EditionStore {
    /** A piece under lock: {@code editions} is the number of its newest edition. */
    record Row(UUID id, UUID office, String indexNumber, int editions, boolean withdrawn) {}

    private final JdbcClient db;
    private final Files files;
    private final FacetStore facets;
    private final JsonMapper json;

    EditionStore(JdbcClient db, Files files, FacetStore facets, JsonMapper json) {
        this.db = db;
        this.files = files;
        this.facets = facets;
        this.json = json;
    }

    Row insertPiece(UUID id, Approved approved, String indexNumber, Instant now) {
        db.sql("""
                insert into disclosure_disclosure (id, office, item, index_number, created_at)
                values (:id, :office, :item, :number, :now)""")
                .param("id", id).param("office", approved.office().id()).param("item", approved.projection().item())
                .param("number", indexNumber).param("now", Timestamp.from(now))
                .update();
        return new Row(id, approved.office().id(), indexNumber, 0, false);
    }

    /** Who issued a piece. */
    Optional<UUID> officeOf(UUID id) {
        return db.sql("select office from disclosure_disclosure where id = :id").param("id", id).query(UUID.class).optional();
    }

    /** Locks the piece against any other amendment or withdrawal until the transaction ends. */
    Optional<Row> locked(@Nullable UUID id) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))").param("id", String.valueOf(id))
                .query((_, _) -> "").list();
        return db.sql("""
                select d.id, d.office, d.index_number,
                       (select max(number) from disclosure_edition e where e.disclosure = d.id) as editions,
                       exists (select 1 from disclosure_withdrawal w
                                where w.disclosure = d.id and w.edition is null) as withdrawn
                  from disclosure_disclosure d where d.id = :id""")
                .param("id", id).query(Row.class).optional();
    }

    /** A piece, and the moment of its first edition. */
    Optional<PublishedPieces.Shown> shown(UUID id) {
        return db.sql("""
                select d.office, d.item, (select min(e.published_at) from disclosure_edition e where e.disclosure = d.id) as since
                  from disclosure_disclosure d where d.id = :id""").param("id", id)
                .query((row, _) -> new PublishedPieces.Shown(row.getObject("office", UUID.class), row.getString("item"), row.getTimestamp("since").toInstant()))
                .optional();
    }

    void insert(UUID disclosure, int number, long index, Instant now, Approved approved, String canonical, byte[] salt) {
        db.sql("""
                insert into disclosure_edition (disclosure, number, ledger_index, published_at, draft, content_digest)
                values (:disclosure, :number, :index, :now, :draft, :digest)""")
                .param("disclosure", disclosure).param("number", number).param("index", index)
                .param("now", Timestamp.from(now)).param("draft", approved.draft())
                .param("digest", approved.contentDigest())
                .update();
        approved.signatures().forEach(signature -> insert(disclosure, number, signature));
        insertContent(disclosure, number, index, now, approved, canonical, salt);
        facets.insert(disclosure, number, index, json.readValue(canonical, Projection.class));
        approved.projection().attachments().stream().map(Attachment::sha256).distinct()
                .forEach(sha256 -> insertFile(disclosure, number, sha256));
    }

    private void insert(UUID disclosure, int number, Signature signature) {
        db.sql("""
                insert into disclosure_signature (disclosure, edition, post, office, officer, digest, signed_at, on_behalf)
                values (:disclosure, :edition, :post, :office, :officer, :digest, :at, cast(:behalf as uuid))""")
                .param("disclosure", disclosure).param("edition", number).param("post", signature.post().name())
                .param("office", signature.office()).param("officer", signature.officer())
                .param("digest", signature.digest()).param("at", Timestamp.from(signature.signedAt()))
                .param("behalf", signature.behalf()).update();
    }

    private void insertContent(UUID disclosure, int number, long index, Instant now, Approved approved, String canonical,
            byte[] salt) {
        var shown = approved.projection();
        db.sql("""
                insert into disclosure_content (disclosure, number, ledger_index, published_at, office, item, title,
                                                document_number, produced_on, validity, canonical, salt)
                values (:disclosure, :number, :index, :now, :office, :item, :title, :documentNumber, :producedOn,
                        :validity, :canonical, :salt)""")
                .param("disclosure", disclosure).param("number", number).param("index", index)
                .param("now", Timestamp.from(now)).param("office", approved.office().id()).param("item", shown.item())
                .param("title", shown.title()).param("documentNumber", shown.documentNumber())
                .param("producedOn", shown.producedOn() == null ? null : LocalDate.parse(shown.producedOn()))
                .param("validity", shown.validity()).param("canonical", canonical).param("salt", salt)
                .update();
    }

    /** What people can read of an attachment, taken over from the files that officers see. */
    private void insertFile(UUID disclosure, int number, String sha256) {
        files.mustBeClean(sha256);
        db.sql("insert into disclosure_file (disclosure, number, sha256, content) values (:disclosure, :number, :sha256, :content)")
                .param("disclosure", disclosure).param("number", number).param("sha256", sha256)
                .param("content", json.writeValueAsString(files.inspection(sha256).content()))
                .update();
    }

    /** Deletes what the public could read, and the salt without which nobody can guess it from the ledger. */
    void forget(UUID disclosure, @Nullable Integer edition) {
        db.sql("""
                delete from disclosure_content
                 where disclosure = :disclosure and (cast(:edition as int) is null or number = :edition)""")
                .param("disclosure", disclosure).param("edition", edition).update();
    }

    Optional<String> titleOf(UUID disclosure, int edition) {
        return db.sql("select title from disclosure_content where disclosure = :disclosure and number = :edition")
                .param("disclosure", disclosure).param("edition", edition).query(String.class).optional();
    }

    void insertWithdrawal(UUID disclosure, @Nullable Integer edition, long index, Instant now, String ground,
            @Nullable String title, UUID officer, String remark) {
        db.sql("""
                insert into disclosure_withdrawal (disclosure, edition, ledger_index, at, ground, title, officer, remark)
                values (:disclosure, :edition, :index, :now, :ground, :title, :officer, :remark)""")
                .param("disclosure", disclosure).param("edition", edition).param("index", index)
                .param("now", Timestamp.from(now)).param("ground", ground).param("title", title)
                .param("officer", officer).param("remark", remark)
                .update();
    }

    Optional<Piece.Withdrawal> withdrawal(UUID disclosure) {
        return db.sql("""
                select at, ledger_index, ground, title from disclosure_withdrawal
                 where disclosure = :disclosure and edition is null""")
                .param("disclosure", disclosure)
                .query((row, _) -> new Piece.Withdrawal(row.getTimestamp("at").toInstant(), row.getLong("ledger_index"),
                        row.getString("ground"), row.getString("title")))
                .optional();
    }
}
