package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An element that can be changed. Names bear the prefix of {@link Namespaces}: {@code w:p}; those of other namespaces
 * begin with {@code ?:}. Elements are at most {@link XmlReader#DEEPEST} deep, so recursion is safe.
 */
final class Xml {
    private String name;
    /** Name, value, name, value …: a document has millions. */
    private List<String> attributes = List.of();
    private List<Object> content = List.of();

    Xml(String name) {
        this.name = name;
    }

    static Xml of(String name, Object... content) {
        var made = new Xml(name);
        for (var piece : content) {
            made.add(piece);
        }
        return made;
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    void rename(String other) {
        name = other;
    }

    /** The value, or empty when there is none. */
    String attr(String key) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(key)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    boolean has(String key) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(key)) {
                return true;
            }
        }
        return false;
    }

    Xml set(String key, String value) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(key)) {
                attributes.set(i + 1, value);
                return this;
            }
        }
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(4);
        }
        attributes.add(key);
        attributes.add(value);
        return this;
    }

    void unset(String key) {
        unsetIf(key::equals);
    }

    void unsetIf(Predicate<String> unwanted) {
        for (int i = attributes.size() - 2; i >= 0; i -= 2) {
            if (unwanted.test(attributes.get(i))) {
                attributes.remove(i + 1);
                attributes.remove(i);
            }
        }
    }

    List<String> keys() {
        var keys = new ArrayList<String>(attributes.size() / 2);
        for (int i = 0; i < attributes.size(); i += 2) {
            keys.add(attributes.get(i));
        }
        return keys;
    }

    /** Elements and strings, in order; not to be changed. */
    List<Object> content() {
        return content;
    }

    void add(Object piece) {
        if (content.isEmpty()) {
            content = new ArrayList<>(3);
        }
        content.add(piece);
    }

    void content(List<?> pieces) {
        content = new ArrayList<>(pieces);
    }

    List<Xml> children() {
        var found = new ArrayList<Xml>(content.size());
        for (var piece : content) {
            if (piece instanceof Xml element) {
                found.add(element);
            }
        }
        return found;
    }

    List<Xml> children(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).toList();
    }

    Optional<Xml> child(String wanted) {
        for (var piece : content) {
            if (piece instanceof Xml element && element.is(wanted)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Down a path of names. */
    Optional<Xml> at(String... path) {
        var here = Optional.of(this);
        for (var step : path) {
            here = here.flatMap(element -> element.child(step));
        }
        return here;
    }

    /** The attribute of an element down a path, or empty. */
    String attrAt(String key, String... path) {
        return at(path).map(element -> element.attr(key)).orElse("");
    }

    /** This and everything below, in order. */
    Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Xml::all));
    }

    List<Xml> all(String wanted) {
        var found = new ArrayList<Xml>();
        collect(wanted, found);
        return found;
    }

    /** How many elements this is, with all below. */
    int size() {
        int size = 1;
        for (var piece : content) {
            size += piece instanceof Xml element ? element.size() : 0;
        }
        return size;
    }

    private void collect(String wanted, List<Xml> found) {
        if (is(wanted)) {
            found.add(this);
        }
        for (var piece : content) {
            if (piece instanceof Xml element) {
                element.collect(wanted, found);
            }
        }
    }

    /** All text below, one piece after the other. */
    String text() {
        var text = new StringBuilder();
        collect(text);
        return text.toString();
    }

    private void collect(StringBuilder text) {
        for (var piece : content) {
            if (piece instanceof Xml element) {
                element.collect(text);
            } else {
                text.append(piece);
            }
        }
    }

    void remove(Predicate<Xml> unwanted) {
        if (!content.isEmpty()) {
            content.removeIf(piece -> piece instanceof Xml element && unwanted.test(element));
        }
    }

    void remove(String unwanted) {
        remove(child -> child.is(unwanted));
    }

    /** Removes everywhere below; the predicate sees an element before what is in it. */
    void prune(Predicate<Xml> unwanted) {
        remove(unwanted);
        children().forEach(child -> child.prune(unwanted));
    }

    /** Puts for each child element what {@code change} makes of it: itself, nothing, its content. */
    void replace(Function<Xml, List<?>> change) {
        if (content.isEmpty()) {
            return;
        }
        var changed = new ArrayList<Object>(content.size());
        for (var piece : content) {
            if (piece instanceof Xml element) {
                changed.addAll(change.apply(element));
            } else {
                changed.add(piece);
            }
        }
        content = changed;
    }

    @Override
    public String toString() {
        return name + attributes + content;
    }
}
