package openland.files.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openland.base.Refusal;
import openland.files.Hidden.Kind;

/**
 * Makes a copy of a file, part by part from the main one. Only kinds of parts that {@link Family} names are taken; each
 * gets a new name. What is not taken is noted, and what nothing leads to as well.
 */
final class Copying {
    private static final Set<String> RELATIONS_KEPT = Set.of("officeDocument");

    private final OpenPackage pack;
    private final Family family;
    private final Sweep sweep;
    private final Target target;
    /** From the names in the original to those in the copy. */
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Where parts go: into a new file, into memory, nowhere. */
    interface Target {
        void xml(Part part, List<Link> links) throws IOException;

        void picture(PartKind kind, String name, byte[] bytes) throws IOException;
    }

    /** A relationship of the copy: {@code target} is a name of the copy or, {@code external}, an address. */
    record Link(String id, String type, String target, boolean external) {}

    private Copying(OpenPackage pack, Family family, Sweep sweep, Target target) {
        this.pack = pack;
        this.family = family;
        this.sweep = sweep;
        this.target = target;
    }

    static void run(OpenPackage pack, Family family, Sweep sweep, Target target) throws IOException {
        new Copying(pack, family, sweep, target).run();
    }

    private void run() throws IOException {
        var roots = pack.relations("");
        var main = roots.stream().filter(relation -> relation.type().equals("officeDocument") && !relation.external()).findFirst()
                .orElseThrow(OpenPackage::damaged);
        seen.add("[content_types].xml");
        seen.add("_rels/.rels");
        if (!pack.around().isEmpty()) {
            sweep.finds(Kind.METADATA, "压缩包", pack.around());
        }
        for (var relation : roots) {
            if (!RELATIONS_KEPT.contains(relation.type())) {
                Properties.of(pack, relation, sweep, seen);
                drop(family.main(), relation, "");
            }
        }
        copy(family.main(), main.target());
        orphans();
        family.end(pack, sweep);
    }

    /** What no part leads to is not in the copy; a program may have left it there from earlier. */
    private void orphans() throws IOException {
        for (var name : pack.names()) {
            if (!seen.contains(name.toLowerCase(Locale.ROOT)) && !name.endsWith(".rels")) {
                sweep.finds(Kind.EARLIER_REVISION, "文件里没有用到的部分", name + "\n" + Dropped.text(pack, name));
            }
        }
    }

    private Optional<String> copy(PartKind kind, String source) throws IOException {
        var known = names.get(source.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        seen.add(source.toLowerCase(Locale.ROOT));
        if (kind.relation().equals("image")) {
            return picture(source);
        }
        var tree = family.streams(kind) ? family.skeleton(pack, source) : pack.tree(source);
        if (!tree.root().is(kind.root())) {
            if (kind.equals(family.main())) {
                throw Refusal.invalid("这个文件的内容不是" + family.label() + "，请确认后再传。");
            }
            sweep.finds(Kind.METADATA, "不认识的部分", Dropped.plain(tree.root()));
            return Optional.empty();
        }
        var part = new Part(kind, source, name(kind, source), tree.root());
        if (!tree.aside().isBlank()) {
            sweep.finds(Kind.METADATA, family.place(part), tree.aside());
        }
        sort(part);
        Scrubbing.of(part, sweep, family.place(part));
        family.sweep(part, sweep);
        var links = links(part);
        target.xml(part, links);
        return Optional.of(part.name());
    }

    private String name(PartKind kind, String source) {
        var name = kind.name().contains("%d") ? kind.name().formatted(counts.merge(kind.name(), 1, Integer::sum)) : kind.name();
        names.put(source.toLowerCase(Locale.ROOT), name);
        var file = source.substring(source.lastIndexOf('/') + 1);
        if (!file.matches("[A-Za-z_]+(\\d{0,3}[A-Za-z_]*){0,3}\\d{0,4}\\.[A-Za-z]{2,4}")) {
            sweep.finds(Kind.METADATA, "部分的名称", file);
        }
        return name;
    }

    /** Parts its relationships into those that may stay and the others. */
    private void sort(Part part) throws IOException {
        for (var relation : pack.relations(part.source())) {
            boolean hyperlink = relation.type().equals("hyperlink") && relation.external();
            boolean stays = hyperlink ? Addresses.isPublic(relation.target())
                    : !relation.external() && family.kind(part.kind(), relation).isPresent() && pack.has(relation.target());
            if (stays) {
                part.relations().put(relation.id(), relation);
            } else {
                part.dropped().put(relation.id(), relation);
                drop(part.kind(), relation, family.place(part));
            }
        }
    }

    private void drop(PartKind from, Relation relation, String place) throws IOException {
        if (relation.external()) {
            sweep.finds(Kind.EXTERNAL_LINK, place, relation.target());
            return;
        }
        var meaning = family.dropped(relation).or(() -> Dropped.meaning(relation));
        if (seen.add(relation.target().toLowerCase(Locale.ROOT)) && pack.has(relation.target())) {
            if (meaning.isPresent()) {
                var file = relation.target().substring(relation.target().lastIndexOf('/') + 1);
                sweep.finds(meaning.get().kind(), place.isEmpty() ? meaning.get().place() : place + "：" + meaning.get().place(),
                        file + "\n" + Dropped.text(pack, relation.target()));
            }
            for (var below : pack.relations(relation.target())) {
                if (family.kind(from, below).isEmpty()) {
                    drop(from, below, place);
                } else if (below.type().equals("image") || !below.external() && isBelow(relation)) {
                    seen.add(below.target().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static boolean isBelow(Relation relation) {
        return relation.type().equals("glossaryDocument");
    }

    private List<Link> links(Part part) throws IOException {
        var used = part.used();
        var links = new ArrayList<Link>();
        var ids = new LinkedHashMap<String, String>();
        for (var relation : inOrder(part.relations().values())) {
            var kind = relation.external() ? Optional.<PartKind>empty() : family.kind(part.kind(), relation);
            boolean stays = used.contains(relation.id()) || kind.map(PartKind::always).orElse(false);
            if (stays && !family.leavesOut(part.kind(), relation)) {
                var to = relation.external() ? Optional.of(relation.target()) : copy(kind.orElseThrow(), relation.target());
                to.ifPresent(name -> {
                    var id = relation.id().matches("[A-Za-z_]{1,4}\\d{1,6}") ? relation.id() : "x" + (ids.size() + 1);
                    ids.put(relation.id(), id);
                    links.add(new Link(id, kind.map(PartKind::relationType).orElse(Namespaces.RELATIONS + "/hyperlink"), name, relation.external()));
                });
            } else if (!relation.external()) {
                unused(part, relation);
            }
        }
        part.root().all().forEach(element -> rename(element, ids));
        return links;
    }

    /** Strings that sheets share come after the sheets. */
    private static List<Relation> inOrder(java.util.Collection<Relation> relations) {
        return relations.stream().sorted(java.util.Comparator.comparing(relation -> relation.type().equals("sharedStrings"))).toList();
    }

    private void unused(Part part, Relation relation) throws IOException {
        if (names.containsKey(relation.target().toLowerCase(Locale.ROOT)) || !seen.add(relation.target().toLowerCase(Locale.ROOT))) {
            return;
        }
        if (!family.leavesOut(part.kind(), relation)) {
            sweep.finds(Kind.EARLIER_REVISION, "文件里没有用到的部分", Dropped.text(pack, relation.target()));
        }
        for (var below : pack.relations(relation.target())) {
            if (!below.external()) {
                unused(part, below);
            }
        }
    }

    private static void rename(Xml element, Map<String, String> ids) {
        for (var key : element.keys()) {
            if (Part.isReference(key)) {
                var id = ids.get(element.attr(key));
                if (id != null) {
                    element.set(key, id);
                } else if (!element.attr(key).isEmpty()) {
                    element.unset(key);
                }
            }
        }
    }

    private Optional<String> picture(String source) throws IOException {
        var bytes = pack.bytes(source);
        var clean = Picture.clean(bytes, "图片" + counts.merge("", 1, Integer::sum), sweep);
        if (clean.isEmpty()) {
            sweep.finds(Kind.EMBEDDED, "图片", "不能检查的图片：" + source.substring(source.lastIndexOf('/') + 1));
            return Optional.empty();
        }
        var kind = PartKind.picture(family.folder(), clean.get().extension(), clean.get().contentType());
        var name = name(kind, source);
        target.picture(kind, name, clean.get().bytes());
        return Optional.of(name);
    }
}
