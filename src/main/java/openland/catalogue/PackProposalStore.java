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
            select p.id, p.office, p.pack, p.version, p.digest, p.reason, p.proposed_by, p.proposed_at, d.officer, d.accepted, d.remark, d.at
              from catalogue_pack_proposal p left join catalogue_pack_decision d on d.proposal = p.id
            """;
    private static final int MOST = 200;

    private final JdbcClient db;

    PackProposalStore(JdbcClient db) {
        this.db = db;
    }

    /** A pack that was accepted, as it was written. */
    record Accepted(UUID proposal, PackFile file) {}

    /** Until the end of the transaction nobody else proposes or decides; whoever waited sees what the other did. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('catalogue_pack_proposal', 0))").query((_, _) -> true).single();
    }

    void add(PackProposal proposal, String yaml) {
        db.sql("""
                insert into catalogue_pack_proposal (id, office, pack, version, digest, yaml, reason, proposed_by, proposed_at)
                values (:id, :office, :pack, :version, :digest, :yaml, :reason, :by, :at)""")
                .param("id", proposal.id()).param("office", proposal.office()).param("pack", proposal.pack())
                .param("version", proposal.version()).param("digest", proposal.digest()).param("yaml", yaml)
                .param("reason", proposal.reason()).param("by", proposal.proposedBy()).param("at", utc(proposal.proposedAt()))
                .update();
    }

    Optional<PackProposal> find(UUID id) {
        return db.sql(PROPOSAL + "where p.id = :id").param("id", id).query((row, _) -> proposal(row)).optional();
    }

    /** The pack as it was written; up to a million characters, so no list has it. */
    String yaml(UUID proposal) {
        return db.sql("select yaml from catalogue_pack_proposal where id = :id").param("id", proposal).query(String.class).single();
    }

    /** The proposal of that very pack which waits. */
    Optional<PackProposal> waiting(UUID office, String digest) {
        return db.sql(PROPOSAL + "where p.office = :office and p.digest = :digest and d.at is null order by p.proposed_at limit 1")
                .param("office", office).param("digest", digest).query((row, _) -> proposal(row)).optional();
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
    List<Accepted> accepted() {
        return db.sql("""
                select p.id, p.pack, p.yaml from catalogue_pack_proposal p join catalogue_pack_decision d on d.proposal = p.id
                 where d.accepted order by d.n""")
                .query((row, _) -> new Accepted(row.getObject("id", UUID.class), new PackFile(PackProposal.file(row.getString("pack")), row.getString("yaml"))))
                .list();
    }

    /** Those that wait first, then the latest. */
    List<PackProposal> of(Collection<UUID> offices) {
        return db.sql(PROPOSAL + "where p.office = any(cast(:offices as uuid[])) order by (d.at is null) desc, p.proposed_at desc limit :most")
                .param("offices", offices.toArray(UUID[]::new)).param("most", MOST).query((row, _) -> proposal(row)).list();
    }

    /** Grows with every decision: they are made one after the other, see {@link #lock}. */
    long revision() {
        return db.sql("select coalesce(max(n), 0) from catalogue_pack_decision").query(Long.class).single();
    }

    private static PackProposal proposal(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        var decision = at == null ? null : new Decision(row.getObject("officer", UUID.class), row.getBoolean("accepted"),
                row.getString("remark"), at.toInstant());
        return new PackProposal(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getString("pack"),
                row.getInt("version"), row.getString("digest"), row.getString("reason"),
                row.getObject("proposed_by", UUID.class), row.getObject("proposed_at", OffsetDateTime.class).toInstant(), decision);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
