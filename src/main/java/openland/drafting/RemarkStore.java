package openland.drafting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reviewers' remarks beside fields, which only come, and of the answers to them. */
@Repository
class RemarkStore {
    private final JdbcClient db;

    RemarkStore(JdbcClient db) {
        this.db = db;
    }

    /** Beside a field, made with the last move of the draft. */
    void add(UUID draft, String field, String remark, byte[] value) {
        db.sql("""
                insert into drafting_remark (draft, n, field, remark, value)
                select :draft, max(n), :field, :remark, :value from drafting_move where draft = :draft""")
                .param("draft", draft).param("field", field).param("remark", remark).param("value", value).update();
    }

    void answer(UUID draft, FieldRemark remark, UUID officer, String answer, Instant now) {
        db.sql("""
                update drafting_remark set answer = :answer, answered_by = :officer, answered_at = :now
                 where draft = :draft and n = :n and field = :field""")
                .param("answer", answer).param("officer", officer).param("now", Time.utc(now))
                .param("draft", draft).param("n", remark.n()).param("field", remark.field()).update();
    }

    /** Of all rounds, the first one first. */
    List<FieldRemark> of(UUID draft) {
        return db.sql("select * from drafting_remark where draft = :draft order by n, field").param("draft", draft)
                .query((row, _) -> new FieldRemark(row.getInt("n"), row.getString("field"), row.getString("remark"),
                        row.getBytes("value"), row.getString("answer"), row.getObject("answered_by", UUID.class),
                        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)))
                .list();
    }
}
