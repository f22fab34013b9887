package openland.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import openland.base.Refusal;

/** Tables of which single cells can be covered. Implementations hold no state. */
public interface CellRedaction {
    /** The media types it takes. */
    Set<String> types();

    /** @param left see {@link Redacted} @param cells how many were covered */
    record Result(List<Redacted.Left> left, int cells) {}

    /**
     * Writes the table with other words in the marked cells, without anything it hides, and proves that what stood in
     * them is nowhere else in it but in cells that are seen.
     *
     * @throws Refusal INVALID when it is damaged or a mark meets no sheet; UNPROCESSABLE when the proof fails
     */
    Result redact(Path file, String type, List<CellMark> marks, OutputStream out) throws IOException;
}
