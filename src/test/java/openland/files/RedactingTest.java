package openland.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.files.Hidden.Kind;
import openland.files.PageRedaction.Look;
import openland.files.PageRedaction.Wanted;
import openland.files.fixed.Scans;
import openland.files.ooxml.ExcelHidingPlaces;
import openland.files.ooxml.WordHidingPlaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class RedactingTest {
    private static final String MARKER = "Zhang3-only-inside";
    @Autowired Redacting redacting;
    @Autowired Files files;
    @Autowired JdbcClient db;

    private String stored(String name, byte[] bytes) {
        return files.store(name, new ByteArrayInputStream(bytes)).sha256();
    }

    private byte[] bytes(StoredFile file) throws Exception {
        try (var in = files.open(file.sha256()).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_scan_is_covered_and_stored_with_its_text_beside_it() throws Exception {
        Scans.mustBeReadable();
        var original = stored("批准书.pdf", Scans.pdf());
        assertThat(redacting.count(original)).isEqualTo(1);
        assertThat(redacting.pages(original).getFirst().text()).contains(Scans.NUMBER);
        assertThat(redacting.picture(original, 1, List.of(), Look.BARE)).startsWith(0x89, 'P', 'N', 'G');
        var marks = redacting.occurrences(original, List.of(new Wanted(Scans.NUMBER, "个人隐私")));
        var copy = redacting.redact(original, marks);
        assertThat(copy.file().type()).isEqualTo("application/pdf");
        assertThat(new String(bytes(copy.text()))).contains("【遮盖：个人隐私】").doesNotContain(Scans.NUMBER);
        assertThat(Traces.of(bytes(copy.file()), Scans.NUMBER)).isEmpty();
        assertThat(redacting.releasable(copy.file().sha256())).isEmpty();
        assertThat(redacting.releasable(copy.text().sha256())).isEmpty();
        assertThat(redacting.redact(original, marks).file()).as("the same marks, the same file").isEqualTo(copy.file());
    }

    @Test
    void a_workbook_is_not_releasable_until_what_it_hides_is_cleared() throws Exception {
        for (var kind : List.of(Kind.HIDDEN_SHEET, Kind.HIDDEN_ROW, Kind.HIDDEN_COLUMN, Kind.CACHE, Kind.COMMENT, Kind.EXTERNAL_LINK)) {
            var place = ExcelHidingPlaces.all().stream().filter(one -> one.expected() == kind).findFirst().orElseThrow();
            var original = stored("明细.xlsx", place.file(MARKER));
            assertThat(redacting.releasable(original)).as(kind.label()).anyMatch(hidden -> hidden.kind() == kind && !hidden.place().isBlank());
            var cleared = redacting.cleared(original);
            assertThat(redacting.releasable(cleared.sha256())).as(kind.label()).isEmpty();
            assertThat(Traces.of(bytes(cleared), MARKER)).isEmpty();
        }
        var column = ExcelHidingPlaces.all().stream().filter(one -> one.expected() == Kind.HIDDEN_COLUMN).findFirst().orElseThrow();
        assertThat(redacting.releasable(stored("明细.xlsx", column.file(MARKER)))).extracting(Hidden::place).anyMatch(place -> place.matches("工作表“补偿明细”[A-Z]+列"));
    }

    @Test
    void cells_are_covered_and_stored() throws Exception {
        var original = stored("明细.xlsx", ExcelHidingPlaces.all().getFirst().file(MARKER));
        assertThat(redacting.hasCells(original)).isTrue();
        assertThat(redacting.hasPages(original)).isFalse();
        var copy = redacting.redactCells(original, List.of(new CellMark("补偿明细", "B1", "商业秘密")));
        assertThat(files.inspection(copy.file().sha256()).content().text()).contains("【遮盖：商业秘密】").doesNotContain("12.5");
        assertThat(redacting.releasable(copy.file().sha256())).isEmpty();
    }

    @Test
    void what_cannot_be_covered_is_refused_and_nothing_is_stored() throws Exception {
        var word = stored("说明.docx", WordHidingPlaces.all().getFirst().file(MARKER));
        var mark = new RedactionMark(1, 0.1, 0.1, 0.2, 0.1, "个人隐私");
        refused("导出为PDF", () -> redacting.redact(word, List.of(mark)));
        refused("xlsx和CSV", () -> redacting.redactCells(word, List.of(new CellMark("", "A1", "个人隐私"))));
        var scan = stored("批准书.pdf", Scans.harmlessPdf());
        long before = count();
        refused("1到5000处遮盖", () -> redacting.redact(scan, List.of()));
        refused("1到5000处遮盖", () -> redacting.redact(scan, Collections.nCopies(10_000, mark)));
        refused("只有1页", () -> redacting.redact(scan, List.of(new RedactionMark(2, 0.1, 0.1, 0.2, 0.1, "个人隐私"))));
        refused("没有第2页", () -> redacting.picture(scan, 2, List.of(), Look.BARE));
        refused("1到200个字", () -> redacting.occurrences(scan, List.of(new Wanted(" ", "个人隐私"))));
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return db.sql("select count(*) from files_file").query(Long.class).single();
    }

    private static void refused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).withMessageContaining(why);
    }
}
