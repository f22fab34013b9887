package openland.files.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import openland.base.Refusal;
import openland.files.HiddenWords;
import openland.files.HidingPlace;
import openland.files.PageRedaction.Look;
import openland.files.PageRedaction.Result;
import openland.files.PageRedaction.Wanted;
import openland.files.RedactionMark;
import openland.files.Traces;
import openland.files.TypeOfContent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String PDF = "application/pdf";
    private static final String GROUND = "个人隐私";
    private static final Recognising BLIND = new Recognising(null, java.time.Duration.ZERO);

    @TempDir
    private Path folder;

    private record Copy(byte[] pdf, Result result) {
        BufferedImage page(int index) throws Exception {
            try (var document = Loader.loadPDF(pdf)) {
                return new PDFRenderer(document).renderImageWithDPI(index, 144);
            }
        }
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file"), bytes);
    }

    private Copy redacted(byte[] bytes, String type, List<RedactionMark> marks, Recognising recognising) throws Exception {
        var out = new ByteArrayOutputStream();
        var result = new PaintedRedaction(recognising).redact(file(bytes), type, marks, out);
        return new Copy(out.toByteArray(), result);
    }

    private List<RedactionMark> found(byte[] bytes, String word) throws Exception {
        return new PaintedRedaction(BLIND).find(file(bytes), PDF, List.of(new Wanted(word, GROUND)));
    }

    private Copy without(byte[] bytes, String word) throws Exception {
        return redacted(bytes, PDF, found(bytes, word), BLIND);
    }

    private void holdsNothingOf(Copy copy, String word) throws Exception {
        assertThat(Traces.of(copy.pdf(), word)).isEmpty();
        assertThat(copy.result().text()).doesNotContain(word);
        try (var document = Loader.loadPDF(copy.pdf())) {
            assertThat(new PDFTextStripper().getText(document)).isBlank();
            assertThat(document.getDocument().getTrailer().containsKey("Info")).isFalse();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNull();
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getDocumentCatalog().getOCProperties()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
        var file = Files.write(folder.resolve("copy"), copy.pdf());
        assertThat(new PdfFormat(BLIND).hidden(file, PDF)).as("it may go out as it is").isEmpty();
    }

    @Test
    void a_marked_word_is_nowhere_in_the_copy_and_the_rest_can_be_read() throws Exception {
        var copy = without(RedactionSamples.letter(), RedactionSamples.NAME);
        holdsNothingOf(copy, RedactionSamples.NAME);
        assertThat(copy.result().text()).contains("申请人【遮盖：个人隐私】提出的信息公开申请收悉", "共遮盖2处", "86500元");
        assertThat(copy.result().left()).isEmpty();
    }

    @Test
    void words_are_found_in_full_and_half_width_and_over_the_end_of_a_line() throws Exception {
        var marks = found(RedactionSamples.letter(), RedactionSamples.PHONE);
        assertThat(marks).hasSize(3);
        var copy = redacted(RedactionSamples.letter(), PDF, marks, BLIND);
        holdsNothingOf(copy, RedactionSamples.PHONE);
        assertThat(copy.result().text()).contains("联系电话：【遮盖：个人隐私】，另有").doesNotContain("1390000");
    }

    @Test
    void the_copy_is_read_once_more_and_shows_only_what_is_not_marked() throws Exception {
        Scans.mustBeReadable();
        var recognising = new Recognising();
        var copy = redacted(RedactionSamples.letter(), PDF, found(RedactionSamples.letter(), RedactionSamples.NAME), recognising);
        assertThat(copy.result().recognised()).isTrue();
        var read = new PdfFormat(recognising).read(Files.write(folder.resolve("copy"), copy.pdf()), PDF).text();
        assertThat(read).contains("征地补偿安置", "本件作过区分处理").doesNotContain("欧阳", "若晴");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void a_page_that_is_turned_and_cut_is_covered_where_the_word_stands(int turn) throws Exception {
        var pdf = RedactionSamples.with(RedactionSamples.LETTER, (document, page, font) -> {
            page.setCropBox(new PDRectangle(40, 300, 500, 500));
            page.setRotation(turn);
        });
        var marks = found(pdf, RedactionSamples.NAME);
        var copy = redacted(pdf, PDF, marks, BLIND);
        holdsNothingOf(copy, RedactionSamples.NAME);
        var before = ImageIO.read(new ByteArrayInputStream(painted(pdf)));
        var after = copy.page(0);
        for (var mark : marks) {
            double foot = (double) after.getWidth() / before.getWidth() * before.getHeight() / after.getHeight();
            int x = (int) ((mark.x() + 0.004) * after.getWidth());
            int y = (int) ((mark.y() + 0.004) * foot * after.getHeight());
            assertThat(after.getRGB(x, y) & 0xffffff).isZero();
            assertThat(ink(before, mark)).as("letters stand there").isGreaterThan(50);
        }
        assertThat(copy.result().text()).contains("征地补偿安置的答复", "【遮盖：个人隐私】");
    }

    private byte[] painted(byte[] pdf) throws Exception {
        var png = new ByteArrayOutputStream();
        new PaintedRedaction(BLIND).paint(file(pdf), PDF, 1, List.of(), Look.BARE, png);
        return png.toByteArray();
    }

    private static long ink(BufferedImage page, RedactionMark mark) {
        int left = (int) (mark.x() * page.getWidth());
        int top = (int) (mark.y() * page.getHeight());
        return IntStream.range(0, (int) (mark.width() * page.getWidth()) * (int) (mark.height() * page.getHeight()))
                .filter(i -> (page.getRGB(left + i % (int) (mark.width() * page.getWidth()), top + i / (int) (mark.width() * page.getWidth())) & 0xff) < 128).count();
    }

    @Test
    void what_lay_hidden_in_the_file_is_not_in_the_copy_either() throws Exception {
        var secret = "深处藏着的姓名钱多多";
        var pdf = RedactionSamples.with(RedactionSamples.LETTER, (document, page, font) -> {
            RedactionSamples.write(document, page, font, List.of("", "", "", "", "", "", secret));
            try (var pen = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                pen.setNonStrokingColor(Color.BLACK);
                pen.addRect(80, 550, 400, 30);
                pen.fill();
            }
            document.getDocumentInformation().setTitle(secret);
            document.getDocumentInformation().setCreationDate(Calendar.getInstance());
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle(secret);
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            var note = new PDAnnotationText();
            note.setContents(secret);
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.setAnnotations(List.of(note));
        });
        var copy = without(pdf, RedactionSamples.NAME);
        holdsNothingOf(copy, secret);
        holdsNothingOf(copy, RedactionSamples.NAME);
    }

    @Test
    void an_earlier_revision_is_not_in_the_copy() throws Exception {
        var pdf = PdfSamples.savedAgain(PdfSamples.painting("BT /F1 12 Tf 50 600 Td (Secretword) Tj ET"),
                (document, page) -> page.getCOSObject().setItem("Contents", PdfSamples.stream(document, "BT /F1 12 Tf 50 700 Td (Other words 4711) Tj ET")));
        var copy = without(pdf, "4711");
        holdsNothingOf(copy, "Secretword");
        holdsNothingOf(copy, "4711");
        assertThat(copy.result().text()).contains("Other words【遮盖：个人隐私】");
    }

    @Test
    void a_word_inside_a_form_is_covered() throws Exception {
        var pdf = RedactionSamples.with(RedactionSamples.LETTER, (document, page, font) -> {
            var form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(300, 100));
            form.setResources(page.getResources());
            try (var out = form.getContentStream().createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                out.write("q 0 0 0 rg BT /F1 16 Tf 10 20 Td ".getBytes());
                var encoded = font.encode("赵钱孙李");
                out.write(("<" + java.util.HexFormat.of().formatHex(encoded) + "> Tj ET Q").getBytes());
            }
            try (var pen = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                pen.beginText();
                pen.setFont(font, 8);
                pen.newLineAtOffset(90, 60);
                pen.showText("赵钱孙李");
                pen.endText();
                pen.transform(org.apache.pdfbox.util.Matrix.getTranslateInstance(90, 300));
                pen.drawForm(form);
            }
        });
        var marks = found(pdf, "赵钱孙李");
        assertThat(marks).hasSize(2);
        holdsNothingOf(redacted(pdf, PDF, marks, BLIND), "赵钱孙李");
    }

    @Test
    void a_half_covered_letter_goes_as_a_whole() throws Exception {
        var pdf = RedactionSamples.letter();
        var mark = found(pdf, RedactionSamples.NAME).getFirst();
        var slim = new RedactionMark(1, mark.x(), mark.y() + mark.height() * 0.3, mark.width(), mark.height() * 0.5, GROUND);
        var copy = redacted(pdf, PDF, List.of(slim), BLIND);
        assertThat(copy.result().text()).contains("申请人【遮盖：个人隐私】提出");
        var page = copy.page(0);
        double height = 842.0 * 2;
        assertThat(page.getRGB((int) (mark.x() * page.getWidth()) + 4, (int) (mark.y() * height) + 4) & 0xffffff).isZero();
        assertThat(copy.result().left()).extracting(left -> left.word() + left.places()).containsExactly(RedactionSamples.NAME + "[第1页]");
    }

    @Test
    void a_scan_is_covered_and_its_words_are_found_by_reading_it() throws Exception {
        Scans.mustBeReadable();
        var recognising = new Recognising();
        var pdf = Scans.pdf(List.of(Scans.written(Scans.WORDS)));
        var marks = new PaintedRedaction(recognising).find(file(pdf), PDF, List.of(new Wanted(Scans.NUMBER, GROUND)));
        assertThat(marks).hasSize(1);
        var copy = redacted(pdf, PDF, marks, recognising);
        assertThat(copy.result().recognised()).isTrue();
        assertThat(copy.result().text()).contains("征地补偿安置情况说明", "身份证号码", "【遮盖：个人隐私】").doesNotContain(Scans.NUMBER);
        var read = new PdfFormat(recognising).read(Files.write(folder.resolve("copy"), copy.pdf()), PDF).text();
        assertThat(read).contains("征地补偿安置情况说明").doesNotContain(Scans.NUMBER.substring(0, 8), Scans.NUMBER.substring(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photograph_is_covered_as_it_is_looked_at(int orientation) throws Exception {
        var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 200);
        pen.setColor(Color.RED);
        var turn = PictureTurn.transform(orientation, 300, 200);
        double width = orientation >= 5 ? 200 : 300;
        double height = orientation >= 5 ? 300 : 200;
        pen.fill(turn.createInverse().createTransformedShape(new java.awt.geom.Rectangle2D.Double(width * 0.1, height * 0.1, width * 0.3, height * 0.2)));
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        var file = turned(jpeg.toByteArray(), orientation);
        var seen = ImageIO.read(new ByteArrayInputStream(paintedPicture(file)));
        assertThat(seen.getWidth()).isEqualTo((int) width);
        assertThat(new Color(seen.getRGB((int) (width * 0.2), (int) (height * 0.2))).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB((int) (width * 0.2), (int) (height * 0.2))).getGreen()).isLessThan(60);
        var copy = redacted(file, "image/jpeg", List.of(new RedactionMark(1, 0.08, 0.08, 0.34, 0.24, GROUND)), BLIND).page(0);
        for (int x = 0; x < copy.getWidth(); x++) {
            for (int y = 0; y < copy.getHeight(); y++) {
                var colour = new Color(copy.getRGB(x, y));
                assertThat(colour.getRed() - colour.getGreen()).as("red is gone at %s, %s", x, y).isLessThan(60);
            }
        }
    }

    private byte[] paintedPicture(byte[] picture) throws Exception {
        var png = new ByteArrayOutputStream();
        new PaintedRedaction(BLIND).paint(file(picture), "image/jpeg", 1, List.of(), Look.BARE, png);
        return png.toByteArray();
    }

    private static byte[] turned(byte[] jpeg, int orientation) throws Exception {
        var exif = Exif.minimal(orientation);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + exif.length)});
        out.write("Exif\0\0".getBytes());
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static Stream<HidingPlace> places() {
        return Stream.concat(PdfHidingPlaces.all().stream(), PictureHidingPlaces.all().stream().filter(place -> !place.fileName().endsWith(".webp")));   // Java paints none
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatever_a_pdf_or_a_picture_hides_is_not_in_the_painted_copy(HidingPlace place) throws Exception {
        var marker = "Zhang3-13800138000";
        var bytes = place.file(marker);
        var type = TypeOfContent.of(file(bytes), place.fileName());
        var copy = redacted(bytes, type, List.of(new RedactionMark(1, 0.8, 0.8, 0.1, 0.1, GROUND)), BLIND);
        assertThat(Traces.of(copy.pdf(), marker)).isEmpty();
        assertThat(copy.result().text()).doesNotContain(marker);
    }

    @Test
    void chinese_without_a_typeface_of_its_own_is_painted_all_the_same() throws Exception {
        Scans.mustBeReadable();
        var words = "国有建设用地使用权挂牌出让公告二〇二六年十一月青禾县自然资源局";
        var pdf = PdfSamples.painting("BT /F2 16 Tf 40 600 Td <" + java.util.HexFormat.of().formatHex(words.getBytes(java.nio.charset.StandardCharsets.UTF_16BE)) + "> Tj ET");
        var copy = redacted(pdf, PDF, List.of(new RedactionMark(1, 0.8, 0.8, 0.1, 0.1, GROUND)), BLIND);
        var read = new PdfFormat(new Recognising()).read(Files.write(folder.resolve("copy"), copy.pdf()), PDF).text();
        assertThat(read).contains("国有建设用地使用权挂牌出让公告");
    }

    @Test
    void a_picture_that_java_cannot_decode_stops_the_copy() throws Exception {
        var pdf = PdfSamples.with("q 100 0 0 100 50 300 cm /Im9 Do Q", (document, page) -> {
            var picture = PdfSamples.picture(document);
            picture.setItem(org.apache.pdfbox.cos.COSName.FILTER, org.apache.pdfbox.cos.COSName.JBIG2_DECODE);
            page.getResources().put(org.apache.pdfbox.cos.COSName.getPDFName("Im9"), new org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject(
                    new org.apache.pdfbox.pdmodel.common.PDStream(picture), page.getResources()));
        });
        refused(pdf, List.of(new RedactionMark(1, 0.1, 0.1, 0.1, 0.1, GROUND)), "JBIG2");
    }

    @Test
    void the_same_marks_give_the_same_bytes() throws Exception {
        assertThat(without(RedactionSamples.letter(), RedactionSamples.NAME).pdf()).isEqualTo(without(RedactionSamples.letter(), RedactionSamples.NAME).pdf());
    }

    @Test
    void a_photographed_page_stays_small_and_is_covered() throws Exception {
        var noisy = new BufferedImage(1500, 2000, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int i = 0; i < 1500 * 2000; i++) {
            noisy.setRGB(i % 1500, i / 1500, 0x808080 ^ random.nextInt(0x1f1f1f));
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(noisy, "png", png);
        var copy = redacted(png.toByteArray(), "image/png", List.of(new RedactionMark(1, 0.2, 0.3, 0.4, 0.05, GROUND)), BLIND);
        assertThat(copy.pdf().length).isLessThan(png.size() / 2);
    }

    /** Whatever is marked: no word of it is left by any means. */
    @Test
    void random_marks_on_random_words_leave_nothing() throws Exception {
        var random = new Random(20261122);
        for (int round = 0; round < 12; round++) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                lines.add(word(random, 20));
            }
            var pdf = RedactionSamples.with(lines, (document, page, font) -> { });
            var marks = new ArrayList<RedactionMark>();
            var hidden = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                int line = random.nextInt(12);
                int from = random.nextInt(14);
                var word = lines.get(line).substring(from, from + 2 + random.nextInt(4));
                hidden.add(word);
                marks.addAll(found(pdf, word));
            }
            for (int i = 0; i < 3; i++) {
                marks.add(new RedactionMark(1, random.nextDouble() * 0.9, random.nextDouble() * 0.9, 0.02 + random.nextDouble() * 0.3, 0.01 + random.nextDouble() * 0.1, GROUND));
            }
            var copy = redacted(pdf, PDF, marks, BLIND);
            for (var word : hidden) {
                holdsNothingOf(copy, word);
            }
        }
    }

    private static String word(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4e00 + random.nextInt(3000)));
        }
        return text.toString();
    }

    @Test
    void what_cannot_be_done_is_refused_in_words() throws Exception {
        var mark = List.of(new RedactionMark(1, 0.1, 0.1, 0.1, 0.1, GROUND));
        var pdf = RedactionSamples.letter();
        refused(Arrays.copyOf(pdf, pdf.length / 3), mark, "已损坏");
        refused(encrypted(pdf), mark, "密码");
        refused(pdf, List.of(new RedactionMark(7, 0.1, 0.1, 0.1, 0.1, GROUND)), "第7页有遮盖，可是文件只有1页");
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1.2, -3}) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new RedactionMark(1, wrong, 0.1, 0.1, 0.1, GROUND)).withMessageContaining("页面之内");
        }
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new RedactionMark(1, 0.1, 0.1, 0, 0.1, GROUND));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new RedactionMark(0, 0.1, 0.1, 0.1, 0.1, GROUND));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new RedactionMark(1, 0.1, 0.1, 0.1, 0.1, " ")).withMessageContaining("理由");
    }

    private void refused(byte[] pdf, List<RedactionMark> marks, String why) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> redacted(pdf, PDF, marks, BLIND)).withMessageContaining(why);
    }

    private static byte[] encrypted(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void the_proof_refuses_a_copy_in_which_something_is_left() throws Exception {
        var pdf = RedactionSamples.letter();
        var sheet = new Sheet(595, 842, List.of(), List.of(), List.of());
        var painting = new MarkPainting(new CoveredSheet(sheet, List.of(new RedactionMark(1, 0.2, 0.2, 0.3, 0.1, GROUND)), new HiddenWords()), 595, 842);
        assertThatExceptionOfType(Refusal.class).as("a copy with text").isThrownBy(() -> new RedactionProof(pdf, List.of(painting), List.of()).mustHold(BLIND));
        var white = new BufferedImage(595, painting.wholeHeight(), BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 595, painting.wholeHeight());
        assertThatExceptionOfType(Refusal.class).as("nothing is painted").isThrownBy(() -> proof(painting, white, List.of())).withMessageContaining("遮盖不完全");
        var dot = painting.alone(Color.WHITE);
        dot.setRGB(130, 190, 0x0a0a0a);
        assertThatExceptionOfType(Refusal.class).as("one pixel shines through").isThrownBy(() -> proof(painting, dot, List.of())).withMessageContaining("遮盖不完全");
        assertThat(proof(painting, painting.alone(Color.WHITE), List.of("钱多多"))).isFalse();
    }

    private static boolean proof(MarkPainting painting, BufferedImage picture, List<String> words) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var pdf = new PicturePdf()) {
            pdf.add(picture, 595);
            pdf.write(out);
        }
        return new RedactionProof(out.toByteArray(), List.of(painting), words).mustHold(BLIND);
    }

    @Test
    void words_are_found_in_bytes_in_every_encoding() {
        for (var encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
            var bytes = ("前面" + RedactionSamples.NAME + "后面").getBytes(java.nio.charset.Charset.forName(encoding));
            assertThat(new HiddenBytes(List.of("没有的词语", RedactionSamples.NAME), true).in(bytes)).contains(RedactionSamples.NAME);
        }
        assertThat(new HiddenBytes(List.of("没有的词语"), true).in(new byte[] {1})).isEmpty();
    }
}
