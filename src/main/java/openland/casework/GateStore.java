package openland.casework;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import openland.casework.Gates.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what officers say of what must come first. */
@Repository
class GateStore {
    private final JdbcClient db;

    GateStore(JdbcClient db) {
        this.db = db;
    }

    List<Answer> answers(UUID subject) {
        return db.sql("select obligation, applies, record, officer, at from casework_gate where subject = :subject").param("subject", subject)
                .query((row, _) -> new Answer(row.getString("obligation"), row.getBoolean("applies"), row.getString("record"),
                        row.getObject("officer", UUID.class), row.getTimestamp("at").toInstant())).list();
    }

    void put(UUID subject, UUID office, Answer answer) {
        db.sql("""
                insert into casework_gate (subject, obligation, office, applies, record, officer, at)
                values (:subject, :obligation, :office, :applies, :record, :officer, :at)
                on conflict (subject, obligation) do update set applies = excluded.applies, record = excluded.record, officer = excluded.officer, at = excluded.at""")
                .param("subject", subject).param("obligation", answer.obligation()).param("office", office).param("applies", answer.applies())
                .param("record", answer.record()).param("officer", answer.officer()).param("at", Timestamp.from(answer.at())).update();
    }
}
