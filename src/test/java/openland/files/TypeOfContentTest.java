package openland.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeOfContentTest {
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @TempDir
    private Path folder;

    private String type(String name, byte[] content) throws Exception {
        return TypeOfContent.of(java.nio.file.Files.write(folder.resolve("part"), content), name);
    }

    private String type(String name, String bytes) throws Exception {
        return type(name, bytes.getBytes(ISO_8859_1));
    }

    @Test
    void a_thousand_comments_are_passed_once_and_not_in_every_way_they_can_be_divided() {
        var comments = "<!--a-->".repeat(1_000) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(type("页.txt", comments)).isEqualTo("text/plain"));
    }

    private static byte[] zip(String... entries) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private void refused(String name, byte[] content, String saying) {
        assertThatThrownBy(() -> type(name, content)).isInstanceOf(Refusal.class).hasMessageContaining(saying);
    }

    private void refused(String name, String bytes, String saying) {
        refused(name, bytes.getBytes(ISO_8859_1), saying);
    }

    @Test
    void content_decides_whatever_the_name() throws Exception {
        assertThat(type("a.docx", "%PDF-1.7\n")).isEqualTo("application/pdf");
        assertThat(type("a.txt", "\u0089PNG\r\n\u001a\n....")).isEqualTo("image/png");
        assertThat(type("a.png", "\u00ff\u00d8\u00ff\u00e0")).isEqualTo("image/jpeg");
        assertThat(type("a", "GIF89a\1\0\1\0")).isEqualTo("image/gif");
        assertThat(type("a.zip", zip("OFD.xml", "<ofd/>"))).isEqualTo("application/ofd");
        assertThat(type("a.doc", zip("a.txt", "x"))).isEqualTo("application/zip");
    }

    @ParameterizedTest
    @CsvSource({"wordprocessingml.document,wordprocessingml.document", "spreadsheetml.sheet,spreadsheetml.sheet",
        "presentationml.presentation,presentationml.presentation"})
    void an_office_file_is_what_its_main_part_is(String part, String type) throws Exception {
        var types = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." + part + ".main+xml\"/></Types>";
        assertThat(type("a.zip", zip("[Content_Types].xml", types))).endsWith(type);
        refused("a.docx", zip("[Content_Types].xml", types.replace(part, part + ".macroEnabled")), "宏");
    }

    @Test
    void the_name_decides_between_formats_of_text() throws Exception {
        var words = "编号,面积\n1,2\n";
        assertThat(type("a.csv", words.getBytes(UTF_8))).isEqualTo("text/csv");
        assertThat(type("a.csv", words.getBytes(Charset.forName("GBK")))).isEqualTo("text/csv");
        assertThat(type("a.txt", ("\ufeff" + words).getBytes(UTF_16LE))).isEqualTo("text/plain");
        assertThat(type("a.html", "<!DOCTYPE html><p>x")).isEqualTo("text/html");
    }

    @Test
    void old_and_locked_office_files_are_named_with_what_to_do() {
        refused("a.docx", OLE + new String("WordDocument".getBytes(UTF_16LE), ISO_8859_1), "另存为docx");
        refused("a.xlsx", OLE + new String("Workbook".getBytes(UTF_16LE), ISO_8859_1), "另存为xlsx");
        refused("a.pptx", OLE + new String("PowerPoint Document".getBytes(UTF_16LE), ISO_8859_1), "另存为pptx");
        refused("a.docx", OLE + new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1), "去掉密码");
        refused("a.docx", "{\\rtf1 x}", "RTF");
    }

    @Test
    void what_is_two_things_at_once_is_refused() throws Exception {
        refused("a.gif", "GIF89a/*\0\0\0*/=1;alert(1)", "脚本");
        refused("a.gif", "GIF89a=1\0\0<script>", "脚本");
        refused("a.pdf", "<html>%PDF-1.7", "前面");
        refused("a.pdf", "%PDF-1.7\n" + new String(zip("a.txt", "x"), ISO_8859_1), "后面");
        refused("a.png", "\u0089PNG\r\n\u001a\n" + new String(zip("a.txt", "x"), ISO_8859_1), "后面");
        refused("a.html", "<html>" + new String(zip("a.txt", "x"), ISO_8859_1), "认不出来");
        refused("a.pdf", "<!-- x --><html><script>1</script>", "网页");
        refused("a.csv", "<html><p>1", "网页");
        refused("a.pdf", "only words", "文字");
    }

    @Test
    void what_is_not_published_is_named() {
        refused("a.svg", "<svg onload='x'>", "SVG");
        refused("a.txt", "<?xml version='1.0'?><svg/>", "SVG");
        refused("a.txt", "<?xml version='1.0'?><a/>", "XML");
        refused("a.rar", "Rar!\u001a\7", "RAR");
        refused("a.7z", "7z\u00bc\u00af\u0027\u001c", "7z");
        refused("a.txt", "MZ\u0090\0\3", "程序");
        refused("a.sh", "#!/bin/sh\n", "脚本");
        refused("a.mp4", "\0\0\0\u0018ftypmp42", "视频");
        refused("a.csv", "a,b\n\0\1\2\u00ff\u00fe", "认不出来");
        refused("a.js", "alert(1)", "文字");
        refused("a.zip", "PK\3\4 and nothing", "损坏");
    }
}
