package openland.files.ooxml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import openland.Fuzzed;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;

/** The text of a Word document: {@link WordContent}, {@link WordSweep} and what they read with. */
class WordBodyFuzzTest {
    @BeforeAll
    static void load() throws Exception {
        new WordBodyFuzzTest().is_refused_or_read_and_so_is_its_copy("<w:p/>".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        LookedThrough.by(new Docx(), "", WordSamples.document(Fuzzed.text(bytes)).file());
    }
}
