package openland.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A node of a pack that knows where it stands, so that every fault can say so: {@code items[1].review[3]}. */
record Place(String file, String path, JsonNode node) {
    Place at(String key) {
        return new Place(file, path.isEmpty() ? key : path + "." + key, node.path(key));
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    List<Place> each() {
        return IntStream.range(0, node.size()).mapToObj(i -> new Place(file, path + "[" + i + "]", node.get(i))).toList();
    }

    <T> List<T> map(Function<Place, T> read) {
        return each().stream().map(read).toList();
    }

    String text() {
        return node.asString("");
    }

    /** One or a list of several; empty where there is nothing. */
    List<String> texts() {
        return node.isArray() ? map(Place::text) : text().isEmpty() ? List.of() : List.of(text());
    }

    boolean isTrue() {
        return node.asBoolean(false);
    }

    /** The value when there is one. @throws PackFault saying {@code otherwise} when there is none */
    <T> T must(Optional<T> value, String otherwise) {
        return value.orElseThrow(() -> fault(otherwise));
    }

    /** @throws PackFault when there is a fault */
    void mustNot(Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw fault(sentence);
        });
    }

    PackFault fault(@Nullable String sentence) {
        return new PackFault(file, path, String.valueOf(sentence));
    }
}
