package openland.catalogue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the negative lists. Versions and confirmations only come. */
@Repository
class NegativeListStore {
    private final JdbcClient db;
    private final JdbcClient reader;

    NegativeListStore(JdbcClient db, @Qualifier("publicReader") JdbcClient reader) {
        this.db = db;
        this.reader = reader;
    }

    void add(NegativeEntry entry) {
        db.sql("""
                insert into catalogue_negative_version (id, entry, office, kind, what, category, basis, grade, years, valid_from,
                                                        valid_to, metres, square_km, ends, proposed_by, proposed_at)
                values (:id, :entry, :office, :kind, :what, :category, :basis, :grade, :years, :from, :to, :metres, :squareKm,
                        :ends, :by, :at)""")
                .param("id", entry.id()).param("entry", entry.entry()).param("office", entry.office())
                .param("kind", entry.kind().name()).param("what", entry.what()).param("category", entry.category().name())
                .param("basis", entry.basis()).param("grade", entry.grade() == null ? null : entry.grade().name())
                .param("years", entry.years()).param("from", entry.from()).param("to", entry.to())
                .param("metres", entry.metres()).param("squareKm", entry.squareKm()).param("ends", entry.ends())
                .param("by", entry.proposedBy()).param("at", utc(entry.proposedAt()))
                .update();
    }

    /** False when somebody has decided on the version before. */
    boolean decide(UUID version, UUID officer, boolean accepted, Instant at) {
        return db.sql("""
                insert into catalogue_negative_confirmation (version, officer, accepted, at) values (:version, :officer, :accepted, :at)
                on conflict (version) do nothing""")
                .param("version", version).param("officer", officer).param("accepted", accepted).param("at", utc(at)).update() == 1;
    }

    Optional<Boolean> decision(UUID version) {
        return db.sql("select accepted from catalogue_negative_confirmation where version = :version")
                .param("version", version).query(Boolean.class).optional();
    }

    Optional<NegativeEntry> version(UUID id) {
        return db.sql("select * from catalogue_negative_version where id = :id").param("id", id).query((row, _) -> entry(row)).optional();
    }

    /** The newest accepted version of each entry of these offices. */
    List<NegativeEntry> accepted(Collection<UUID> offices) {
        return db.sql("""
                select * from (select distinct on (v.entry) v.* from catalogue_negative_version v
                                 join catalogue_negative_confirmation c on c.version = v.id and c.accepted
                                where v.office = any(cast(:offices as uuid[]))
                                order by v.entry, c.n desc) newest
                 where not ends order by category, kind, proposed_at""")
                .param("offices", offices.toArray(UUID[]::new)).query((row, _) -> entry(row)).list();
    }

    List<NegativeEntry> waiting(Collection<UUID> offices) {
        return db.sql("""
                select v.* from catalogue_negative_version v
                 where v.office = any(cast(:offices as uuid[]))
                   and not exists (select from catalogue_negative_confirmation c where c.version = v.id)
                 order by v.proposed_at""")
                .param("offices", offices.toArray(UUID[]::new)).query((row, _) -> entry(row)).list();
    }

    /** Grows with every decision. */
    long revision() {
        return db.sql("select coalesce(max(n), 0) from catalogue_negative_confirmation").query(Long.class).single();
    }

    /** When the version was accepted. */
    Optional<Instant> acceptedAt(UUID version) {
        return db.sql("select at from catalogue_negative_confirmation where version = :version and accepted")
                .param("version", version).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    List<NegativeLine> publicLines(LocalDate day) {
        return reader.sql("""
                select office, kind, what, category, basis, grade, years, valid_from, valid_to from catalogue_negative_public
                 where valid_from <= :day and (valid_to is null or valid_to >= :day)
                 order by office, category, kind, what, basis""")
                .param("day", day).query(NegativeLine.class).list();
    }

    private static NegativeEntry entry(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        return new NegativeEntry(row.getObject("id", UUID.class), row.getObject("entry", UUID.class), row.getObject("office", UUID.class),
                NegativeEntry.Kind.valueOf(row.getString("kind")), row.getString("what"),
                NegativeEntry.Category.valueOf(row.getString("category")), row.getString("basis"),
                grade == null ? null : NegativeEntry.Grade.valueOf(grade), row.getObject("years", Integer.class),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                number(row.getBigDecimal("metres")), number(row.getBigDecimal("square_km")), row.getBoolean("ends"),
                row.getObject("proposed_by", UUID.class), row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
