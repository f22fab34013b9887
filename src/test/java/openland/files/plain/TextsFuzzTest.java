package openland.files.plain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;

/** Text, tables and pages: {@link TextFormat}, {@link HtmlFormat}. */
class TextsFuzzTest {
    @BeforeAll
    static void load() throws Exception {
        new TextsFuzzTest().is_refused_or_read_and_so_is_its_copy("<p>a,b</p>".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        LookedThrough.by(new TextFormat(), "text/plain", bytes);
        LookedThrough.by(new TextFormat(), "text/csv", bytes);
        LookedThrough.by(new HtmlFormat(), "text/html", bytes);
    }
}
