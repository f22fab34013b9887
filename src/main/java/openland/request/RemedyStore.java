package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of remedies. */
@Repository
class RemedyStore {
    private final JdbcClient db;

    RemedyStore(JdbcClient db) {
        this.db = db;
    }

    void add(RequestRemedy one) {
        db.sql("""
                insert into request_remedy (id, request, kind, procedure, body, number, copy_on, case_id, at, officer)
                values (:id, :request, :kind, :procedure, :body, :number, :copy, :case, :at, :officer)""")
                .param("id", one.id()).param("request", one.request()).param("kind", one.kind().name()).param("procedure", one.procedure().name())
                .param("body", one.body()).param("number", one.number()).param("copy", one.copyOn()).param("case", one.caseId())
                .param("at", Timestamp.from(one.at())).param("officer", one.officer()).update();
    }

    void answered(UUID id, LocalDate on) {
        db.sql("update request_remedy set answered_on = :on where id = :id").param("on", on).param("id", id).update();
    }

    void decided(UUID id, Remedies.Decided decided) {
        db.sql("update request_remedy set result = :result, decided_on = :on, redo_by = :redo, lesson = :lesson where id = :id")
                .param("result", decided.result().name()).param("on", decided.on()).param("redo", decided.redoBy()).param("lesson", decided.lesson())
                .param("id", id).update();
    }

    Optional<RequestRemedy> byId(UUID id) {
        return db.sql("select * from request_remedy where id = :id").param("id", id).query(RemedyStore::remedy).optional();
    }

    List<RequestRemedy> of(UUID request) {
        return db.sql("select * from request_remedy where request = :request order by copy_on, id").param("request", request).query(RemedyStore::remedy).list();
    }

    private static RequestRemedy remedy(ResultSet row, int n) throws SQLException {
        var result = row.getString("result");
        return new RequestRemedy(row.getObject("id", UUID.class), row.getObject("request", UUID.class), RequestRemedy.Kind.valueOf(row.getString("kind")),
                RequestRemedy.Procedure.valueOf(row.getString("procedure")), row.getString("body"), row.getString("number"),
                row.getObject("copy_on", LocalDate.class), row.getObject("case_id", UUID.class), row.getObject("answered_on", LocalDate.class),
                result == null ? null : RequestRemedy.Result.valueOf(result), row.getObject("decided_on", LocalDate.class),
                row.getObject("redo_by", LocalDate.class), row.getString("lesson"), row.getTimestamp("at").toInstant(), row.getObject("officer", UUID.class));
    }
}
