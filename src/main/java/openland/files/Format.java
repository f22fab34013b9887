package openland.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;

/**
 * One family of file formats: reads what is to be seen, finds what is hidden, takes it out. Implementations hold no
 * state, read with ceilings on everything a file can inflate, and never go to the network.
 */
public interface Format {
    /** The media types it knows, each with the short name people use: PDF, Word, Excel. */
    Map<String, String> types();

    /**
     * What is to be seen in the file.
     *
     * @param type one of {@link #types()}, decided by content
     * @throws Refusal     INVALID with a sentence: damaged, encrypted, beyond a ceiling
     * @throws IOException when the disk fails; a malformed file is a {@link Refusal}
     */
    FileContent read(Path file, String type) throws IOException;

    /**
     * What is to be seen in the file as HTML, with headings, lists and tables as far as the format knows them; not safe
     * for a page before it is cleaned.
     *
     * @throws Refusal as {@link #read}
     */
    default String html(Path file, String type) throws IOException {
        return FileHtml.of(read(file, type));
    }

    /** What is in the file and not to be seen, in its order. @throws Refusal as {@link #read} */
    List<Hidden> hidden(Path file, String type) throws IOException;

    /**
     * Writes the file without what it hides: without everything of {@link Hidden.Treatment#REMOVED}, and if
     * {@code thorough} also without everything of {@link Hidden.Treatment#ASKED}. The same input gives the same bytes.
     *
     * @throws Refusal as {@link #read}
     */
    void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException;
}
