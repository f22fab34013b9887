package openland.disclosure;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of dossiers (卷) for the public. */
@Repository
class PublishedDossierStore {
    /** What an officer gave, or what a piece of it bears that is public now. */
    private static final String SHOWN = """
            (k.alias or exists (select 1 from disclosure_dossier_bearer b join disclosure_dossier_piece m on m.dossier = b.dossier and m.piece = b.piece and not m.excluded
                                 where b.dossier = k.dossier and b.key = k.key and exists (select 1 from disclosure_content n where n.disclosure = b.piece)))""";

    private final JdbcClient db;

    PublishedDossierStore(@Qualifier("publicReader") JdbcClient db) {
        this.db = db;
    }

    Optional<DossierStore.Row> byId(UUID id) {
        return db.sql("select id, type, region, created_at, merged_into from disclosure_dossier where id = :id").param("id", id).query(DossierStore.Row.class).optional();
    }

    List<String> keys(UUID dossier) {
        return db.sql("select k.key from disclosure_dossier_key k where k.dossier = :dossier and " + SHOWN + " order by k.alias, k.key").param("dossier", dossier).query(String.class).list();
    }

    /** Of each stage the newest, those that can be read before those that were withdrawn. */
    List<DossierStore.Member> members(UUID dossier, int ofEach) {
        return db.sql("""
                select dossier, piece, stage, key, by_officer, excluded
                  from (select p.*, row_number() over (partition by p.stage order by
                               exists (select 1 from disclosure_content c where c.disclosure = p.piece) desc, p.piece desc) as n
                          from disclosure_dossier_piece p where p.dossier = :dossier and not p.excluded) m
                 where n <= :most order by piece""")
                .param("dossier", dossier).param("most", ofEach).query(DossierStore.Member.class).list();
    }

    /** How many pieces there are at each stage. */
    Map<String, Integer> sizes(UUID dossier) {
        return db.sql("select stage, count(*)::int as pieces from disclosure_dossier_piece where dossier = :dossier and not excluded group by stage")
                .param("dossier", dossier).query((row, _) -> Map.entry(row.getString("stage"), row.getInt("pieces"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The pieces of a stage, the newest first. */
    Keyset<UUID> pieces(UUID dossier, String stage, @Nullable String after, int limit) {
        var rows = db.sql("""
                select piece from disclosure_dossier_piece where dossier = :dossier and stage = :stage and not excluded
                   and (cast(:after as uuid) is null or piece < :after) order by piece desc limit :limit""")
                .param("dossier", dossier).param("stage", stage).param("after", after == null ? null : Place.id(after)).param("limit", limit + 1).query(UUID.class).list();
        return Keyset.of(rows, limit, UUID::toString);
    }

    /** In which places a piece stands. */
    List<DossierStore.Member> ofPiece(UUID piece) {
        return db.sql("""
                select p.dossier, p.piece, p.stage, p.key, p.by_officer, p.excluded from disclosure_dossier_piece p
                 where p.piece = :piece and not p.excluded order by p.dossier, p.stage limit 60""").param("piece", piece).query(DossierStore.Member.class).list();
    }

    /** Threads with something public in them, those with the newest piece first. @param wanted a number, or null for all */
    Keyset<Dossiers.Listed> list(@Nullable String type, @Nullable String wanted, @Nullable String after, int limit) {
        var rows = db.sql("""
                select d.id, d.type, d.last_index, c.first_at, c.last_at, c.pieces,
                       (select k.key from disclosure_dossier_key k where k.dossier = d.id and SHOWN order by k.alias, k.key limit 1) as key
                  from (select id, type, last_index from disclosure_dossier
                         where merged_into is null and last_index is not null and (cast(:type as text) is null or type = :type)
                           and (cast(:wanted as text) is null or id in (
                                select k.dossier from disclosure_dossier_key k where k.key = :wanted and SHOWN
                                 union select q.dossier from disclosure_content e join disclosure_dossier_piece q on q.piece = e.disclosure and not q.excluded
                                        where disclosure_as_key(e.document_number) = :wanted))
                           and (last_index, id) < (:before, :id) order by last_index desc, id desc limit :limit) d,
                       lateral (select min(n.published_at) as first_at, max(n.published_at) as last_at, count(distinct n.disclosure) as pieces
                                  from disclosure_dossier_piece p join disclosure_content n on n.disclosure = p.piece where p.dossier = d.id and not p.excluded) c
                 order by d.last_index desc, d.id desc""".replace("SHOWN", SHOWN))
                .param("type", type).param("wanted", wanted).param("before", after == null ? Long.MAX_VALUE : Place.of(after).index()).param("id", after == null ? new UUID(-1, -1) : Place.of(after).id()).param("limit", limit + 1)
                .query((row, _) -> new Dossiers.Listed(row.getObject("id", UUID.class), row.getString("type"), row.getString("key") == null ? "" : row.getString("key"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(), row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getInt("pieces"),
                        row.getLong("last_index"))).list();
        return Keyset.of(rows, limit, row -> row.lastIndex() + " " + row.id());
    }

    /** Where a page ended. */
    private record Place(long index, UUID id) {
        static Place of(String after) {
            var parts = after.split(" ", 2);
            try {
                return new Place(Long.parseLong(parts[0]), id(parts[parts.length - 1]));
            } catch (NumberFormatException e) {
                throw wrong();
            }
        }

        static UUID id(String written) {
            try {
                return UUID.fromString(written);
            } catch (IllegalArgumentException e) {
                throw wrong();
            }
        }

        private static Refusal wrong() {
            return Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }
}
