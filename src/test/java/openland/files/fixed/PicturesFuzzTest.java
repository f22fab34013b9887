package openland.files.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import openland.base.Refusal;
import openland.files.Hidden.Treatment;
import org.junit.jupiter.api.BeforeAll;

/** Pictures of all six formats: {@link Pictures} and the walks behind it. */
class PicturesFuzzTest {
    @BeforeAll
    static void load() throws Exception {
        for (var format : List.of("png", "jpg", "gif", "tiff", "bmp")) {
            new PicturesFuzzTest().a_picture_without_metadata_has_none(PictureSamples.picture(format));
        }
    }

    @FuzzTest
    void a_picture_without_metadata_has_none(byte[] bytes) {
        try {
            var copy = Pictures.withoutMetadata(bytes);
            assertThat(Pictures.withoutMetadata(copy)).isEqualTo(copy);
            assertThat(Pictures.hidden(copy, "")).noneMatch(hidden -> hidden.kind().treatment() == Treatment.REMOVED);
        } catch (Refusal | IllegalArgumentException | IllegalStateException refusal) {   // the latter Inspecting makes a refusal of
            assertThat(refusal).isNotNull();
        }
    }
}
