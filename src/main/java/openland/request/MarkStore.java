package openland.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.files.CellMark;
import openland.files.RedactionMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of marks on papers, and of the copies made with them. */
@Repository
class MarkStore {
    private final JdbcClient db;

    MarkStore(JdbcClient db) {
        this.db = db;
    }

    void add(PaperMark mark) {
        var area = mark.area();
        var cells = mark.cells();
        db.sql("""
                insert into request_mark (id, paper, page, x, y, width, height, sheet, cells, ground, source, added_by, added_at)
                values (:id, :paper, :page, :x, :y, :width, :height, :sheet, :cells, :ground, :source, :by, :at)""")
                .param("id", mark.id()).param("paper", mark.paper()).param("page", area == null ? null : area.page())
                .param("x", area == null ? null : area.x()).param("y", area == null ? null : area.y())
                .param("width", area == null ? null : area.width()).param("height", area == null ? null : area.height())
                .param("sheet", cells == null ? null : cells.sheet()).param("cells", cells == null ? null : cells.cells())
                .param("ground", mark.ground()).param("source", mark.source().name()).param("by", mark.addedBy())
                .param("at", Timestamp.from(mark.addedAt())).update();
    }

    /** Those that stand, page by page from above. */
    List<PaperMark> of(UUID paper) {
        return db.sql("select * from request_mark where paper = :paper and removed_at is null order by page, y, x, sheet, cells, id").param("paper", paper)
                .query(MarkStore::mark).list();
    }

    int remove(UUID paper, Collection<UUID> marks, UUID by, Instant at) {
        return db.sql("update request_mark set removed_by = :by, removed_at = :at where paper = :paper and id = any(:marks) and removed_at is null")
                .param("by", by).param("at", Timestamp.from(at)).param("paper", paper).param("marks", marks.toArray(UUID[]::new)).update();
    }

    private static PaperMark mark(ResultSet row, int n) throws SQLException {
        var page = row.getObject("page", Integer.class);
        var ground = row.getString("ground");
        var area = page == null ? null : new RedactionMark(page, row.getDouble("x"), row.getDouble("y"), row.getDouble("width"), row.getDouble("height"), ground);
        var cells = page == null ? new CellMark(row.getString("sheet"), row.getString("cells"), ground) : null;
        return new PaperMark(row.getObject("id", UUID.class), row.getObject("paper", UUID.class), area, cells, ground,
                PaperMark.Source.valueOf(row.getString("source")), row.getObject("added_by", UUID.class), row.getTimestamp("added_at").toInstant());
    }

    /** The copy that the applicant gets of a paper: the last one that was made. */
    Optional<UUID> released(UUID original) {
        return db.sql("select paper from request_released where original = :original order by at desc, paper desc limit 1").param("original", original)
                .query(UUID.class).optional();
    }

    /** What stands of the copies of one paper but for {@code kept} is given no more. */
    void supersede(UUID original, UUID kept) {
        db.sql("""
                update request_paper set role = 'EVIDENCE' where role = 'RELEASED' and given_on is null and id <> :kept
                   and id in (select paper from request_released where original = :original)""").param("original", original).param("kept", kept).update();
    }

    void released(UUID paper, UUID original, int marks, String leftOver, UUID by, Instant at) {
        db.sql("""
                insert into request_released (paper, original, marks, left_over, by_officer, at) values (:paper, :original, :marks, :left::jsonb, :by, :at)
                on conflict (paper) do nothing""")
                .param("paper", paper).param("original", original).param("marks", marks).param("left", leftOver).param("by", by)
                .param("at", Timestamp.from(at)).update();
    }
}
