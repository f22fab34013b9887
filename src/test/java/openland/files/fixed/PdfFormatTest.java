package openland.files.fixed;

import static openland.files.fixed.PdfSamples.SHOWN;
import static openland.files.fixed.PdfSamples.chinese;
import static openland.files.fixed.PdfSamples.painting;
import static openland.files.fixed.PdfSamples.text;
import static openland.files.fixed.PdfSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;
import openland.files.HidingPlace;
import openland.files.Traces;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfFormatTest {
    private static final String MARKER = "Zhang3-13800138000";
    private static final String TYPE = "application/pdf";

    @TempDir
    private Path folder;
    private final PdfFormat format = new PdfFormat(new Recognising(null, Duration.ZERO));

    static List<HidingPlace> places() {
        return PdfHidingPlaces.all();
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file-" + Arrays.hashCode(bytes) + ".pdf"), bytes);
    }

    private List<Hidden> hidden(byte[] pdf) throws Exception {
        return format.hidden(file(pdf), TYPE);
    }

    private FileContent read(byte[] pdf) throws Exception {
        return format.read(file(pdf), TYPE);
    }

    private byte[] clean(byte[] pdf, boolean thorough) throws Exception {
        var out = new ByteArrayOutputStream();
        format.clean(file(pdf), TYPE, thorough, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_a_pdf_hides_is_found_and_gone_from_the_copy(HidingPlace place) throws Exception {
        var pdf = place.file(MARKER);
        assertThat(Traces.of(pdf, MARKER.substring(3))).as("planted").isNotEmpty();
        var found = hidden(pdf);
        assertThat(found).extracting(Hidden::kind).contains(place.expected());
        assertThat(found).extracting(Hidden::place).noneMatch(String::isBlank);
        assertThat(read(pdf).text()).contains(SHOWN).doesNotContain(MARKER);
        var treatment = place.expected().treatment();
        var copy = clean(pdf, treatment != Treatment.REMOVED);
        assertThat(read(copy).text()).isEqualTo(read(pdf).text());
        assertThat(clean(copy, false)).as("written anew it is the same").isEqualTo(copy);
        if (treatment != Treatment.BY_HAND) {
            assertThat(hidden(copy)).isEmpty();
            assertThat(Traces.of(copy, MARKER)).isEmpty();
        } else {
            assertThat(hidden(copy)).extracting(Hidden::kind).contains(place.expected()).allMatch(kind -> kind.treatment() == Treatment.BY_HAND);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_somebody_must_be_asked_about_stays_until_then(HidingPlace place) throws Exception {
        if (place.expected().treatment() == Treatment.ASKED) {
            assertThat(hidden(clean(place.file(MARKER), false))).extracting(Hidden::kind).contains(place.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void the_report_quotes_what_was_hidden(HidingPlace place) throws Exception {
        var silent = List.of("comment between operators", "unknown operator", "operand too many", "marked point",
                "property of a marked sequence", "inline picture's key");
        var quoted = hidden(place.file(MARKER)).stream().map(found -> found.text().replace(" ", "")).toList();
        assertThat(quoted).anyMatch(words -> words.contains(MARKER) || silent.contains(place.name()));
    }

    @Test
    void words_after_those_taken_out_stay_where_they_are() throws Exception {
        var pdf = painting("BT /F1 12 Tf 50 600 Td 1 g (hidden ) Tj 0 g (seen) Tj ET\n");
        var copy = clean(pdf, true);
        assertThat(read(copy).text()).isEqualTo(read(pdf).text()).contains("seen");
        assertThat(hidden(copy)).isEmpty();
        var before = seen(pdf);
        assertThat(seen(copy)).isEqualTo(before);
    }

    private List<String> seen(byte[] pdf) throws Exception {
        try (var document = PdfOpening.open(file(pdf))) {
            return new PdfPageLook(document.getPage(0), new PdfLayers(document), new PageBudget()).look().glyphs.stream()
                    .filter(PageMarks.Glyph::isSeen).map(glyph -> glyph.text + " " + Math.round(glyph.box.getX() * 10)).toList();
        }
    }

    @Test
    void chinese_is_read_in_order_with_headings_paragraphs_and_ruled_tables() throws Exception {
        var pdf = painting(chinese("国有建设用地使用权出让公告", 150, 660, 22)
                + chinese("经批准，现将以下地块以拍卖方式出让，有意者可在规定期限内提出申请，并按要求交", 50, 620, 12)
                + chinese("纳保证金。", 50, 602, 12)
                + "50 500 m 350 500 l S 50 530 m 350 530 l S 50 560 m 350 560 l S 50 500 m 50 560 l S 200 500 m 200 560 l S 350 500 m 350 560 l S\n"
                + chinese("地块编号", 60, 540, 12) + chinese("面积（公顷）", 210, 540, 12)
                + chinese("2026-07号", 60, 510, 12) + chinese("3.52", 210, 510, 12));
        var page = read(pdf).parts().getFirst();
        assertThat(page.place()).isEqualTo("第1页");
        assertThat(page.blocks()).contains(new Heading(1, "国有建设用地使用权出让公告"),
                new Paragraph("经批准，现将以下地块以拍卖方式出让，有意者可在规定期限内提出申请，并按要求交纳保证金。"),
                new Table(List.of(List.of("地块编号", "面积（公顷）"), List.of("2026-07号", "3.52"))));
    }

    @Test
    void a_scan_without_words_is_marked_and_recognised_words_count_as_content() throws Exception {
        try (var nothing = new PDDocument()) {
            var page = new PDPage();
            nothing.addPage(page);
            page.getCOSObject().setItem("Resources", PdfSamples.dictionary("XObject", PdfSamples.dictionary("Im1", PdfSamples.picture(nothing))));
            page.getCOSObject().setItem("Contents", PdfSamples.stream(nothing, "q 612 0 0 792 0 0 cm /Im1 Do Q"));
            var content = read(PdfSamples.bytes(nothing));
            assertThat(content.scanned()).isTrue();
            assertThat(content.text()).isBlank();
        }
        var recognised = read(painting("q 595 0 0 842 0 0 cm /Im1 Do Q\n" + text("recognised", "3 Tr")));
        assertThat(recognised.scanned()).isFalse();
        assertThat(recognised.text()).contains("recognised");
    }

    @Test
    void what_is_only_tinted_or_painted_under_the_words_hides_nothing() throws Exception {
        var tinted = painting("q /Half gs 1 1 0 rg 45 690 300 25 re f Q q /Mixed gs 1 1 0 rg 45 690 300 25 re f Q\n");
        var under = painting("0 0 0.5 rg 40 580 400 60 re f 1 g " + text("white on blue", "") + "0 g 45 595 300 0.5 re f\n");
        assertThat(hidden(tinted)).extracting(Hidden::kind).containsOnly(Kind.METADATA);
        assertThat(hidden(under)).extracting(Hidden::kind).containsOnly(Kind.METADATA);
        assertThat(read(under).text()).contains("white on blue");
    }

    @Test
    void a_picture_under_a_bare_rectangle_or_cut_off_must_be_made_anew() throws Exception {
        var picture = "q 400 0 0 300 50 100 cm /Im1 Do Q\n";
        assertThat(hidden(painting(picture + "0 g 100 150 80 40 re f\n"))).extracting(Hidden::kind).contains(Kind.COVERED_PICTURE);
        assertThat(hidden(painting("q 50 100 200 300 re W n " + picture + "Q\n"))).extracting(Hidden::kind).contains(Kind.COVERED_PICTURE);
        assertThat(hidden(painting(picture + "1 g 100 150 80 40 re f 0 g BT /F1 12 Tf 105 160 Td (legend) Tj ET\n")))
                .extracting(Hidden::kind).doesNotContain(Kind.COVERED_PICTURE);
    }

    @Test
    void a_seal_stays_to_be_seen_and_its_signature_goes() throws Exception {
        var pdf = with("", (document, page) -> {
            var seal = PdfSamples.annotation("Widget", "FT", PdfSamples.name("Sig"), "T", "seal", "Rect", PdfSamples.numbers(100, 100, 200, 200),
                    "AP", PdfSamples.dictionary("N", PdfSamples.form(document, text("SEAL", ""))),
                    "V", PdfSamples.dictionary("Type", PdfSamples.name("Sig"), "Contents", "der"));
            PdfSamples.annotate(page, seal);
        });
        assertThat(hidden(pdf)).anySatisfy(found -> assertThat(found.text()).contains("电子签章"));
        var copy = clean(pdf, false);
        assertThat(read(copy).text()).contains("SEAL");
        assertThat(hidden(copy)).isEmpty();
    }

    @Test
    void bookmarks_and_descriptions_of_pictures_are_content() throws Exception {
        var pdf = with("", (document, page) -> {
            var catalog = document.getDocumentCatalog().getCOSObject();
            var item = PdfSamples.dictionary("Title", "一、地块基本情况");
            catalog.setItem("Outlines", PdfSamples.dictionary("First", item, "Last", item));
            catalog.setItem("StructTreeRoot", PdfSamples.dictionary("K", PdfSamples.dictionary("S", PdfSamples.name("Figure"), "Alt", "宗地图")));
        });
        assertThat(read(pdf).text()).contains("一、地块基本情况", "宗地图");
        assertThat(read(clean(pdf, true)).text()).contains("一、地块基本情况", "宗地图");
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws Exception {
        var pdf = with("/Im1 Do\n", (document, page) -> document.getDocumentInformation().setAuthor("x"));
        assertThat(clean(pdf, false)).isEqualTo(clean(pdf, false));
    }
}
