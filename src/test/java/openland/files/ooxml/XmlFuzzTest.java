package openland.files.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import openland.base.Refusal;
import org.junit.jupiter.api.BeforeAll;

/** The XML inside Word, Excel and PowerPoint files: {@link XmlReader}. */
class XmlFuzzTest {
    @BeforeAll
    static void load() {
        new XmlFuzzTest().a_part_is_read_or_refused("<a><b c='d'>e</b></a>".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_part_is_read_or_refused(byte[] bytes) {
        try {
            var tree = XmlReader.tree(new ByteArrayInputStream(bytes));
            assertThat(tree.root().all().count()).isLessThanOrEqualTo(bytes.length);
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }
}
