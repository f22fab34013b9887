package openland.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openland.base.Refusal;

/** Files whose pages can be painted anew, with areas of them covered. Implementations hold no state. */
public interface PageRedaction {
    /** The media types it takes. */
    Set<String> types();

    /**
     * A page as it is looked at.
     *
     * @param width  in points
     * @param height in points
     * @param text   what stands on it, a line per block
     */
    record Page(double width, double height, String text) {}

    /** Words that are to be hidden wherever they stand, and why. */
    record Wanted(String word, String ground) {}

    /** @param text the copy in words, with the marks said @param recognised see {@link Redacted} */
    record Result(String text, List<Redacted.Left> left, boolean recognised) {}

    /** How many pages there are. @throws Refusal INVALID when it is damaged, encrypted, beyond a ceiling */
    int count(Path file, String type) throws IOException;

    /** The pages in order. @throws Refusal as {@link #count} */
    List<Page> pages(Path file, String type) throws IOException;

    /** How marks are shown: not at all, so that one sees what is below them and their numbers, or as they go out. */
    enum Look { BARE, THROUGH, COVERED }

    /**
     * Writes a page as PNG.
     *
     * @param page  from 1
     * @param marks those of other pages are passed over; shown {@link Look#THROUGH} they bear their numbers in this list, from 1
     * @throws Refusal as {@link #count}; NOT_FOUND when there is no such page
     */
    void paint(Path file, String type, int page, List<RedactionMark> marks, Look look, OutputStream png) throws IOException;

    /** Where the words stand, also across the end of a line; width, case and blanks do not count. @throws Refusal as {@link #count} */
    List<RedactionMark> find(Path file, String type, List<Wanted> wanted) throws IOException;

    /** Words that lie under a mark and can still be read elsewhere. @throws Refusal as {@link #redact} */
    List<Redacted.Left> left(Path file, String type, List<RedactionMark> marks) throws IOException;

    /**
     * Writes a PDF of painted pages and proves that nothing of what lay under the marks is in it. The same input gives
     * the same bytes on the same machine.
     *
     * @throws Refusal as {@link #count}; UNPROCESSABLE when the proof fails
     */
    Result redact(Path file, String type, List<RedactionMark> marks, OutputStream pdf) throws IOException;
}
