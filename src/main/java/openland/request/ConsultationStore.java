package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of consultations. */
@Repository
class ConsultationStore {
    private final JdbcClient db;

    ConsultationStore(JdbcClient db) {
        this.db = db;
    }

    void add(Consultation one, byte[] link) {
        db.sql("""
                insert into request_consultation (id, request, kind, asked, contact, mail, question, sent_on, reached_on, link_digest)
                values (:id, :request, :kind, :asked, :contact, :mail, :question, :sent, :reached, :link)""")
                .param("id", one.id()).param("request", one.request()).param("kind", one.kind().name()).param("asked", one.asked())
                .param("contact", one.contact()).param("mail", one.mail()).param("question", one.question()).param("sent", one.sentOn())
                .param("reached", one.reachedOn()).param("link", link).update();
    }

    void reached(UUID id, LocalDate on) {
        db.sql("update request_consultation set reached_on = :on where id = :id").param("on", on).param("id", id).update();
    }

    void answered(UUID id, Consultation.Answer answer, String reason, LocalDate on) {
        db.sql("update request_consultation set answer = :answer, reason = :reason, answered_on = :on where id = :id").param("answer", answer.name())
                .param("reason", reason).param("on", on).param("id", id).update();
    }

    Optional<Consultation> byId(UUID id) {
        return db.sql("select * from request_consultation where id = :id").param("id", id).query(ConsultationStore::consultation).optional();
    }

    Optional<Consultation> byLink(byte[] digest) {
        return db.sql("select * from request_consultation where link_digest = :digest").param("digest", digest).query(ConsultationStore::consultation).optional();
    }

    List<Consultation> of(UUID request) {
        return db.sql("select * from request_consultation where request = :request order by sent_on, id").param("request", request)
                .query(ConsultationStore::consultation).list();
    }

    private static Consultation consultation(ResultSet row, int n) throws SQLException {
        var answer = row.getString("answer");
        return new Consultation(row.getObject("id", UUID.class), row.getObject("request", UUID.class), Consultation.Kind.valueOf(row.getString("kind")),
                row.getString("asked"), row.getString("contact"), row.getString("mail"), row.getString("question"), row.getObject("sent_on", LocalDate.class),
                row.getObject("reached_on", LocalDate.class), answered(answer), row.getString("reason"), row.getObject("answered_on", LocalDate.class));
    }

    private static Consultation.@Nullable Answer answered(@Nullable String name) {
        return name == null ? null : Consultation.Answer.valueOf(name);
    }
}
