package openland.files.ooxml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A part on its way into the copy. */
final class Part {
    private final PartKind kind;
    private final String source;
    private final String name;
    private final Xml root;
    /** By id: what may stay if it is still referred to. */
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    /** By id: what may not. */
    private final Map<String, Relation> dropped = new LinkedHashMap<>();

    Part(PartKind kind, String source, String name, Xml root) {
        this.kind = kind;
        this.source = source;
        this.name = name;
        this.root = root;
    }

    PartKind kind() {
        return kind;
    }

    /** The name in the original. */
    String source() {
        return source;
    }

    /** The name in the copy. */
    String name() {
        return name;
    }

    /** 1 for {@code slide1.xml}. */
    int number() {
        var digits = name.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    Xml root() {
        return root;
    }

    Map<String, Relation> relations() {
        return relations;
    }

    Map<String, Relation> dropped() {
        return dropped;
    }

    boolean leadsTo(String id, String type) {
        var relation = relations.get(id);
        return relation != null && relation.type().equals(type);
    }

    /** The ids of relationships that some element still names. */
    Set<String> used() {
        var used = new TreeSet<String>();
        root.all().forEach(element -> {
            for (var key : element.keys()) {
                if (isReference(key)) {
                    used.add(element.attr(key));
                }
            }
        });
        return used;
    }

    static boolean isReference(String key) {
        return key.startsWith("r:") || key.equals("o:relid") || key.equals("relId");
    }
}
