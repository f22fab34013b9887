package openland.files.fixed;

import static openland.files.fixed.OfdSamples.SHOWN;
import static openland.files.fixed.OfdSamples.painting;
import static openland.files.fixed.OfdSamples.replace;
import static openland.files.fixed.OfdSamples.rule;
import static openland.files.fixed.OfdSamples.text;
import static openland.files.fixed.OfdSamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import openland.base.Refusal;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden;
import openland.files.Hidden.Treatment;
import openland.files.HidingPlace;
import openland.files.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfdFormatTest {
    private static final String MARKER = "Zhang3-13800138000";
    private static final String TYPE = "application/ofd";

    @TempDir
    private Path folder;
    private final OfdFormat format = new OfdFormat();

    static List<HidingPlace> places() {
        return OfdHidingPlaces.all();
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file-" + Arrays.hashCode(bytes)), bytes);
    }

    private byte[] clean(byte[] bytes, boolean thorough) throws Exception {
        var out = new ByteArrayOutputStream();
        format.clean(file(bytes), TYPE, thorough, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_an_ofd_hides_is_found_and_gone_from_the_copy(HidingPlace place) throws Exception {
        var ofd = place.file(MARKER);
        assertThat(format.hidden(file(ofd), TYPE)).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(place.expected());
            assertThat(found.text().replace(" ", "")).contains(MARKER);
            assertThat(found.place()).isNotBlank();
        });
        var shown = format.read(file(ofd), TYPE).text();
        assertThat(shown).contains(SHOWN).doesNotContain(MARKER);
        var treatment = place.expected().treatment();
        var copy = clean(ofd, treatment != Treatment.REMOVED);
        assertThat(format.read(file(copy), TYPE).text()).isEqualTo(shown);
        assertThat(clean(copy, false)).isEqualTo(copy);
        if (treatment == Treatment.BY_HAND) {
            assertThat(format.hidden(file(copy), TYPE)).extracting(Hidden::kind).containsOnly(place.expected());
        } else {
            assertThat(Traces.of(copy, MARKER)).isEmpty();
            assertThat(format.hidden(file(copy), TYPE)).isEmpty();
        }
        if (treatment == Treatment.ASKED) {
            assertThat(format.hidden(file(clean(ofd, false)), TYPE)).extracting(Hidden::kind).containsOnly(place.expected());
        }
    }

    @Test
    void pages_are_read_with_ruled_tables() throws Exception {
        var ofd = painting(rule(20, 60, 120, 0) + rule(20, 75, 120, 0) + rule(20, 90, 120, 0) + rule(20, 60, 0, 30) + rule(80, 60, 0, 30)
                + rule(140, 60, 0, 30) + text("地块编号", 22, 64, "", "") + text("面积", 82, 64, "", "") + text("2026七号", 22, 79, "", "")
                + text("三公顷", 82, 79, "", ""));
        var page = format.read(file(ofd), TYPE).parts().getFirst();
        assertThat(page.place()).isEqualTo("第1页");
        assertThat(page.blocks()).containsExactly(new Paragraph(SHOWN), new Table(List.of(List.of("地块编号", "面积"), List.of("2026七号", "三公顷"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>", "<unclosed>"})
    void xml_with_a_document_type_or_a_fault_is_refused(String head) throws Exception {
        var ofd = with("", files -> replace(files, "Doc_0/Document.xml", "<ofd:Document ", head + "<ofd:Document "));
        assertThatThrownBy(() -> format.read(file(ofd), TYPE)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_ofd_that_is_cut_or_leads_outside_is_refused() throws Exception {
        var ofd = painting("");
        for (int length = 100; length < ofd.length; length += 97) {
            var cut = Arrays.copyOf(ofd, length);
            assertThatThrownBy(() -> format.read(file(cut), TYPE)).isInstanceOf(Refusal.class);
        }
        var outside = with("", files -> files.put("../x.xml", new byte[1]));
        assertThatThrownBy(() -> format.read(file(outside), TYPE)).isInstanceOf(Refusal.class).hasMessageContaining("不安全");
    }
}
