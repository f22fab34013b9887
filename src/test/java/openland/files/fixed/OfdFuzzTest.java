package openland.files.fixed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;

/** OFD: {@link OfdFormat} and everything behind it. */
class OfdFuzzTest {
    @BeforeAll
    static void load() throws Exception {
        new OfdFuzzTest().is_refused_or_read_and_so_is_its_copy(OfdHidingPlaces.all().getFirst().file("x"));
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        LookedThrough.by(new OfdFormat(), "application/ofd", bytes);
    }
}
