package openland.request;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.RepeatedWork;
import openland.base.Time;
import openland.base.Wording;
import openland.files.FileNames;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Identity papers of applicants (身份证明, 条例第二十九条): encrypted and apart from the request, opened only by the counter and only with a
 * reason that the journal keeps, and deleted two years after they came. The law names no time; two years outlast the six months for a
 * suit with its two instances.
 */
@Service
public class IdentityPapers extends RepeatedWork {
    private static final int LARGEST = 10 << 20;
    private static final int MOST = 4;
    private static final int YEARS = 2;

    private final JdbcClient db;
    private final RequestKey key;
    private final RequestSight sight;
    private final Journal journal;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    IdentityPapers(JdbcClient db, RequestKey key, RequestSight sight, Journal journal, InstantSource time, TransactionTemplate transaction) {
        super("identity-papers", Duration.ofHours(1));
        this.db = db;
        this.key = key;
        this.sight = sight;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /** One, without what is in it. */
    public record Kept(int n, String sort, String name, Instant keptAt, LocalDate purgeOn) {}

    /** One, opened. {@code type} is a media type. */
    public record Opened(String name, String type, byte[] bytes) {}

    /**
     * Keeps one of an applicant.
     *
     * @param sort 居民身份证, 营业执照 …
     * @throws Refusal INVALID for another format than PDF, JPEG and PNG; TOO_LARGE above 10 MB; CONFLICT when there are four
     */
    public void keep(UUID applicant, String sort, String name, byte[] bytes) {
        var shown = FileNames.shown(name);
        var kind = Wording.line(sort, "证件种类", 40);
        type(bytes);
        transaction.executeWithoutResult(_ -> {
            db.sql("select id from request_applicant where id = :id for update").param("id", applicant).query(UUID.class).single();
            int n = of(applicant).size() + 1;
            if (n > MOST) {
                throw Refusal.conflict("身份证明最多传" + MOST + "份。");
            }
            db.sql("""
                    insert into request_identity (applicant, n, sort, name, sealed, kept_at, purge_on)
                    values (:applicant, :n, :sort, :name, :sealed, :at, :purge)""")
                    .param("applicant", applicant).param("n", n).param("sort", kind).param("name", shown).param("sealed", key.encrypt(applicant, bytes))
                    .param("at", Timestamp.from(time.instant())).param("purge", today().plusYears(YEARS)).update();
        });
    }

    /** @throws Refusal INVALID for another format than PDF, JPEG and PNG; TOO_LARGE above 10 MB */
    static void mustBeReadable(byte[] bytes) {
        type(bytes);
    }

    private static String type(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, "身份证明的照片每份不超过10 MB。");
        }
        if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) {
            return "application/pdf";
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) {
            return "image/png";
        }
        throw Refusal.invalid("身份证明请传照片（JPEG、PNG）或者PDF。");
    }

    private static boolean begins(byte[] bytes, int... signs) {
        if (bytes.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((bytes[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** What there is, for whoever may know of it. */
    public List<Kept> of(UUID applicant) {
        return db.sql("select n, sort, name, kept_at, purge_on from request_identity where applicant = :applicant order by n").param("applicant", applicant)
                .query((row, _) -> new Kept(row.getInt("n"), row.getString("sort"), row.getString("name"), row.getTimestamp("kept_at").toInstant(),
                        row.getObject("purge_on", LocalDate.class))).list();
    }

    /**
     * Opens one for an officer of the counter, of the request that the applicant made.
     *
     * @throws Refusal NOT_FOUND when he may not see it or it was deleted; INVALID without a reason
     */
    public Opened open(UUID request, UUID applicant, int n, String reason, Officer by) {
        var one = sight.see(request, RequestSight.Part.IDENTITY, new RequestSight.Viewer.AnOfficer(by));
        Words.reason(reason, "查看身份证明的理由");
        journal.recordAlone(new Act("request.identity-opened", by.id(), one.office(), one.id().toString(), Map.of("n", n, "reason", Words.reason(reason, "理由"))));
        var sealed = db.sql("""
                select i.name, i.sealed from request_identity i join request_filing f on f.applicant = i.applicant
                 where i.applicant = :applicant and i.n = :n and f.id = :filing""")
                .param("applicant", applicant).param("n", n).param("filing", one.filing())
                .query((row, _) -> new Sealed(row.getString("name"), row.getBytes("sealed"))).optional()
                .orElseThrow(() -> Refusal.notFound("没有这份身份证明，或者已经按期删除。"));
        var bytes = key.decrypt(applicant, sealed.bytes());
        return new Opened(sealed.name(), type(bytes), bytes);
    }

    private record Sealed(String name, byte[] bytes) {}

    /** Deletes those whose time is over. */
    @Override
    protected boolean work() {
        transaction.executeWithoutResult(_ -> {
            int deleted = db.sql("delete from request_identity where purge_on <= :today").param("today", today()).update();
            if (deleted > 0) {
                journal.record(new Act("request.identity-purged", null, null, "", Map.of("count", deleted)));
            }
        });
        return false;
    }

    private LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
