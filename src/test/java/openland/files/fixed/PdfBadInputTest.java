package openland.files.fixed;

import static openland.files.fixed.PdfSamples.dictionary;
import static openland.files.fixed.PdfSamples.form;
import static openland.files.fixed.PdfSamples.name;
import static openland.files.fixed.PdfSamples.painting;
import static openland.files.fixed.PdfSamples.stream;
import static openland.files.fixed.PdfSamples.text;
import static openland.files.fixed.PdfSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import openland.base.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfBadInputTest {
    private static final String TYPE = "application/pdf";

    @TempDir
    private Path folder;
    private final PdfFormat format = new PdfFormat(new Recognising(null, Duration.ZERO));

    private void read(byte[] pdf) throws Exception {
        var file = Files.write(folder.resolve("file.pdf"), pdf);
        format.read(file, TYPE);
        format.hidden(file, TYPE);
        format.clean(file, TYPE, true, new ByteArrayOutputStream());
    }

    private void refused(byte[] pdf, String saying) {
        assertThatThrownBy(() -> read(pdf)).isInstanceOf(Refusal.class).hasMessageContaining(saying);
    }

    private static byte[] locked(byte[] pdf, String userPassword) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_file_that_only_opens_with_a_password_is_refused_and_one_that_anybody_opens_is_read() throws Exception {
        refused(locked(painting(""), "secret"), "密码");
        var open = Files.write(folder.resolve("open.pdf"), locked(painting(""), ""));
        assertThat(format.read(open, TYPE).text()).contains(PdfSamples.SHOWN);
        var copy = new ByteArrayOutputStream();
        format.clean(open, TYPE, false, copy);
        assertThat(copy.toString(StandardCharsets.ISO_8859_1)).doesNotContain("/Encrypt");
        assertThat(format.hidden(Files.write(folder.resolve("copy.pdf"), copy.toByteArray()), TYPE)).isEmpty();
    }

    @Test
    void a_page_that_inflates_without_end_is_refused() throws Exception {
        refused(painting(" ".repeat((int) PdfOpening.MOST_INFLATED)), "太大");
        refused(with("", (document, page) -> page.getCOSObject().setItem(COSName.CONTENTS, packedTwice(document))), "太大");
        refused(with("", (document, page) -> {
            var same = stream(document, " ".repeat(20 << 20));
            page.getCOSObject().setItem(COSName.CONTENTS, new COSArray(Collections.nCopies(100, same)));
        }), "太大");
    }

    private static COSDictionary packedTwice(PDDocument document) throws Exception {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(new COSArray(List.of(COSName.LZW_DECODE, COSName.FLATE_DECODE)))) {
            for (int i = 0; i < 70; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        return stream;
    }

    @Test
    void forms_that_paint_each_other_cost_a_bounded_number_of_steps() throws Exception {
        refused(with("/Fm0 Do\n", (document, page) -> {
            var names = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            var inner = form(document, "0 g ");
            for (int i = 0; i < 9; i++) {
                var outer = form(document, "/Fm0 Do ".repeat(10));
                outer.getCOSDictionary(COSName.RESOURCES).setItem(COSName.XOBJECT, dictionary("Fm0", inner));
                inner = outer;
            }
            names.setItem("Fm0", inner);
        }), "复杂");
        refused(with("/Fm0 Do\n", (document, page) -> {
            var self = form(document, "/Fm0 Do ");
            self.getCOSDictionary(COSName.RESOURCES).setItem(COSName.XOBJECT, dictionary("Fm0", self));
            page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT).setItem("Fm0", self);
        }), "太复杂");
    }

    @Test
    void page_trees_that_are_deep_wide_or_circular_are_walked_or_refused() throws Exception {
        var deep = with("", (document, page) -> {
            COSDictionary node = page.getCOSObject();
            for (int i = 0; i < 500; i++) {
                node = dictionary("Type", COSName.PAGES, "Kids", new COSArray(List.of(node)), "Count", COSInteger.ONE);
                node.setDirect(false);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, node);
        });
        read(deep);
        refused(with("", (document, page) -> {
            var pages = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
            pages.setItem(COSName.KIDS, new COSArray(List.of(page.getCOSObject(), pages)));
        }), "损坏");
        refused(with("", (document, page) -> {
            var kids = new COSArray();
            for (int i = 0; i <= PdfPages.MOST; i++) {
                kids.add(dictionary("Type", COSName.PAGE));
            }
            document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES).setItem(COSName.KIDS, kids);
        }), "页");
    }

    @Test
    void a_tower_of_arrays_does_not_grow_when_written() throws Exception {
        var pdf = new String(painting(""), StandardCharsets.ISO_8859_1);
        var tower = new StringBuilder("900 0 obj\n[(x)]\nendobj\n");
        for (int i = 901; i < 960; i++) {
            tower.append(i).append(" 0 obj\n[").append((i - 1) + " 0 R ").append((i - 1) + " 0 R]\nendobj\n");
        }
        var broken = pdf.replace("/Type /Catalog", "/Type /Catalog /PageLabels 959 0 R").replaceFirst("(?s)xref\n0.*?trailer", "trailer")
                .replaceFirst("1 0 obj", tower + "1 0 obj");
        var out = new ByteArrayOutputStream();
        format.clean(Files.write(folder.resolve("tower.pdf"), broken.getBytes(StandardCharsets.ISO_8859_1)), TYPE, false, out);
        assertThat(out.size()).isLessThan(100_000);
    }

    @Test
    void a_file_cut_anywhere_or_changed_at_random_is_read_or_refused() throws Exception {
        var pdf = with(text("words", "") + "/Im1 Do\n", (document, page) -> {
            PdfSamples.annotate(page, PdfSamples.annotation("Text", "Contents", "x"));
            document.getDocumentCatalog().getCOSObject().setItem("Names", dictionary("X", COSNull.NULL, "JavaScript", dictionary("S", name("x"))));
        });
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            var changed = i % 3 == 0 ? Arrays.copyOf(pdf, random.nextInt(pdf.length)) : pdf.clone();
            for (int n = random.nextInt(6); n >= 0 && changed.length > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                read(changed);
            } catch (Refusal e) {
                refused++;
                assertThat(e.sentence()).isNotBlank();
            }
        }
        assertThat(refused).isPositive();
        refused("not a pdf".getBytes(StandardCharsets.UTF_8), "损坏");
    }
}
