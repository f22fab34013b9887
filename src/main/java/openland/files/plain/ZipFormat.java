package openland.files.plain;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.base.Refusal;
import openland.files.FileContent;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.TypeOfContent;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** An archive: each of its files in its own format; an archive in an archive, but not in that one again. */
@Component
class ZipFormat implements Format {
    private static final String TYPE = "application/zip";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ObjectProvider<Format> formats;
    private final boolean nested;

    @Autowired
    ZipFormat(ObjectProvider<Format> formats) {
        this(formats, false);
    }

    private ZipFormat(ObjectProvider<Format> formats, boolean nested) {
        this.formats = formats;
        this.nested = nested;
    }

    @Override
    public Map<String, String> types() {
        return Map.of(TYPE, "ZIP");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var parts = new ArrayList<Part>();
        var entries = new ZipEntries(file);
        parts.add(new Part("压缩包目录", entries.names().stream().<Block>map(Paragraph::new).toList()));
        var scans = new boolean[2];
        entries.each((name, entry) -> {
            var inner = typeOf(entry, name);
            var content = format(inner).read(entry, inner);
            scans[0] |= content.scanned();
            scans[1] |= content.recognised();
            content.parts().forEach(part -> parts.add(new Part(place(name, part.place()), part.blocks())));
        });
        return new FileContent(List.copyOf(parts), scans[0], scans[1]);
    }

    private static String place(String name, String within) {
        return within.isEmpty() ? name : name + " " + within;
    }

    private String typeOf(Path entry, String name) throws IOException {
        try {
            var type = TypeOfContent.of(entry, name);
            if (type.equals(TYPE) && nested) {
                throw Refusal.invalid("压缩包套得太深，请解开后再传。");
            }
            return type;
        } catch (Refusal e) {
            throw Refusal.invalid("压缩包里的“" + name + "”：" + e.sentence());
        }
    }

    private Format format(String type) {
        if (type.equals(TYPE)) {
            return new ZipFormat(formats, true);
        }
        return formats.stream().filter(format -> format.types().containsKey(type)).findFirst()
                .orElseThrow(() -> Refusal.invalid("压缩包里有不能公开的格式。"));
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        var found = new ArrayList<Hidden>();
        around(file, found);
        new ZipEntries(file).each((name, entry) -> {
            var inner = typeOf(entry, name);
            format(inner).hidden(entry, inner).forEach(one -> found.add(new Hidden(one.kind(), place(name, one.place()), one.text())));
        });
        return List.copyOf(found);
    }

    /** What the archive says beside its files: remarks, times, owners, bytes between. */
    private static void around(Path file, List<Hidden> found) throws IOException {
        long length = 22;
        var words = new ArrayList<String>();
        try (ZipFile zip = new ZipEntries(file).open()) {
            for (var all = zip.getEntriesInPhysicalOrder(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                int name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
                length += 30 + name + entry.getCompressedSize() + 16 + 46 + name;
                words.add(entry.getComment() == null ? "" : entry.getComment());
                words.add(new String(entry.getLocalFileDataExtra(), StandardCharsets.UTF_8).replaceAll("\\P{Print}", ""));
                length = entry.isDirectory() || !NO_TIME.equals(entry.getTimeLocal()) ? -1L << 40 : length;
            }
        }
        if (length != Files.size(file)) {
            found.add(new Hidden(Kind.METADATA, "压缩包", String.join(" ", words).strip() + new ZipRest(file).words()));
        }
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(new Unclosed(out))) {
            new ZipEntries(file).each((name, entry) -> {
                var inner = typeOf(entry, name);
                var target = new ZipEntry(name);
                target.setTimeLocal(NO_TIME);
                zip.putNextEntry(target);
                format(inner).clean(entry, inner, thorough, new Unclosed(zip));
                zip.closeEntry();
            });
        }
    }

    /** Whoever writes to it does not close what is not his. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
