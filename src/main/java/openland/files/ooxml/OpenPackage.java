package openland.files.ooxml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import openland.base.Refusal;
import openland.base.Refusal.Reason;

/** An Open Packaging file, read with ceilings on everything it can inflate. Nothing of it is written to disk. */
final class OpenPackage implements Closeable {
    /** Bytes that one part, and that all parts, may inflate to. */
    static final long LARGEST_PART = 256L << 20;
    private static final long LARGEST_WHOLE = 768L << 20;
    /** What is held as a tree. */
    private static final long LARGEST_TREE = 48L << 20;
    /** Above this size nothing may inflate to more than {@link #MOST_TIMES} its packed size. */
    private static final long SMALL = 4L << 20;
    private static final long MOST_TIMES = 250;

    private final ZipFile zip;
    /** By lower-case name: names are compared without case. */
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final String around;

    private OpenPackage(ZipFile zip, String around) {
        this.zip = zip;
        this.around = around;
    }

    /** @throws Refusal when it is not one, is encrypted, damaged, or beyond a ceiling */
    static OpenPackage open(Path file) throws IOException {
        var directory = ZipDirectory.check(file);
        try {
            var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            var made = new OpenPackage(zip, directory);
            try {
                made.index();
                return made;
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    static Refusal damaged() {
        return Refusal.invalid("文件已损坏或者不完整，打不开。请用Word、Excel或PowerPoint重新另存后再传。");
    }

    static Refusal tooLarge() {
        return new Refusal(Reason.TOO_LARGE, "文件解压后太大（单个部分超过256 MB、合计超过768 MB或压缩比异常），不能接收。请拆分后再传。");
    }

    private void index() {
        long whole = 0;
        for (var entry : java.util.Collections.list(zip.entries())) {
            whole += entry.getSize();
            boolean inflated = entry.getSize() > SMALL && entry.getSize() > MOST_TIMES * Math.max(1, entry.getCompressedSize());
            if (entry.getSize() > LARGEST_PART || whole > LARGEST_WHOLE || inflated) {
                throw tooLarge();
            }
            if (!entry.isDirectory()) {
                entries.put(entry.getName().toLowerCase(Locale.ROOT), entry);
            }
        }
    }

    /** What stands in the container outside its parts: comments, extra fields, bytes before and after. */
    String around() {
        return around;
    }

    Collection<String> names() {
        return entries.values().stream().map(ZipEntry::getName).toList();
    }

    boolean has(String name) {
        return entries.containsKey(name.toLowerCase(Locale.ROOT));
    }

    long size(String name) {
        return entry(name).getSize();
    }

    private ZipEntry entry(String name) {
        var entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw damaged();
        }
        return entry;
    }

    /** The bytes of a part; the stream refuses to give more than was declared. */
    InputStream stream(String name) throws IOException {
        var entry = entry(name);
        return new Counted(zip.getInputStream(entry), entry.getSize());
    }

    byte[] bytes(String name) throws IOException {
        if (size(name) > LARGEST_TREE) {
            throw tooLarge();
        }
        try (var in = stream(name)) {
            return in.readAllBytes();
        } catch (ZipException | java.io.EOFException e) {
            throw damaged();
        }
    }

    XmlReader.Tree tree(String name) throws IOException {
        if (size(name) > LARGEST_TREE) {
            throw tooLarge();
        }
        try (var in = stream(name)) {
            return XmlReader.tree(in);
        }
    }

    /** What a part refers to; of the package itself if the name is empty. */
    List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        var folder = part.substring(0, slash + 1);
        var name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        if (!has(name)) {
            return List.of();
        }
        var relations = new ArrayList<Relation>();
        for (var relation : tree(name).root().children("rel:Relationship")) {
            var type = relation.attr("Type");
            boolean external = relation.attr("TargetMode").equals("External");
            var target = relation.attr("Target");
            relations.add(new Relation(relation.attr("Id"), type.substring(type.lastIndexOf('/') + 1),
                    external ? target : resolved(folder, target), external));
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            var path = URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
            int hash = path.indexOf('#');
            var uri = new URI(null, null, "/" + folder, null).resolve(new URI(null, null, hash < 0 ? path : path.substring(0, hash), null));
            var resolved = uri.normalize().getPath();
            return resolved.startsWith("/") ? resolved.substring(1) : resolved;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    String contentType(String part) throws IOException {
        var types = tree("[Content_Types].xml").root();
        for (var override : types.children("ct:Override")) {
            if (override.attr("PartName").equalsIgnoreCase("/" + part)) {
                return override.attr("ContentType");
            }
        }
        var extension = part.substring(part.lastIndexOf('.') + 1);
        return types.children("ct:Default").stream().filter(type -> type.attr("Extension").equalsIgnoreCase(extension))
                .map(type -> type.attr("ContentType")).findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts, because what an archive says about its sizes may be a lie. */
    private static final class Counted extends java.io.FilterInputStream {
        private long left;

        Counted(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) {
                throw damaged();
            }
        }
    }
}
