package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
        by(format, type, bytes, Set.of(Treatment.REMOVED, Treatment.ASKED));
    }

    /** @param gone what no copy may hide any more */
    public static void by(Format format, String type, byte[] bytes, Set<Treatment> gone) throws IOException {
        var file = Files.createTempFile("looked-through", "");
        try {
            Files.write(file, bytes);
            format.read(file, type);
            format.hidden(file, type);
            for (int cleaning = 0; cleaning < 3; cleaning++) {   // as often as openland.files.Files does where once is not enough
                Files.write(file, clean(format, type, file));
            }
            format.read(file, type);
            assertThat(format.hidden(file, type)).noneMatch(thing -> gone.contains(thing.kind().treatment()));
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
