package openland.files.ooxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.base.Refusal;
import openland.files.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that must be refused with a sentence, before they cost anything. */
class OfficeBadInputTest {
    private static final List<Format> FORMATS = List.of(new Docx(), new Xlsx(), new Pptx());
    @TempDir
    Path folder;

    private void refused(byte[] bytes, String sentence) throws Exception {
        var file = Files.write(folder.resolve("bad"), bytes);
        for (var format : FORMATS) {
            assertThatThrownBy(() -> format.read(file, "")).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
            assertThatThrownBy(() -> format.hidden(file, "")).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
            assertThatThrownBy(() -> format.clean(file, "", true, OutputStream.nullOutputStream())).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        }
    }

    private static byte[] ole(String stream) {
        var bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1}, 4096);
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    @Test
    void an_old_document_is_named_as_one() throws Exception {
        refused(ole("WordDocument"), "旧版Office文件");
    }

    @Test
    void an_encrypted_document_is_named_as_one() throws Exception {
        refused(ole("EncryptedPackage"), "已加密");
    }

    @Test
    void what_is_no_archive_is_damaged() throws Exception {
        refused(new byte[0], "损坏");
        refused("PK".getBytes(StandardCharsets.UTF_8), "损坏");
        refused("%PDF-1.7 is something else entirely, and long enough to be one".getBytes(StandardCharsets.UTF_8), "损坏");
    }

    @Test
    void a_document_cut_anywhere_is_refused() throws Exception {
        var whole = WordSamples.document("").file();
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            refused(Arrays.copyOf(whole, length), "。");
        }
    }

    @Test
    void a_file_of_another_format_is_refused() throws Exception {
        var file = Files.write(folder.resolve("other"), ExcelSamples.workbook("").file());
        assertThatThrownBy(() -> new Docx().read(file, "")).isInstanceOf(Refusal.class).hasMessageContaining("不是Word文档");
        assertThatThrownBy(() -> new Pptx().read(file, "")).isInstanceOf(Refusal.class).hasMessageContaining("不是PowerPoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "word/../../x", "/etc/passwd", "C:\\x", "C:/x", "word\\x.xml", "a\u0000b"})
    void entries_that_are_paths_are_refused(String name) throws Exception {
        refused(WordSamples.document("").raw(name, "", "x").file(), "不安全的路径");
    }

    @Test
    void two_entries_of_one_name_are_refused() throws Exception {
        var file = WordSamples.document("").raw("word/document.xmk", "", "<a/>").file();
        var text = new String(file, StandardCharsets.ISO_8859_1).replace("word/document.xmk", "word/document.xml");
        refused(text.getBytes(StandardCharsets.ISO_8859_1), "两个同名");
        refused(WordSamples.document("").raw("WORD/document.xml", "", "<a/>").file(), "两个同名");
    }

    @Test
    void too_many_entries_are_refused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        refused(out.toByteArray(), "超过一万个");
    }

    /** 512 MB of blanks take half a megabyte in the archive. */
    @Test
    void what_inflates_to_a_thousand_times_is_refused_before_it_is_inflated() throws Exception {
        var file = folder.resolve("bomb");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 512; i++) {
                zip.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        for (var format : FORMATS) {
            assertThatThrownBy(() -> format.read(file, "")).isInstanceOf(Refusal.class).hasMessageContaining("解压后太大");
        }
    }

    /** The list of contents says 1 KB, the entry inflates to 64 MB: read no further than was said. */
    @Test
    void an_archive_that_lies_about_its_sizes_is_refused() throws Exception {
        var blanks = " ".repeat(64 << 20);
        var bytes = WordSamples.document("").replace(WordSamples.DOCUMENT, "<w:body>", blanks + "<w:body>").file();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = text.lastIndexOf("word/document.xml") - 46;
        assertThat(text.startsWith("PK\u0001\u0002", entry)).isTrue();
        bytes[entry + 24] = 0;
        bytes[entry + 25] = 4;
        bytes[entry + 26] = 0;
        bytes[entry + 27] = 0;
        var file = Files.write(folder.resolve("liar"), bytes);
        var before = used();
        assertThatThrownBy(() -> new Docx().read(file, "")).isInstanceOf(Refusal.class);
        assertThat(used() - before).isLessThan(64L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static Stream<String> declarations() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
        }
        return Stream.of(laughs + "]><w:document>&a29;</w:document>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document>&x;</w:document>",
                "<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/x.dtd\"><w:document/>",
                "<w:document xmlns:w=\"urn:x\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/></w:document>");
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void declarations_and_inclusions_are_refused_in_every_part(String xml) throws Exception {
        for (var part : List.of("word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "docProps/core.xml")) {
            if (part.startsWith("[") || part.endsWith(".rels")) {
                continue;   // written by the sample itself
            }
            var parts = WordSamples.document("").raw(part, "", xml).relation("", "p1", "core-properties", "docProps/core.xml");
            var file = Files.write(folder.resolve("xml"), parts.file());
            assertThatThrownBy(() -> new Docx().read(file, "")).as(part).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> new Docx().clean(file, "", true, OutputStream.nullOutputStream())).as(part).isInstanceOf(Refusal.class);
        }
        refusedIn(ExcelSamples.workbook("").raw(ExcelSamples.SHEET, "", xml), new Xlsx());
        refusedIn(SlideSamples.presentation("").raw(SlideSamples.SLIDE, "", xml), new Pptx());
    }

    private void refusedIn(Parts parts, Format format) throws Exception {
        var file = Files.write(folder.resolve("xml"), parts.file());
        assertThatThrownBy(() -> format.hidden(file, "")).isInstanceOf(Refusal.class);
    }

    @Test
    void elements_deeper_than_any_document_are_refused() throws Exception {
        var file = Files.write(folder.resolve("deep"), WordSamples.document("<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000)).file());
        assertThatThrownBy(() -> new Docx().read(file, "")).isInstanceOf(Refusal.class).hasMessageContaining("层次太深");
    }

    @Test
    void bytes_changed_at_random_are_read_or_refused() throws Exception {
        var random = new Random(7);
        var samples = List.of(WordSamples.document("").file(), ExcelSamples.workbook("").file(), SlideSamples.presentation("").file());
        for (int i = 0; i < 600; i++) {
            var bytes = samples.get(i % 3).clone();
            for (int n = random.nextInt(5); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var file = Files.write(folder.resolve("changed"), bytes);
            try {
                FORMATS.get(i % 3).read(file, "");
                FORMATS.get(i % 3).clean(file, "", true, OutputStream.nullOutputStream());
            } catch (Refusal e) {
                assertThat(e.sentence()).isNotBlank();
            }
        }
    }
}
