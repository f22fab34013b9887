package openland.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of replies on their way: the draft, who signed which digest of it, and what was looked for. */
@Repository
class ReplyStore {
    private final JdbcClient db;

    ReplyStore(JdbcClient db) {
        this.db = db;
    }

    /** A draft as it is kept. */
    record Kept(ReplyDraft draft, byte[] digest, UUID officer) {}

    void put(UUID request, Kept kept, Instant at) {
        db.sql("""
                insert into request_draft (request, content, digest, officer, at) values (:request, :content::jsonb, :digest, :officer, :at)
                on conflict (request) do update set content = excluded.content, digest = excluded.digest, officer = excluded.officer, at = excluded.at""")
                .param("request", request).param("content", RequestStore.JSON.writeValueAsString(kept.draft())).param("digest", kept.digest())
                .param("officer", kept.officer()).param("at", Timestamp.from(at)).update();
    }

    Optional<Kept> draft(UUID request) {
        return db.sql("select content, digest, officer from request_draft where request = :request").param("request", request)
                .query((row, _) -> new Kept(RequestStore.JSON.readValue(row.getString("content"), ReplyDraft.class), row.getBytes("digest"),
                        row.getObject("officer", UUID.class))).optional();
    }

    /** A signature: which step, of which digest, by whom. {@code n} is its event. */
    record Signature(int n, String step, byte[] digest, UUID officer, Instant at) {}

    void sign(UUID request, Signature signature) {
        db.sql("insert into request_signature (request, n, step, digest, officer, at) values (:request, :n, :step, :digest, :officer, :at)")
                .param("request", request).param("n", signature.n()).param("step", signature.step()).param("digest", signature.digest())
                .param("officer", signature.officer()).param("at", Timestamp.from(signature.at())).update();
    }

    List<Signature> signatures(UUID request) {
        return db.sql("select n, step, digest, officer, at from request_signature where request = :request order by n").param("request", request)
                .query((row, _) -> new Signature(row.getInt("n"), row.getString("step"), row.getBytes("digest"), row.getObject("officer", UUID.class),
                        row.getTimestamp("at").toInstant())).list();
    }

    void add(Searches.Search one, UUID request) {
        db.sql("""
                insert into request_search (id, request, place, words, found, on_day, officer, at)
                values (:id, :request, :place, :words, :found, :on, :officer, :at)""")
                .param("id", one.id()).param("request", request).param("place", one.place()).param("words", one.words()).param("found", one.found())
                .param("on", one.on()).param("officer", one.officer()).param("at", Timestamp.from(one.at())).update();
    }

    List<Searches.Search> searches(UUID request) {
        return db.sql("select * from request_search where request = :request order by at, id").param("request", request)
                .query((row, _) -> new Searches.Search(row.getObject("id", UUID.class), row.getString("place"), row.getString("words"), row.getString("found"),
                        row.getObject("on_day", LocalDate.class), row.getObject("officer", UUID.class), row.getTimestamp("at").toInstant())).list();
    }
}
