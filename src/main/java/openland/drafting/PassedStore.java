package openland.drafting;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import openland.base.Time;
import openland.office.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of overrides, which only come, and of who has written on a draft. */
@Repository
class PassedStore {
    private final JdbcClient db;

    PassedStore(JdbcClient db) {
        this.db = db;
    }

    void wrote(UUID draft, UUID officer) {
        db.sql("insert into drafting_writer (draft, officer) values (:draft, :officer) on conflict do nothing")
                .param("draft", draft).param("officer", officer).update();
    }

    boolean hasWritten(UUID draft, UUID officer) {
        return db.sql("select exists (select from drafting_writer where draft = :draft and officer = :officer)")
                .param("draft", draft).param("officer", officer).query(Boolean.class).single();
    }

    void add(UUID draft, Passed passed) {
        db.sql("""
                insert into drafting_override (id, draft, finding, ground, reason, officer, post, at, on_behalf)
                values (:id, :draft, :finding, :ground, :reason, :officer, :post, :at, cast(:behalf as uuid))""")
                .param("id", passed.id()).param("draft", draft).param("finding", passed.finding())
                .param("ground", passed.ground().name()).param("reason", passed.reason()).param("officer", passed.officer())
                .param("post", passed.post().name()).param("at", Time.utc(passed.at()))
                .param("behalf", passed.behalf()).update();
    }

    List<Passed> of(UUID draft) {
        return db.sql("select * from drafting_override where draft = :draft order by at, id").param("draft", draft)
                .query((row, _) -> new Passed(row.getObject("id", UUID.class), row.getString("finding"),
                        Ground.valueOf(row.getString("ground")), row.getString("reason"), row.getObject("officer", UUID.class),
                        Post.valueOf(row.getString("post")), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("on_behalf", UUID.class)))
                .list();
    }
}
