package openland.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of files: what is stored, what was found in it, which copy of it may be published. */
@Repository
class FileStore {
    private final JdbcClient db;
    private final JsonMapper json;

    FileStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(StoredFile file, Inspection inspection, Instant now) {
        db.sql("""
                insert into files_file (sha256, type, size, stored_at) values (:sha256, :type, :size, :now)
                on conflict (sha256) do nothing""")
                .param("sha256", file.sha256()).param("type", file.type()).param("size", file.size())
                .param("now", Timestamp.from(now)).update();
        db.sql("""
                insert into files_inspection (sha256, found, at) values (:sha256, :found, :now)
                on conflict (sha256) do update set found = excluded.found, at = excluded.at""")
                .param("sha256", file.sha256()).param("found", json.writeValueAsString(inspection))
                .param("now", Timestamp.from(now)).update();
    }

    Optional<StoredFile> find(String sha256) {
        return db.sql("select sha256, type, size from files_file where sha256 = :sha256")
                .param("sha256", sha256).query(StoredFile.class).optional();
    }

    Optional<Inspection> inspection(String sha256) {
        return db.sql("select found from files_inspection where sha256 = :sha256").param("sha256", sha256)
                .query(String.class).optional().map(found -> json.readValue(found, Inspection.class));
    }

    Optional<StoredFile> copyOf(String original) {
        return db.sql("""
                select f.sha256, f.type, f.size from files_copy c join files_file f on f.sha256 = c.copy
                 where c.original = :original""")
                .param("original", original).query(StoredFile.class).optional();
    }

    void link(String original, String copy) {
        db.sql("insert into files_copy (original, copy) values (:original, :copy) on conflict (original) do nothing")
                .param("original", original).param("copy", copy).update();
    }
}
