package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openland.base.Refusal;

/** What holds of every file, also of one that nobody made on purpose. */
public final class LookedThrough {
    private LookedThrough() {}

    /**
     * The file is refused; or it is read, what it hides is named, and its copy is read like any other file. What a copy
     * still hides stops the draft ({@code FileScreening}): here it has only to be said.
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
            var shown = format.read(file, type).text();
            assertThat(format.hidden(file, type)).noneMatch(thing -> thing.text().isBlank() && thing.place().isBlank());
            assertThat(shown).isEqualTo(format.read(file, type).text());
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
