package openland.catalogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The packs that were ever loaded, by their digest. Two programs may start, and keep the same pack, at once. */
@Repository
class PackStore {
    private static final Logger LOG = LoggerFactory.getLogger(PackStore.class);
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

    /** One that this program cannot read any more is as good as none. */
    Optional<Pack> byDigest(String digest) {
        return db.sql("select id, content from catalogue_pack where digest = :digest").param("digest", digest)
                .query((row, _) -> read(row.getString("id"), row.getString("content"))).optional().flatMap(Function.identity());
    }

    /** Every version of the packs that ever declared an item, the earliest first; what cannot be read any more is left out. */
    List<ItemVersion> versionsOf(String itemId) {
        return db.sql("""
                select id, version, content, loaded_at from catalogue_pack
                 where content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('item', cast(:item as text))))
                   and content -> 'pack' -> 'overlay-of' is null
                 order by version, loaded_at, digest""")
                .param("item", itemId)
                .query((row, _) -> version(row.getString("id"), row.getInt("version"), row.getTimestamp("loaded_at").toInstant(),
                        row.getString("content"), itemId))
                .list().stream().flatMap(Optional::stream).toList();
    }

    private static Optional<ItemVersion> version(String pack, int version, Instant loadedAt, String content, String itemId) {
        return read(pack, content).flatMap(read -> read.item(itemId)).map(item -> new ItemVersion(pack, version, loadedAt, item, List.of()));
    }

    private static Optional<Pack> read(String pack, String content) {
        try {
            return Optional.of(PackReader.read(pack, JSON.readTree(content)));
        } catch (PackFault e) {
            LOG.warn("A pack of earlier times cannot be read: {}", e.sentence());
            return Optional.empty();
        }
    }
}
