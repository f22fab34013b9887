package openland.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Optional;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.ContentStore.LocalFile;
import openland.files.Hidden.Treatment;
import org.springframework.stereotype.Service;

/**
 * The store of files, addressed by content: the same bytes are kept once. A file counts as stored when its row is
 * committed; the bytes are in the {@link ContentStore}, durably, before that. Nothing is stored that could not be looked into.
 */
@Service
public class Files {
    /** The largest file, in bytes. */
    public static final long LARGEST = 50L << 20;
    private static final int MORE_CLEANINGS = 2;

    private final Parts parts;
    private final ContentStore contents;
    private final FileStore files;
    private final Inspecting inspecting;
    private final Quarantine quarantine;
    private final InstantSource time;

    Files(Parts parts, ContentStore contents, FileStore files, Inspecting inspecting, Quarantine quarantine, InstantSource time) {
        this.parts = parts;
        this.contents = contents;
        this.files = files;
        this.inspecting = inspecting;
        this.quarantine = quarantine;
        this.time = time;
    }

    /** How people call the format of a media type: PDF, Word. */
    public String format(String type) {
        return inspecting.label(type).orElse("文件");
    }

    /**
     * Stores the bytes of {@code in} as they are, for officers; closes nothing.
     *
     * @param name what it is called; decides only between formats that cannot be told apart by content
     * @throws Refusal TOO_LARGE above {@link #LARGEST}; INVALID when empty, damaged, encrypted, beyond a ceiling or of a
     *                 type that is not published; UNPROCESSABLE with a virus in it; UNAVAILABLE while too many files are being looked into
     */
    public StoredFile store(String name, InputStream in) {
        try {
            var part = parts.next();
            try (var out = FileChannel.open(part, CREATE_NEW, WRITE)) {
                receive(in, out);
                return take(part, typeOf(part, name));
            } finally {
                java.nio.file.Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its media type. @throws Refusal NOT_FOUND */
    public String type(String sha256) {
        return find(sha256).type();
    }

    /** What is in a stored file. @throws Refusal NOT_FOUND */
    public Inspection inspection(String sha256) {
        return files.inspection(sha256).orElseGet(() -> {
            var file = find(sha256);
            try (var local = local(sha256)) {
                var inspection = inspecting.inspect(local.path(), file.type());
                files.insert(file, inspection, time.instant());
                return inspection;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What is to be seen in a stored file, as one running text. @throws Refusal NOT_FOUND; CONFLICT while nobody may open it */
    public FileText text(String sha256) {
        quarantine.mustBeClean(sha256);
        var content = inspection(sha256).content();
        try (var local = local(sha256)) {
            return new FileText(inspecting.html(local.path(), find(sha256).type()), content.scanned(), content.recognised());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The file as the public gets it: itself when it hides nothing, else a copy without everything that is
     * {@link Treatment#REMOVED}. What is left hidden in it is in its own inspection.
     */
    public StoredFile publicCopy(String original) {
        if (inspection(original).hidden(Treatment.REMOVED).isEmpty()) {
            return find(original);
        }
        return files.copyOf(original).orElseGet(() -> {
            var copy = cleaned(original, false);
            for (int again = 0; again < MORE_CLEANINGS && !inspection(copy.sha256()).hidden(Treatment.REMOVED).isEmpty(); again++) {
                copy = cleaned(copy.sha256(), false);   // what one writing brought to light the next one takes out
            }
            files.link(original, copy.sha256());
            return copy;
        });
    }

    /** The file without everything hidden that the program can take out; an officer has said that it can go. */
    public StoredFile withoutHidden(String original) {
        return cleaned(original, true);
    }

    private StoredFile cleaned(String original, boolean thorough) {
        var type = find(original).type();
        try {
            var part = parts.next();
            try {
                try (var local = local(original); var out = java.nio.file.Files.newOutputStream(part, CREATE_NEW, WRITE)) {
                    inspecting.clean(local.path(), type, thorough, out);
                }
                return take(part, type);
            } finally {
                java.nio.file.Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile find(String sha256) {
        return files.find(sha256).orElseThrow(ContentStore::noSuchFile);
    }

    /** What is known of viruses in a stored file. */
    public Verdict verdict(String sha256) {
        return quarantine.verdict(sha256);
    }

    /** @throws Refusal CONFLICT while nobody may open it */
    public void mustBeClean(String sha256) {
        quarantine.mustBeClean(sha256);
    }

    /** The bytes of a file for somebody; the caller closes the stream. Empty when there is none. @throws Refusal as {@link #mustBeClean} */
    public Optional<InputStream> open(String sha256) {
        quarantine.mustBeClean(sha256);
        return bytes(sha256);
    }

    /** The same for what is public: what was published before there was a scanner stays so unless a virus is found in it. */
    public Optional<InputStream> openPublished(String sha256) {
        quarantine.mustNotBeInfected(sha256);
        return bytes(sha256);
    }

    /** The bytes as they are stored, also in quarantine: to be compared or scanned, never for a reader. Empty when there are none. */
    public Optional<InputStream> bytes(String sha256) {
        try {
            return contents.open(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the bytes are there. @throws Refusal UNAVAILABLE when the store cannot be asked */
    public boolean exists(String sha256) {
        try {
            return contents.exists(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalFile local(String sha256) throws IOException {
        return contents.local(sha256).orElseThrow(ContentStore::noSuchFile);
    }

    private static void receive(InputStream in, FileChannel out) throws IOException {
        var buffer = new byte[64 << 10];
        long size = 0;
        for (int n; (n = in.read(buffer)) >= 0; ) {
            size += n;
            if (size > LARGEST) {
                throw new Refusal(Reason.TOO_LARGE, "文件超过50 MB，请压缩或拆分后再传。");
            }
            out.write(ByteBuffer.wrap(buffer, 0, n));
        }
        if (size == 0) {
            throw Refusal.invalid("文件是空的。");
        }
    }

    /** Looks into the part, makes it durable under its digest, then writes its row. */
    private StoredFile take(Path part, String type) throws IOException {
        var inspection = inspecting.inspect(part, type);
        var file = new StoredFile(digest(part), type, java.nio.file.Files.size(part));
        quarantine.admit(file.sha256(), java.nio.file.Files.newInputStream(part));
        contents.put(part, file.sha256());
        files.insert(file, inspection, time.instant());
        return file;
    }

    private static String digest(Path part) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(part)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 << 10];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, n);
            }
            return Digests.hex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String typeOf(Path part, String name) throws IOException {
        var type = TypeOfContent.of(part, name);
        if (inspecting.label(type).isEmpty()) {
            throw Refusal.invalid("这种文件现在还不能公开，可以公开的格式有" + inspecting.labels() + "。");
        }
        return type;
    }

    /** Deletes the bytes of an infected file. */
    void forget(String sha256) {
        try {
            contents.delete(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
