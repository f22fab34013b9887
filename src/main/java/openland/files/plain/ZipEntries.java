package openland.files.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of an archive, unpacked one after the other below ceilings that are stated when one is reached. */
final class ZipEntries {
    static final int MOST = 1_000;
    static final long LARGEST = 50L << 20;
    static final long LARGEST_IN_ALL = 500L << 20;
    private static final long MOST_RATIO = 200;
    private static final long SMALL = 1 << 20;

    private final Path archive;
    private long unpacked;

    ZipEntries(Path archive) {
        this.archive = archive;
    }

    /** Gets each file's name and where it is unpacked for as long as the call lasts. */
    interface Visitor {
        void visit(String name, Path file) throws IOException;
    }

    /** In the order of the archive. @throws Refusal when it is damaged, dangerous, or beyond a ceiling */
    void each(Visitor visitor) throws IOException {
        try (var zip = open()) {
            for (var entry : checked(zip)) {
                var file = Files.createTempFile("entry", ".part");
                try {
                    unpack(zip, entry, file);
                    visitor.visit(entry.getName(), file);
                } finally {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Names as they are seen; without folders. */
    List<String> names() throws IOException {
        try (var zip = open()) {
            return checked(zip).stream().map(ZipArchiveEntry::getName).toList();
        }
    }

    ZipFile open() throws IOException {
        try {
            return ZipFile.builder().setPath(archive).setCharset(Charset.forName("GB18030")).setUseUnicodeExtraFields(true).get();
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static Refusal damaged() {
        return Refusal.invalid("压缩包已损坏或不完整，请重新压缩后再传。");
    }

    private static List<ZipArchiveEntry> checked(ZipFile zip) {
        var files = new ArrayList<ZipArchiveEntry>();
        var names = new HashSet<String>();
        var entries = zip.getEntriesInPhysicalOrder();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            mustBeSafe(entry);
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw Refusal.invalid("压缩包里有两个同名的文件“" + shown(entry.getName()) + "”，请重新压缩后再传。");
            }
            if (names.size() > MOST) {
                throw new Refusal(Reason.TOO_LARGE, "压缩包里超过" + MOST + "个文件，请拆分后再传。");
            }
            if (!entry.isDirectory()) {
                files.add(entry);
            }
        }
        if (files.isEmpty()) {
            throw Refusal.invalid("压缩包里没有文件。");
        }
        return files;
    }

    private static void mustBeSafe(ZipArchiveEntry entry) {
        var name = entry.getName();
        boolean path = name.startsWith("/") || name.contains("\\") || name.matches("(?s)^[A-Za-z]:.*") || List.of(name.split("/")).contains("..")
                || name.isBlank() || name.length() > 250 || name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        if (path || entry.isUnixSymlink()) {
            throw Refusal.invalid("压缩包里的文件名“" + shown(name) + "”不安全（路径或链接），请重新压缩后再传。");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.invalid("压缩包加了密码，读者打不开。请去掉密码后再传。");
        }
        if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw Refusal.invalid("压缩包用了少见的压缩方法，请用普通ZIP重新压缩后再传。");
        }
    }

    private static String shown(String name) {
        var plain = name.codePoints().filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(60).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return plain.toString();
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, Path file) throws IOException {
        try (InputStream raw = zip.getInputStream(entry); var in = new CheckedInputStream(raw, new CRC32());
                OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[64 << 10];
            long length = 0;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                length += n;
                unpacked += n;
                mustFit(entry, length);
                out.write(buffer, 0, n);
            }
            if (in.getChecksum().getValue() != entry.getCrc() || length != entry.getSize()) {
                throw damaged();
            }
        } catch (IOException e) {
            throw damaged();
        }
    }

    private void mustFit(ZipArchiveEntry entry, long length) {
        if (length > LARGEST || unpacked > LARGEST_IN_ALL) {
            throw new Refusal(Reason.TOO_LARGE, "压缩包里的文件“" + shown(entry.getName()) + "”解开后超过50 MB，或全部解开后超过500 MB，请拆分后再传。");
        }
        if (length > SMALL && length > MOST_RATIO * Math.max(1, entry.getCompressedSize())) {
            throw Refusal.invalid("压缩包里的文件“" + shown(entry.getName()) + "”压缩得异常厉害（超过200倍），像是压缩炸弹，不能接收。");
        }
    }
}
