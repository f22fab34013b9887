package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import openland.Fuzzed;
import openland.base.Refusal;
import org.junit.jupiter.api.BeforeAll;

/** Names of uploaded files: {@link FileNames}. */
class FileNamesFuzzTest {
    @BeforeAll
    static void load() {
        new FileNamesFuzzTest().a_name_that_is_shown_is_no_path("a.pdf".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_name_that_is_shown_is_no_path(byte[] bytes) {
        try {
            var shown = FileNames.shown(Fuzzed.text(bytes));
            assertThat(shown).doesNotContain("/", "\\", "%", "\n", "\u0000", "\u202e").doesNotStartWith(".");
            assertThat(FileNames.shown(shown)).isEqualTo(shown);
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }
}
