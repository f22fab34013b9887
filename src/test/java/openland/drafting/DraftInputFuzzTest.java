package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import openland.base.Refusal;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Drafts as programs send them: {@link DraftInput}. */
class DraftInputFuzzTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void load() {
        new DraftInputFuzzTest().a_draft_is_taken_or_refused_with_a_sentence("{\"item\":\"a\"}".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_draft_is_taken_or_refused_with_a_sentence(byte[] bytes) {
        try {
            var input = DraftInput.of(JSON.readTree(bytes));
            assertThat(input.item()).isNotBlank();
            assertThat(input.office()).isNotBlank();
            assertThat(input.head()).doesNotContainKeys("item", "office", "fields", "attachments", "publishAt");
        } catch (JacksonException notJson) {
            assertThat(notJson).isNotNull();
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }
}
