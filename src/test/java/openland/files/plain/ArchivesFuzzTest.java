package openland.files.plain;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import openland.files.Format;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Archives: {@link ZipFormat} with texts and pages inside. */
class ArchivesFuzzTest {
    private static final StaticListableBeanFactory FORMATS = new StaticListableBeanFactory();

    @BeforeAll
    static void load() throws Exception {
        FORMATS.addBean("texts", new TextFormat());
        FORMATS.addBean("pages", new HtmlFormat());
        new ArchivesFuzzTest().is_refused_or_read_and_so_is_its_copy(PlainSamples.zip("a.txt", new byte[] {65}));
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        LookedThrough.by(new ZipFormat(FORMATS.getBeanProvider(Format.class)), "application/zip", bytes);
    }
}
