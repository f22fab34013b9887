package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** Leaves, ours and those of other logs: {@link Leaf#parse}. */
class LeafFuzzTest {
    @BeforeAll
    static void load() {
        new LeafFuzzTest().a_leaf_written_and_read_is_the_same("{\"type\":\"publish\"}".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_leaf_written_and_read_is_the_same(byte[] bytes) {
        try {
            var leaf = Leaf.parse(Fuzzed.text(bytes));
            assertThat(Leaf.parse(leaf.canonical())).isEqualTo(leaf);
        } catch (IllegalArgumentException reason) {
            assertThat(reason.getMessage()).isNotBlank();
        }
    }
}
