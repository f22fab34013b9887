package openland.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.catalogue.PackProposal.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of proposed packs and what was decided of them. */
@Repository
class PackProposalStore {
    private static final String PROPOSAL = """
            select p.*, d.officer, d.accepted, d.remark, d.at
              from catalogue_pack_proposal p left join catalogue_pack_decision d on d.proposal = p.id
            """;
    private static final int MOST = 200;

    private final JdbcClient db;

    PackProposalStore(JdbcClient db) {
        this.db = db;
    }

    void add(PackProposal proposal) {
        db.sql("""
                insert into catalogue_pack_proposal (id, office, pack, version, digest, yaml, reason, proposed_by, proposed_at)
                values (:id, :office, :pack, :version, :digest, :yaml, :reason, :by, :at)""")
                .param("id", proposal.id()).param("office", proposal.office()).param("pack", proposal.pack())
                .param("version", proposal.version()).param("digest", proposal.digest()).param("yaml", proposal.yaml())
                .param("reason", proposal.reason()).param("by", proposal.proposedBy()).param("at", utc(proposal.proposedAt()))
                .update();
    }

    Optional<PackProposal> find(UUID id) {
        return db.sql(PROPOSAL + "where p.id = :id").param("id", id).query((row, _) -> proposal(row)).optional();
    }

    /** False when it was decided before. */
    boolean decide(UUID proposal, Decision decision) {
        return db.sql("""
                insert into catalogue_pack_decision (proposal, officer, accepted, remark, at)
                values (:proposal, :officer, :accepted, :remark, :at) on conflict (proposal) do nothing""")
                .param("proposal", proposal).param("officer", decision.officer()).param("accepted", decision.accepted())
                .param("remark", decision.remark()).param("at", utc(decision.at())).update() == 1;
    }

    /** In the order in which they were accepted. */
    List<PackProposal> accepted() {
        return db.sql(PROPOSAL + "where d.accepted order by d.n").query((row, _) -> proposal(row)).list();
    }

    /** Those that wait first, then the latest. */
    List<PackProposal> of(Collection<UUID> offices) {
        return db.sql(PROPOSAL + "where p.office = any(cast(:offices as uuid[])) order by (d.at is null) desc, p.proposed_at desc limit :most")
                .param("offices", offices.toArray(UUID[]::new)).param("most", MOST).query((row, _) -> proposal(row)).list();
    }

    /** Grows with every decision. */
    long revision() {
        return db.sql("select coalesce(max(n), 0) from catalogue_pack_decision").query(Long.class).single();
    }

    private static PackProposal proposal(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        var decision = at == null ? null : new Decision(row.getObject("officer", UUID.class), row.getBoolean("accepted"),
                row.getString("remark"), at.toInstant());
        return new PackProposal(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("pack"),
                row.getInt("version"), row.getString("digest"), row.getString("yaml"), row.getString("reason"),
                row.getObject("proposed_by", UUID.class), row.getObject("proposed_at", OffsetDateTime.class).toInstant(), decision);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
