package openland.office;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of uploaded lists, and what officers hold themselves. */
@Repository
class RosterStore {
    private final JdbcClient db;
    private final JsonMapper json;

    RosterStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Keeps a list; those from before {@code then} are forgotten. */
    void add(UUID id, Roster roster, UUID by, Instant now, Instant then) {
        db.sql("delete from office_roster where uploaded_at < :then").param("then", Time.utc(then)).update();
        db.sql("insert into office_roster (id, uploaded_by, uploaded_at, lines) values (:id, :by, :now, cast(:lines as jsonb))")
                .param("id", id).param("by", by).param("now", Time.utc(now)).param("lines", json.writeValueAsString(roster)).update();
    }

    Optional<Roster> byId(UUID id) {
        return db.sql("select lines from office_roster where id = :id").param("id", id).query(String.class).optional()
                .map(lines -> json.readValue(lines, Roster.class));
    }

    /** The posts that those officers hold themselves, not for another. */
    Map<UUID, Set<Officer.Holding>> ownPosts(List<UUID> officers) {
        var posts = new HashMap<UUID, Set<Officer.Holding>>();
        db.sql("select officer, post, office from office_post where officer = any(:officers) and valid_to is null and delegation is null")
                .param("officers", officers.toArray(UUID[]::new))
                .query((row, _) -> posts.computeIfAbsent(row.getObject("officer", UUID.class), _ -> new HashSet<>())
                        .add(new Officer.Holding(Post.valueOf(row.getString("post")), row.getObject("office", UUID.class)))).list();
        return posts;
    }
}
