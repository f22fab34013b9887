package openland.form;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a form must look up and does not know itself; rooms above hand it in. */
public interface Known {
    /** Knows nothing: a value that is whole (code and name, id and number) is taken as it stands, any other cannot be read. */
    Known NOTHING = new Known() {
        @Override
        public boolean isAnything() {
            return false;
        }
    };

    /** Something with a code and a name: an office, a division. @param path its name with all above it, 江苏省南京市鼓楼区 */
    record Named(String code, String name, String path) {}

    /** A published piece. @param id its identifier, a UUID in lower case */
    record Piece(String id, String indexNumber) {}

    /** Whether it knows anything at all; if not, whole values are not compared with it. */
    default boolean isAnything() {
        return true;
    }

    /** Offices that bear or bore that code or that name, with the name of that time; the latest first. */
    default List<Named> offices(String codeOrName) {
        return List.of();
    }

    /** Administrative divisions with that code of six digits, that name, or that name with all above it. */
    default List<Named> divisions(String codeOrName) {
        return List.of();
    }

    /** The published pieces with that 索引号 (which is one office's own) or that id; none that was withdrawn. */
    default List<Piece> pieces(String indexNumberOrId) {
        return List.of();
    }

    /** The attachment of that file name, as the normal value of a file field. */
    default Optional<JsonNode> file(String name) {
        return Optional.empty();
    }
}
