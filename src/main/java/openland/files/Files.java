package openland.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.apache.tika.Tika;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The store of files, addressed by content: the same bytes are kept once. A file counts as stored when its row is
 * committed; the bytes are on the disk (fsync, rename) before that.
 */
@Service
public class Files {
    /** The largest file, in bytes. */
    public static final long LARGEST = 50L << 20;

    /** What may be published, by content; the name decides only between formats of one container. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
            Map.entry("image/png", "PNG"), Map.entry("image/jpeg", "JPEG"),
            Map.entry("text/plain", "TXT"), Map.entry("text/csv", "CSV"));

    private final Path store;
    private final JdbcClient db;
    private final InstantSource time;
    private final Tika tika = new Tika();

    Files(@Value("${openland.files}") Path folder, JdbcClient db, InstantSource time) throws IOException {
        this.store = java.nio.file.Files.createDirectories(folder.resolve("store"));
        this.db = db;
        this.time = time;
    }

    /** How people call the format of {@code type}. */
    public static String format(String type) {
        return ALLOWED.getOrDefault(type, "文件");
    }

    /**
     * Stores the bytes of {@code in} and closes nothing.
     *
     * @throws Refusal TOO_LARGE above {@link #LARGEST}; INVALID when empty or of a type that is not published
     */
    public StoredFile store(String name, InputStream in) {
        try {
            var part = store.resolve("part-" + UUID.randomUUID());
            try {
                var sha256 = write(part, in);
                var file = new StoredFile(sha256, typeOf(part, name), java.nio.file.Files.size(part));
                keep(part, sha256);
                db.sql("""
                        insert into files_file (sha256, type, size, stored_at) values (:sha256, :type, :size, :now)
                        on conflict (sha256) do nothing""")
                        .param("sha256", sha256).param("type", file.type()).param("size", file.size())
                        .param("now", Timestamp.from(time.instant())).update();
                return file;
            } finally {
                java.nio.file.Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a stored file; the caller closes the stream. Empty when there is none. */
    public Optional<InputStream> open(String sha256) {
        try {
            var path = path(sha256);
            return java.nio.file.Files.exists(path) ? Optional.of(java.nio.file.Files.newInputStream(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Path part, InputStream in) throws IOException {
        try (var out = FileChannel.open(part, CREATE_NEW, WRITE)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 << 10];
            long size = 0;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                size += n;
                if (size > LARGEST) {
                    throw new Refusal(Reason.TOO_LARGE, "文件超过50 MB，请压缩或拆分后再传。");
                }
                digest.update(buffer, 0, n);
                out.write(ByteBuffer.wrap(buffer, 0, n));
            }
            if (size == 0) {
                throw Refusal.invalid("文件是空的。");
            }
            out.force(true);
            return Digests.hex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String typeOf(Path part, String name) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(part)) {
            var type = tika.detect(in, name);
            if (!ALLOWED.containsKey(type)) {
                throw Refusal.invalid("这个文件的内容是“" + type + "”，可以公开的格式有PDF、Word（docx）、Excel（xlsx）、"
                        + "PowerPoint（pptx）、PNG、JPEG、TXT、CSV。");
            }
            return type;
        }
    }

    private void keep(Path part, String sha256) throws IOException {
        var target = path(sha256);
        if (java.nio.file.Files.exists(target)) {
            return;
        }
        java.nio.file.Files.createDirectories(target.getParent());
        java.nio.file.Files.move(part, target, ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.getParent(), READ)) {
            folder.force(true);
        }
    }

    private Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw Refusal.notFound("没有这个文件。");
        }
        return store.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
