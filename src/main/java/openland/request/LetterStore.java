package openland.request;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of letters: each stands word for word as it was signed, whatever the set words say later. */
@Repository
class LetterStore {
    private final JdbcClient db;
    private final ReplyTypes types;

    LetterStore(JdbcClient db, ReplyTypes types) {
        this.db = db;
        this.types = types;
    }

    /** A letter without what its type knows by itself. */
    private record Kept(@Nullable String type, String office, @Nullable String number, LocalDate date, String addressee, String title, String summary,
            List<String> body, List<String> enclosures, Remedy remedy, List<String> remedies, List<String> contact, Map<String, String> must, List<String> notes) {
        static Kept of(Letter letter) {
            var type = letter.type();
            return new Kept(type == null ? null : type.code(), letter.office(), letter.number(), letter.date(), letter.addressee(), letter.title(),
                    letter.summary(), letter.body(), letter.enclosures(), letter.remedy(), letter.remedies(), letter.contact(), letter.must(), letter.notes());
        }
    }

    void add(SentLetter one, @Nullable UUID by) {
        var content = RequestStore.JSON.writeValueAsString(Kept.of(one.letter()));
        db.sql("""
                insert into request_letter (id, request, kind, number, content, digest, consultation, made_at, made_by, way, proof, sent_on)
                values (:id, :request, :kind, :number, :content::jsonb, :digest, :consultation, :at, :by, :way, :proof, :sent)""")
                .param("id", one.id()).param("request", one.request()).param("kind", one.kind().name()).param("number", one.number()).param("content", content)
                .param("digest", Digests.sha256(content.getBytes(StandardCharsets.UTF_8))).param("consultation", one.consultation())
                .param("at", Timestamp.from(one.madeAt())).param("by", by).param("way", one.way()).param("proof", one.proof()).param("sent", one.sentOn()).update();
    }

    void sent(UUID id, String way, String proof, LocalDate on) {
        db.sql("update request_letter set way = :way, proof = :proof, sent_on = :on where id = :id").param("way", way).param("proof", proof).param("on", on)
                .param("id", id).update();
    }

    List<SentLetter> of(UUID request) {
        return db.sql("select * from request_letter where request = :request order by made_at, id").param("request", request).query(this::letter).list();
    }

    Optional<SentLetter> byId(UUID id) {
        return db.sql("select * from request_letter where id = :id").param("id", id).query(this::letter).optional();
    }

    private SentLetter letter(ResultSet row, int n) throws SQLException {
        var kind = LetterKind.valueOf(row.getString("kind"));
        var kept = RequestStore.JSON.readValue(row.getString("content"), Kept.class);
        var letter = new Letter(kind, kept.type() == null ? null : types.byCode(kept.type()), kept.office(), kept.number(), kept.date(), kept.addressee(),
                kept.title(), kept.summary(), kept.body(), kept.enclosures(), kept.remedy(), kept.remedies(), kept.contact(), kept.must(), kept.notes());
        return new SentLetter(row.getObject("id", UUID.class), row.getObject("request", UUID.class), kind, row.getString("number"), letter,
                row.getObject("consultation", UUID.class), row.getTimestamp("made_at").toInstant(), row.getString("way"), row.getString("proof"),
                row.getObject("sent_on", LocalDate.class));
    }
}
