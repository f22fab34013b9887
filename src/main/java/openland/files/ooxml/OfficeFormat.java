package openland.files.ooxml;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.files.FileContent;
import openland.files.Format;
import openland.files.Hidden;

/** What the three formats have in common: one walk finds, cleans and gives what is to be read. */
abstract class OfficeFormat implements Format {
    /** For one walk through one file. */
    abstract Family family(OpenPackage pack) throws IOException;

    /** What is to be seen of a file of which only that is left. */
    abstract FileContent content(Family family, Memory memory);

    /** The parts of a copy. */
    record Memory(Map<String, Part> parts, Map<String, List<Copying.Link>> links) {
        Part main(PartKind kind) {
            var main = parts.get(kind.name());
            if (main == null) {
                throw OpenPackage.damaged();
            }
            return main;
        }

        /** The part that {@code id} of {@code from} leads to. */
        java.util.Optional<Part> part(Part from, String id) {
            return links.getOrDefault(from.name(), List.of()).stream().filter(link -> link.id().equals(id) && !link.external())
                    .map(Copying.Link::target).filter(parts::containsKey).map(parts::get).findFirst();
        }

        /** The parts that {@code from} leads to by relationships of {@code type}. */
        List<Part> parts(Part from, String type) {
            return links.getOrDefault(from.name(), List.of()).stream().filter(link -> link.type().endsWith("/" + type))
                    .map(Copying.Link::target).filter(parts::containsKey).map(parts::get).toList();
        }
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        return looked(file, this::content);
    }

    /** What comes of reading a file of which only that is left that is to be seen. */
    <T> T looked(Path file, BiFunction<Family, Memory, T> reading) throws IOException {
        try (var pack = OpenPackage.open(file)) {
            var family = family(pack);
            family.reads();
            var memory = new Memory(new LinkedHashMap<>(), new LinkedHashMap<>());
            Copying.run(pack, family, new Sweep(true), new Copying.Target() {
                @Override
                public void xml(Part part, List<Copying.Link> links) throws IOException {
                    stream(family, part, new Sweep(true), OutputStream.nullOutputStream());
                    memory.parts().put(part.name(), part);
                    memory.links().put(part.name(), links);
                }

                @Override
                public void picture(PartKind kind, String name, byte[] bytes) {}
            });
            return reading.apply(family, memory);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw OpenPackage.damaged();
        }
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        var sweep = new Sweep(true);
        walk(file, sweep, OutputStream.nullOutputStream());
        return sweep.found();
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        walk(file, new Sweep(thorough), out);
    }

    private static boolean stream(Family family, Part part, Sweep sweep, OutputStream out) throws IOException {
        if (family.streams(part.kind())) {
            family.stream(part, sweep, out);
            return true;
        }
        return false;
    }

    private void walk(Path file, Sweep sweep, OutputStream out) throws IOException {
        walk(file, this::family, sweep, out);
    }

    /** Knows what is in a file that has been opened. */
    interface Knowing {
        Family family(OpenPackage pack) throws IOException;
    }

    static void walk(Path file, Knowing knowing, Sweep sweep, OutputStream out) throws IOException {
        try (var pack = OpenPackage.open(file)) {
            var family = knowing.family(pack);
            var archive = new Archive(out, family, sweep);
            archive.begin();
            Copying.run(pack, family, sweep, archive);
            archive.end();
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw OpenPackage.damaged();
        }
    }

    /** Writes the parts of a copy, always in the same order and with the same times. */
    private static final class Archive implements Copying.Target {
        private final ZipOutputStream zip;
        private final Family family;
        private final Sweep sweep;
        private final Xml types = new Xml("ct:Types");

        Archive(OutputStream out, Family family, Sweep sweep) {
            this.zip = new ZipOutputStream(new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() {
                    // the caller's
                }
            }, StandardCharsets.UTF_8);
            this.family = family;
            this.sweep = sweep;
            types.add(new Xml("ct:Default").set("Extension", "rels").set("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            types.add(new Xml("ct:Default").set("Extension", "xml").set("ContentType", "application/xml"));
        }

        void begin() throws IOException {
            var main = family.main();
            relations("_rels/.rels", List.of(new Copying.Link("rId1", main.relationType(), main.name(), false)));
        }

        @Override
        public void xml(Part part, List<Copying.Link> links) throws IOException {
            entry(part.name());
            if (!stream(family, part, sweep, zip)) {
                tree(part.root());
            }
            if (!links.isEmpty()) {
                int slash = part.name().lastIndexOf('/');
                relations(part.name().substring(0, slash) + "/_rels" + part.name().substring(slash) + ".rels", links);
            }
            override(part.name(), part.kind().contentType());
        }

        @Override
        public void picture(PartKind kind, String name, byte[] bytes) throws IOException {
            entry(name);
            zip.write(bytes);
            override(name, kind.contentType());
        }

        private void override(String name, String type) {
            types.add(new Xml("ct:Override").set("PartName", "/" + name).set("ContentType", type));
        }

        private void relations(String name, List<Copying.Link> links) throws IOException {
            var root = new Xml("rel:Relationships");
            for (var link : links) {
                var relation = new Xml("rel:Relationship").set("Id", link.id()).set("Type", link.type())
                        .set("Target", link.external() ? link.target() : "/" + link.target());
                root.add(link.external() ? relation.set("TargetMode", "External") : relation);
            }
            entry(name);
            tree(root);
        }

        private void entry(String name) throws IOException {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
        }

        private void tree(Xml root) throws IOException {
            var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            try {
                XmlWriter.write(writer, root);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.flush();
        }

        void end() throws IOException {
            entry("[Content_Types].xml");
            tree(types);
            zip.finish();
        }
    }
}
