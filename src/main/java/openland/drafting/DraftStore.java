package openland.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.disclosure.Signature;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of drafts, their moves and signatures. */
@Repository
class DraftStore {
    private final JdbcClient db;
    private final JsonMapper json;

    DraftStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** False when the id is taken already. */
    boolean insert(Draft draft) {
        return db.sql("""
                insert into drafting_draft (id, office, item, pack, content, digest, state, step, round, author, amends,
                                            base_edition, publish_at, created_at, updated_at)
                values (:id, :office, :item, :pack, cast(:content as jsonb), :digest, :state, :step, :round, :author,
                        :amends, :baseEdition, :publishAt, :created, :updated)
                on conflict (id) do nothing""")
                .param("id", draft.id()).param("office", draft.office()).param("item", draft.content().item())
                .param("pack", draft.content().pack()).param("content", CanonicalJson.of(draft.content()))
                .param("digest", draft.digest()).param("state", draft.state().name()).param("step", draft.step())
                .param("round", draft.round()).param("author", draft.author()).param("amends", draft.content().amends())
                .param("baseEdition", draft.content().baseEdition())
                .param("publishAt", timestamp(draft.content().publishAt()))
                .param("created", timestamp(draft.createdAt())).param("updated", timestamp(draft.updatedAt()))
                .update() == 1;
    }

    void update(Draft draft, Instant now) {
        db.sql("""
                update drafting_draft
                   set item = :item, pack = :pack, content = cast(:content as jsonb), digest = :digest, state = :state,
                       step = :step, round = :round, amends = :amends, base_edition = :baseEdition,
                       publish_at = :publishAt, publisher = :publisher, disclosure = :disclosure,
                       ledger_index = :index, updated_at = :now
                 where id = :id""")
                .param("item", draft.content().item()).param("pack", draft.content().pack())
                .param("content", CanonicalJson.of(draft.content())).param("digest", draft.digest())
                .param("state", draft.state().name()).param("step", draft.step()).param("round", draft.round())
                .param("amends", draft.content().amends()).param("baseEdition", draft.content().baseEdition())
                .param("publishAt", timestamp(draft.content().publishAt())).param("publisher", draft.publisher())
                .param("disclosure", draft.disclosure()).param("index", draft.ledgerIndex())
                .param("now", timestamp(now)).param("id", draft.id())
                .update();
    }

    Optional<Draft> find(UUID id) {
        return db.sql("select * from drafting_draft where id = :id").param("id", id)
                .query((row, _) -> draft(row)).optional();
    }

    /** The draft, held against every other move until the transaction ends. */
    Optional<Draft> locked(UUID id) {
        return db.sql("select * from drafting_draft where id = :id for update").param("id", id)
                .query((row, _) -> draft(row)).optional();
    }

    /** The draft that became the newest edition of a piece. */
    Optional<Draft> lastOf(UUID disclosure) {
        return db.sql("select * from drafting_draft where disclosure = :disclosure order by base_edition desc limit 1")
                .param("disclosure", disclosure).query((row, _) -> draft(row)).optional();
    }

    /** The scheduled draft whose time came first. */
    Optional<UUID> due(Instant now) {
        return db.sql("select id from drafting_draft where state = 'SCHEDULED' and publish_at <= :now order by publish_at limit 1")
                .param("now", timestamp(now)).query(UUID.class).optional();
    }

    Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getObject("id", UUID.class), row.getObject("office", UUID.class),
                json.readValue(row.getString("content"), Content.class), row.getBytes("digest"),
                State.valueOf(row.getString("state")), row.getInt("step"), row.getInt("round"),
                row.getObject("author", UUID.class), row.getObject("publisher", UUID.class),
                row.getObject("disclosure", UUID.class), row.getObject("ledger_index", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    void await(UUID draft, Set<Awaited> awaited) {
        db.sql("delete from drafting_awaited where draft = :draft").param("draft", draft).update();
        awaited.forEach(a -> db.sql("insert into drafting_awaited (draft, office, post) values (:draft, :office, :post)")
                .param("draft", draft).param("office", a.office()).param("post", a.post().name()).update());
    }

    Set<Awaited> awaited(UUID draft) {
        return Set.copyOf(db.sql("select office, post from drafting_awaited where draft = :draft").param("draft", draft)
                .query((row, _) -> new Awaited(row.getObject("office", UUID.class), Post.valueOf(row.getString("post"))))
                .list());
    }

    /** @param made its number is given here */
    void append(Draft draft, Made made) {
        db.sql("""
                insert into drafting_move (draft, n, move, round, step, officer, remark, digest, at, on_behalf)
                select :draft, coalesce(max(n), 0) + 1, :move, :round, :step, :officer, :remark, :digest, :now, cast(:behalf as uuid)
                  from drafting_move where draft = :draft""")
                .param("draft", draft.id()).param("move", made.move().name()).param("round", made.round())
                .param("step", made.step()).param("officer", made.officer()).param("remark", made.remark())
                .param("digest", draft.digest()).param("now", timestamp(made.at())).param("behalf", made.behalf())
                .update();
    }

    boolean hasMoved(UUID draft, UUID officer) {
        return db.sql("select exists (select from drafting_move where draft = :draft and officer = :officer)")
                .param("draft", draft).param("officer", officer).query(Boolean.class).single();
    }

    /** All moves ever made, the first one first. */
    List<Made> moves(UUID draft) {
        return db.sql("select * from drafting_move where draft = :draft order by n").param("draft", draft)
                .query((row, _) -> new Made(row.getInt("n"), Move.valueOf(row.getString("move")), row.getInt("round"),
                        row.getInt("step"), row.getObject("officer", UUID.class), row.getString("remark"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("on_behalf", UUID.class)))
                .list();
    }

    void sign(Draft draft, Signature signature) {
        db.sql("""
                insert into drafting_signature (draft, round, step, post, office, officer, digest, signed_at, on_behalf)
                values (:draft, :round, :step, :post, :office, :officer, :digest, :at, cast(:behalf as uuid))""")
                .param("draft", draft.id()).param("round", draft.round()).param("step", draft.step())
                .param("post", signature.post().name()).param("office", signature.office())
                .param("officer", signature.officer()).param("digest", signature.digest())
                .param("at", timestamp(signature.signedAt())).param("behalf", signature.behalf())
                .update();
    }

    /** The signatures of this round, whatever content they were given for. */
    List<Signed> signatures(Draft draft) {
        return db.sql("select * from drafting_signature where draft = :draft and round = :round order by signed_at")
                .param("draft", draft.id()).param("round", draft.round())
                .query((row, _) -> new Signed(row.getInt("step"), new Signature(Post.valueOf(row.getString("post")),
                        row.getObject("office", UUID.class), row.getObject("officer", UUID.class), row.getBytes("digest"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant(), row.getObject("on_behalf", UUID.class))))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
