package openland.files.fixed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;

/** PDF: {@link PdfFormat} and everything behind it. */
class PdfFuzzTest {
    private static final PdfFormat FORMAT = new PdfFormat(new Recognising(null, Duration.ZERO));

    @BeforeAll
    static void load() throws Exception {
        new PdfFuzzTest().is_refused_or_read_and_so_is_its_copy(PdfHidingPlaces.all().getFirst().file("x"));
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        LookedThrough.by(FORMAT, "application/pdf", bytes);
    }
}
