package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** Pack files: {@link PackSchema}, {@link PackReader} and what they read with. */
class PacksFuzzTest {
    @BeforeAll
    static void load() {
        new PacksFuzzTest().a_pack_is_read_or_the_place_of_its_fault_is_named("pack: 1".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_pack_is_read_or_the_place_of_its_fault_is_named(byte[] bytes) {
        var yaml = Fuzzed.text(bytes);
        try {
            assertThat(Shelf.of(List.of(new PackFile("fuzzed.yaml", yaml))).packs()).hasSize(1);
        } catch (PackFault fault) {
            assertThat(fault.getMessage()).contains("fuzzed.yaml");
        }
    }
}
