package openland.request;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of application forms and of who filled them in. */
@Repository
class FilingStore {
    private final JdbcClient db;

    FilingStore(JdbcClient db) {
        this.db = db;
    }

    void add(Applicant one, String paper) {
        db.sql("""
                insert into request_applicant (id, kind, name, name_digest, contact, phone, mail, address, postcode)
                values (:id, :kind, :name, :digest, :contact, :phone, :mail, :address, :postcode)""")
                .param("id", one.id()).param("kind", one.kind().name()).param("name", one.name()).param("digest", digest(one.kind(), one.name(), paper))
                .param("contact", one.contact()).param("phone", one.phone()).param("mail", one.mail()).param("address", one.address())
                .param("postcode", one.postcode()).update();
    }

    /** Whom it is: the same person or body again, as far as the papers say. */
    private static byte[] digest(ApplicantKind kind, String name, String paper) {
        return Digests.sha256((kind + "\n" + Words.bare(name) + "\n" + Words.bare(paper)).getBytes(StandardCharsets.UTF_8));
    }

    void add(Filing one, @Nullable String clientKey) {
        db.sql("""
                insert into request_filing (id, office, applicant, channel, arrived_on, filed_at, form, delivery, help, oral, client_key, filed_by)
                values (:id, :office, :applicant, :channel, :arrived, :at, :form, :delivery, :help, :oral, :key, :by)""")
                .param("id", one.id()).param("office", one.office()).param("applicant", one.applicant()).param("channel", one.channel().name())
                .param("arrived", one.arrivedOn()).param("at", Timestamp.from(one.filedAt())).param("form", one.form()).param("delivery", one.delivery())
                .param("help", one.help()).param("oral", one.oral()).param("key", clientKey).param("by", one.filedBy()).update();
    }

    Optional<Filing> byId(UUID id) {
        return db.sql("select * from request_filing where id = :id").param("id", id).query(FilingStore::filing).optional();
    }

    Optional<Filing> byClientKey(String key) {
        return db.sql("select * from request_filing where client_key = :key").param("key", key).query(FilingStore::filing).optional();
    }

    /** Nobody else files with the same key until the transaction ends. */
    void hold(String key) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 8))").param("key", key).query((_, _) -> true).single();
    }

    /** How many codes the form had before its present one. */
    int codes(UUID filing) {
        return db.sql("select code_n from request_filing where id = :id").param("id", filing).query(Integer.class).single();
    }

    void newCode(UUID filing) {
        db.sql("update request_filing set code_n = code_n + 1 where id = :id").param("id", filing).update();
    }

    boolean hasAny() {
        return db.sql("select exists (select from request_filing)").query(Boolean.class).single();
    }

    void newWay(UUID filing, String form, String delivery) {
        db.sql("update request_filing set form = :form, delivery = :delivery where id = :id").param("form", form).param("delivery", delivery).param("id", filing).update();
    }

    void mayBeHandedOver(UUID filing) {
        db.sql("update request_filing set transfer = true where id = :id").param("id", filing).update();
    }

    boolean mayBeHandedOverBy(UUID filing) {
        return db.sql("select transfer from request_filing where id = :id").param("id", filing).query(Boolean.class).single();
    }

    Optional<Applicant> applicant(UUID id) {
        return db.sql("select * from request_applicant where id = :id").param("id", id).query(FilingStore::applicant).optional();
    }

    /** How many things the same applicant has asked the office for since a day, for each month: the evidence of 第三十五条. */
    List<InMonth> asked(UUID applicant, UUID office, LocalDate since) {
        return db.sql("""
                select to_char(f.arrived_on, 'YYYY-MM') as month, count(*) as count from request_request r join request_filing f on f.id = r.filing
                  join request_applicant a on a.id = f.applicant
                 where a.name_digest = (select name_digest from request_applicant where id = :applicant) and r.office = :office and f.arrived_on >= :since
                 group by 1 order by 1""")
                .param("applicant", applicant).param("office", office).param("since", since).query(InMonth.class).list();
    }

    /** How many in a month (2026-11). */
    record InMonth(String month, long count) {}

    private static Filing filing(ResultSet row, int n) throws SQLException {
        return new Filing(row.getObject("id", UUID.class), row.getObject("office", UUID.class), row.getObject("applicant", UUID.class),
                Channel.valueOf(row.getString("channel")), row.getObject("arrived_on", LocalDate.class), row.getTimestamp("filed_at").toInstant(),
                row.getString("form"), row.getString("delivery"), row.getString("help"), row.getBoolean("oral"), row.getObject("filed_by", UUID.class));
    }

    private static Applicant applicant(ResultSet row, int n) throws SQLException {
        return new Applicant(row.getObject("id", UUID.class), ApplicantKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("contact"),
                row.getString("phone"), row.getString("mail"), row.getString("address"), row.getString("postcode"));
    }
}
