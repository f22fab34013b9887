package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openland.base.Refusal;
import openland.files.Hidden.Treatment;

/** What holds of every file, also of one that nobody made on purpose. */
public final class LookedThrough {
    private LookedThrough() {}

    /**
     * The file is refused, or read, and its copy hides nothing any more that could be taken out.
     *
     * @throws IOException never for what is in the file
     */
    public static void by(Format format, String type, byte[] bytes) throws IOException {
        var file = Files.createTempFile("looked-through", "");
        try {
            Files.write(file, bytes);
            format.read(file, type);
            format.hidden(file, type);
            Files.write(file, clean(format, type, file));
            Files.write(file, clean(format, type, file));   // as often as openland.files.Files does where once is not enough
            Files.write(file, clean(format, type, file));
            format.read(file, type);
            assertThat(format.hidden(file, type)).noneMatch(thing -> thing.kind().treatment() != Treatment.BY_HAND);
        } catch (Refusal | IllegalArgumentException | IllegalStateException | StackOverflowError refusal) {   // what Inspecting makes refusals of
            assertThat(refusal).isNotNull();
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] clean(Format format, String type, Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        format.clean(file, type, true, out);
        return out.toByteArray();
    }
}
