package openland.request;

import static openland.request.LetterSamples.OFFICE;
import static openland.request.LetterSamples.TYPES;
import static openland.request.LetterSamples.WRITING;
import static openland.request.LetterSamples.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import openland.files.FileContent.Part;
import openland.files.Hidden;
import openland.files.fixed.OfdReading;
import openland.request.LetterFacts.Asked;
import openland.request.LetterFacts.Party;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three files of a letter say what the letter says, and nothing else. */
class LetterFilesTest {
    private static final Path KEPT = Path.of("docs", "letters");
    private static final Map<String, Letter> LETTERS = SampleLetters.all();
    private final LetterFiles files = new LetterFiles();

    @TempDir
    private Path folder;

    static Iterable<String> names() {
        return LETTERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void word_pdf_and_ofd_say_the_same(String name) throws IOException {
        var letter = LETTERS.get(name);
        saysAll(letter, word(files.docx(letter)));
        saysAll(letter, pdf(files.pdf(letter)));
        saysAll(letter, ofd(files.ofd(letter)));
    }

    private static void saysAll(Letter letter, String text) {
        assertThat(letter.printed()).allSatisfy(line -> assertThat(squeezed(text)).contains(squeezed(line)));
        assertThat(letter.notes()).noneMatch(note -> squeezed(text).contains(squeezed(note)));
    }

    /** Anew into {@code docs/letters}: {@code mvn test -Dtest=LetterFilesTest -Dletters.write=true}. */
    @Test
    @EnabledIfSystemProperty(named = "letters.write", matches = "true")
    void write_the_letters_that_are_kept() throws IOException {
        Files.createDirectories(KEPT);
        for (var letter : LETTERS.entrySet()) {
            Files.write(KEPT.resolve(letter.getKey() + ".pdf"), files.pdf(letter.getValue()));
        }
    }

    @Test
    void the_letters_kept_in_docs_are_those_that_the_program_writes() throws IOException {
        try (var kept = Files.list(KEPT)) {
            var names = kept.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".pdf")).map(name -> name.replace(".pdf", "")).toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(LETTERS.keySet());
        }
        for (var letter : LETTERS.entrySet()) {
            assertThat(pdf(Files.readAllBytes(KEPT.resolve(letter.getKey() + ".pdf")))).as(letter.getKey()).isEqualTo(pdf(files.pdf(letter.getValue())));
        }
        assertThat(LETTERS.values().stream().filter(letter -> letter.type() != null).map(letter -> letter.type().code()).distinct()).hasSize(22);
        assertThat(LETTERS.values()).extracting(Letter::kind).contains(LetterKind.values());
    }

    @Test
    void what_somebody_typed_comes_out_as_text() throws IOException {
        var asked = new Asked("<b>&amp;", new Party("<script>alert('甲')</script>", false), LocalDate.of(2026, 10, 26),
                "${7*7} #{T(java.lang.Runtime)} ]]> <!-- --> &lt; \"' \u202eabc\u202c\u0000\u0007 مرحبا 😀 \ud83d");
        var letter = WRITING.write(LetterKind.REPLY, reply(LetterFacts.of(OFFICE, asked, LocalDate.of(2026, 11, 20)), TYPES.byCode("R04"), null));
        saysAll(letter, word(files.docx(letter)));
        for (var text : new String[] {pdf(files.pdf(letter)), ofd(files.ofd(letter))}) {
            assertThat(squeezed(text)).contains("<script>alert('甲')</script>：", "<b>&amp;", "${7*7}#{T(java.lang.Runtime)}]]><!---->&lt;\"'abc", "〔U+1F600〕", "〔U+0645〕");
        }
    }

    @Test
    void a_very_long_reason_runs_over_pages_and_over_the_edge_of_none() throws IOException {
        var long1 = "长".repeat(9_000) + "x".repeat(3_000) + "末";
        var letter = WRITING.write(LetterKind.REPLY, reply(LetterSamples.facts(), TYPES.byCode("R04"), null).state(Stated.REASON, long1));
        assertThat(squeezed(word(files.docx(letter)))).contains(long1);
        assertThat(signs(pdf(files.pdf(letter)), '长')).isEqualTo(9_000);
        assertThat(signs(ofd(files.ofd(letter)), '长')).isEqualTo(9_000);
        try (var document = Loader.loadPDF(files.pdf(letter))) {
            var right = new double[1];
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
                    right[0] = Math.max(right[0], text.getXDirAdj() + text.getWidthDirAdj());
                }
            }.getText(document);
            assertThat(right[0]).isLessThan(document.getPage(0).getMediaBox().getWidth() - 60);
        }
    }

    private static long signs(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    @Test
    void pdf_and_ofd_are_the_same_bytes_each_time_and_name_no_program() throws IOException {
        var letter = LETTERS.get("R04-国家秘密");
        assertThat(files.pdf(letter)).isEqualTo(files.pdf(letter));
        assertThat(files.ofd(letter)).isEqualTo(files.ofd(letter));
        try (var document = Loader.loadPDF(files.pdf(letter))) {
            assertThat(document.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
            assertThat(document.getPage(0).getResources().getFontNames()).allSatisfy(name -> assertThat(font(document.getPage(0).getResources().getFont(name))).isTrue());
        }
        assertThat(new String(files.pdf(letter), StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT)).doesNotContain("openhtmltopdf", "producer");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(files.ofd(letter)))) {
            zip.getNextEntry();
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("<ofd:Title>政府信息公开申请答复书", "2026-11-20").doesNotContain("Creator>", "Author");
        }
        assertThat(OfdReading.hidden(Files.write(folder.resolve("hidden.ofd"), files.ofd(letter)))).extracting(Hidden::text)
                .containsExactly("Title：政府信息公开申请答复书", "CreationDate：2026-11-20");
        try (var document = new XWPFDocument(new ByteArrayInputStream(files.docx(letter)))) {
            var told = document.getProperties();
            assertThat(told.getCoreProperties().getCreator()).isNullOrEmpty();
            assertThat(told.getCoreProperties().getCreated()).isEqualTo("2026-11-20");
            assertThat(told.getExtendedProperties().getUnderlyingProperties().getApplication()).isNullOrEmpty();
        }
    }

    private static boolean font(PDFont font) {
        return font.isEmbedded();
    }

    private static String word(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        }
    }

    /** Without the page numbers. */
    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return withoutNumbers(new PDFTextStripper().getText(document));
        }
    }

    private String ofd(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("letter.ofd"), bytes);
        var content = OfdReading.content(file);
        return withoutNumbers(content.parts().stream().map(Part::text).collect(Collectors.joining("\n")));
    }

    private static String withoutNumbers(String text) {
        return Arrays.stream(text.split("\\R")).filter(line -> !line.strip().matches("— ?\\d+ ?—")).collect(Collectors.joining("\n"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }
}
