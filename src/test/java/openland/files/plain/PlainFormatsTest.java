package openland.files.plain;

import static openland.files.plain.PlainSamples.SHOWN;
import static openland.files.plain.PlainSamples.page;
import static openland.files.plain.PlainSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openland.base.Refusal;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Treatment;
import openland.files.HidingPlace;
import openland.files.Traces;
import openland.files.TypeOfContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatsTest {
    private static final String MARKER = "Zhang3-13800138000";

    @TempDir
    private Path folder;
    private final TextFormat text = new TextFormat();
    private final HtmlFormat html = new HtmlFormat();
    private final ZipFormat zip = new ZipFormat(PlainSamples.formats(text, html));

    static List<HidingPlace> places() {
        return PlainHidingPlaces.all();
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file-" + Arrays.hashCode(bytes)), bytes);
    }

    private Format format(String type) {
        return List.of(text, html, zip).stream().filter(format -> format.types().containsKey(type)).findFirst().orElseThrow();
    }

    private byte[] clean(byte[] bytes, String type, boolean thorough) throws Exception {
        var out = new ByteArrayOutputStream();
        format(type).clean(file(bytes), type, thorough, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_is_hidden_is_found_and_gone_from_the_copy(HidingPlace place) throws Exception {
        var bytes = place.file(MARKER);
        var type = TypeOfContent.of(file(bytes), place.fileName());
        assertThat(format(type).hidden(file(bytes), type)).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(place.expected());
            assertThat(found.text()).contains(MARKER);
            assertThat(found.place()).isNotBlank();
        });
        var shown = format(type).read(file(bytes), type).text();
        assertThat(shown).contains(SHOWN).doesNotContain(MARKER);
        boolean asked = place.expected().treatment() == Treatment.ASKED;
        var copy = clean(bytes, type, asked);
        assertThat(Traces.of(copy, MARKER)).isEmpty();
        assertThat(format(type).hidden(file(copy), type)).isEmpty();
        assertThat(format(type).read(file(copy), type).text()).isEqualTo(shown);
        assertThat(clean(copy, type, false)).isEqualTo(copy);
        if (asked) {
            var still = clean(bytes, type, false);
            assertThat(format(type).hidden(file(still), type)).extracting(Hidden::kind).containsOnly(place.expected());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE"})
    void a_spreadsheets_csv_is_read_right_and_goes_out_as_utf_8_with_mark(String charset) throws Exception {
        var words = "地块编号,\"位置, 四至\",面积\r\n2026-07,\"东至\"\"路\"\"\r\n西至河\",3.52\r\n";
        var bytes = ((charset.startsWith("UTF-16") ? "\ufeff" : "") + words).getBytes(Charset.forName(charset));
        var table = new Table(List.of(List.of("地块编号", "位置, 四至", "面积"), List.of("2026-07", "东至\"路\"\r\n西至河", "3.52")));
        assertThat(text.read(file(bytes), "text/csv").parts().getFirst().blocks()).containsExactly(table);
        assertThat(text.hidden(file(bytes), "text/csv")).isNotEmpty();
        var copy = clean(bytes, "text/csv", false);
        assertThat(new String(copy, StandardCharsets.UTF_8)).isEqualTo("\ufeff" + words);
        assertThat(text.hidden(file(copy), "text/csv")).isEmpty();
    }

    @Test
    void a_page_is_read_with_headings_paragraphs_and_tables() throws Exception {
        var page = page("", "<p>经批准&nbsp;<b>拍卖</b>出让。<br>第二行</p><ul><li>一</li></ul><table><tr><th>编号</th><td>1</td></tr></table>");
        assertThat(html.read(file(page), "text/html").parts().getFirst().blocks()).containsExactly(new Heading(1, SHOWN),
                new Paragraph("经批准 拍卖出让。"), new Paragraph("第二行"), new Paragraph("一"), new Table(List.of(List.of("编号", "1"))));
    }

    @Test
    void names_in_an_archive_are_content() throws Exception {
        var bytes = zip("张三_身份证号110101199003074514.txt", "x");
        assertThat(zip.read(file(bytes), "application/zip").text()).contains("张三_身份证号110101199003074514");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "/etc/passwd", "C:\\x", "a/../b", "a\nb", "\u202etxt.exe"})
    void names_that_lead_elsewhere_are_refused(String name) throws Exception {
        var bytes = zip(name, "x");
        assertThatThrownBy(() -> zip.read(file(bytes), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("不安全");
    }

    @Test
    void two_files_of_one_name_are_refused() throws Exception {
        var bytes = zip("a.txt", "1", "A.TXT", "2");
        assertThatThrownBy(() -> zip.read(file(bytes), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("同名");
    }

    @Test
    void an_archive_that_unpacks_to_more_than_it_may_is_refused_before_that() throws Exception {
        var bytes = zip("a.txt", new byte[20 << 20]);
        assertThat(bytes).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> zip.read(file(bytes), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("炸弹");
        var many = IntStream.rangeClosed(0, ZipEntries.MOST).boxed().flatMap(i -> List.<Object>of(i + ".txt", "x").stream()).toArray();
        var full = zip(many);
        assertThatThrownBy(() -> zip.read(file(full), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("1000");
    }

    @Test
    void archives_in_archives_in_archives_and_unknown_formats_are_refused_by_name() throws Exception {
        var deep = zip("一.zip", zip("二.zip", zip("a.txt", "x")));
        assertThatThrownBy(() -> zip.read(file(deep), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("套得太深");
        var program = zip("安装.exe", "MZ\0\0");
        assertThatThrownBy(() -> zip.read(file(program), "application/zip")).isInstanceOf(Refusal.class).hasMessageContaining("安装.exe");
    }

    @Test
    void an_archive_cut_or_changed_anywhere_is_refused() throws Exception {
        var bytes = zip("a.txt", SHOWN.repeat(50));
        for (int length = 30; length < bytes.length; length += 7) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> zip.read(file(cut), "application/zip")).isInstanceOf(Refusal.class);
        }
        var changed = bytes.clone();
        changed[45] ^= 0x11;
        assertThatThrownBy(() -> zip.read(file(changed), "application/zip")).isInstanceOf(Refusal.class);
    }
}
