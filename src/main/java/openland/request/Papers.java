package openland.request;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.files.FileNames;
import openland.files.Files;
import openland.files.StoredFile;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of requests: taken in, and given only to whom {@link RequestSight} lets see them. */
@Service
public class Papers {
    private static final int MOST = 50;

    private final JdbcClient db;
    private final RequestStore requests;
    private final RequestSight sight;
    private final Files files;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Papers(JdbcClient db, RequestStore requests, RequestSight sight, Files files, Journal journal, Ids ids, InstantSource time, TransactionTemplate transaction) {
        this.db = db;
        this.requests = requests;
        this.sight = sight;
        this.files = files;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * What is to be kept.
     *
     * @param consultation the consultation it belongs to; null when to none
     */
    public record NewPaper(UUID request, Paper.Role role, String name, @Nullable UUID consultation, String text, @Nullable UUID by) {}

    /**
     * Takes a file in; of what is to be given away, the copy without what a reader does not see. Who may add it is asked by the caller.
     *
     * @throws Refusal for the file as {@link Files#store}, for the name as {@link FileNames#shown}; CONFLICT when there are too many
     */
    public Paper add(NewPaper wanted, InputStream in) {
        var name = FileNames.shown(wanted.name());
        var stored = files.store(name, in);
        return add(wanted, name, wanted.role() == Paper.Role.RELEASED ? files.publicCopy(stored.sha256()) : stored);
    }

    /** The same of a file that is stored already. */
    public Paper add(NewPaper wanted, StoredFile stored) {
        return add(wanted, FileNames.shown(wanted.name()), stored);
    }

    private Paper add(NewPaper wanted, String name, StoredFile stored) {
        return transaction.execute(_ -> {
            var one = requests.locked(wanted.request()).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
            var known = of(one.id());
            var same = known.stream().filter(paper -> paper.role() == wanted.role() && paper.sha256().equals(stored.sha256()) && paper.name().equals(name)).findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            if (known.size() >= MOST) {
                throw Refusal.conflict("一件申请最多" + MOST + "份文件。");
            }
            var paper = new Paper(ids.next("000000"), one.id(), wanted.role(), wanted.consultation(), stored.sha256(), name, stored.size(), wanted.text(),
                    time.instant().truncatedTo(ChronoUnit.MICROS), wanted.by(), null);
            insert(paper);
            journal.record(new Act("request.paper-added", wanted.by(), one.office(), one.id().toString(), Map.of("paper", paper.id().toString(), "role", paper.role().name())));
            return paper;
        });
    }

    private void insert(Paper paper) {
        db.sql("""
                insert into request_paper (id, request, role, consultation, sha256, name, size, text, added_at, added_by)
                values (:id, :request, :role, :consultation, :sha256, :name, :size, :text, :at, :by)""")
                .param("id", paper.id()).param("request", paper.request()).param("role", paper.role().name()).param("consultation", paper.consultation())
                .param("sha256", paper.sha256()).param("name", paper.name()).param("size", paper.size()).param("text", paper.text())
                .param("at", Timestamp.from(paper.addedAt())).param("by", paper.addedBy()).update();
    }

    /** All of a request, in the order of being added; for whoever has asked {@link RequestSight}. */
    List<Paper> of(UUID request) {
        return db.sql("select * from request_paper where request = :request order by added_at, id").param("request", request).query(Papers::paper).list();
    }

    /** Those that the viewer sees. */
    public List<Paper> of(InformationRequest one, RequestSight.Viewer viewer) {
        return of(one.id()).stream().filter(paper -> sees(viewer, paper, one)).toList();
    }

    /** One that the viewer sees. @throws Refusal NOT_FOUND when there is none, or he does not see it */
    public Paper see(UUID request, UUID id, RequestSight.Viewer viewer) {
        return requests.byId(request).flatMap(one -> find(id).filter(paper -> paper.request().equals(request) && sees(viewer, paper, one)))
                .orElseThrow(() -> Refusal.notFound("没有这份文件。"));
    }

    /** They went out with a signed reply, in the caller's transaction. */
    void given(java.util.Collection<UUID> papers, LocalDate on) {
        if (!papers.isEmpty()) {
            db.sql("update request_paper set given_on = :on where id in (:ids) and given_on is null").param("on", on).param("ids", papers).update();
        }
    }

    /** What is given to the applicant is his only when it went out with a reply that was reviewed and signed. */
    private boolean sees(RequestSight.Viewer viewer, Paper paper, InformationRequest one) {
        boolean waits = paper.role() == Paper.Role.RELEASED && paper.givenOn() == null && !(viewer instanceof RequestSight.Viewer.AnOfficer);
        return !waits && sight.sees(viewer, paper.role().part(), one, paper.consultation());
    }

    /** The bytes. @throws Refusal NOT_FOUND as {@link #see}; CONFLICT while a virus scan waits */
    public InputStream open(Paper paper) {
        return files.open(paper.sha256()).orElseThrow(() -> Refusal.notFound("文件不在了。"));
    }

    /** Its media type. */
    public String type(Paper paper) {
        return files.type(paper.sha256());
    }

    /** Adds one from the desk. @throws Refusal FORBIDDEN without a post of the office's, otherwise as {@link #add} */
    public Paper addFromDesk(NewPaper wanted, InputStream in, Officer by) {
        var one = sight.see(wanted.request(), by);
        by.mustHoldOneOf(RequestMove.DRAFT.posts(), one.office());
        return add(wanted, in);
    }

    private Optional<Paper> find(UUID id) {
        return db.sql("select * from request_paper where id = :id").param("id", id).query(Papers::paper).optional();
    }

    private static Paper paper(ResultSet row, int n) throws SQLException {
        return new Paper(row.getObject("id", UUID.class), row.getObject("request", UUID.class), Paper.Role.valueOf(row.getString("role")),
                row.getObject("consultation", UUID.class), row.getString("sha256"), row.getString("name"),
                row.getLong("size"), row.getString("text"), row.getTimestamp("added_at").toInstant(), row.getObject("added_by", UUID.class),
                row.getObject("given_on", LocalDate.class));
    }
}
