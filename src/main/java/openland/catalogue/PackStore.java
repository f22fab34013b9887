package openland.catalogue;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The packs that were ever loaded, by their digest. Two programs may start, and keep the same pack, at once. */
@Repository
class PackStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final InstantSource time;

    PackStore(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    void keep(Pack pack) {
        db.sql("""
                insert into catalogue_pack (digest, id, version, content, loaded_at)
                values (:digest, :id, :version, :content::jsonb, :now)
                on conflict (digest) do nothing""")
                .param("digest", pack.digest()).param("id", pack.id()).param("version", pack.version())
                .param("content", JSON.writeValueAsString(pack.content())).param("now", Timestamp.from(time.instant()))
                .update();
    }

    Optional<Pack> byDigest(String digest) {
        return db.sql("select id, content from catalogue_pack where digest = :digest").param("digest", digest)
                .query((row, _) -> PackReader.read(row.getString("id"), JSON.readTree(row.getString("content"))))
                .optional();
    }
}
