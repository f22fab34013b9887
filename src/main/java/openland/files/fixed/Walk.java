package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.Hidden.Treatment;

/** A walk through the pieces of a picture: each is kept or dropped, so what is reported and what is taken out cannot differ. */
final class Walk {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final List<Hidden> found = new ArrayList<>();
    private final boolean thorough;

    /** @param thorough whether also what somebody must be asked about is dropped */
    Walk(boolean thorough) {
        this.thorough = thorough;
    }

    void keep(byte[] piece) {
        kept.writeBytes(piece);
    }

    /** A piece that shows nothing. @param what its name in the report */
    void drop(Kind kind, String what, byte[] piece) {
        found.add(new Hidden(kind, "", Strings.labelled(what, piece)));
    }

    void report(Kind kind, String text) {
        found.add(new Hidden(kind, "", text));
    }

    /** Whether a piece of {@code kind} is to be left out of the copy. */
    boolean leavesOut(Kind kind) {
        return kind.treatment() == Treatment.REMOVED || thorough && kind.treatment() == Treatment.ASKED;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** @param place of the picture in the file around it; empty for a file that is the picture */
    List<Hidden> found(String place) {
        return found.stream().map(hidden -> new Hidden(hidden.kind(), place, hidden.text())).toList();
    }
}
