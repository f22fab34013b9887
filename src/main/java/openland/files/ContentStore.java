package openland.files;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openland.base.Refusal;

/**
 * Where the bytes of files are, under the SHA-256 of their content. Content appears whole or not at all and never changes;
 * what is not a digest is refused like a file that is not there.
 */
interface ContentStore {
    /** Whether the content is there. @throws Refusal UNAVAILABLE when that cannot be found out */
    boolean exists(String sha256) throws IOException;

    /**
     * Stores the bytes of {@code part}, durably, before it returns; the part may be gone afterwards.
     *
     * @param part a finished local file whose digest is {@code sha256}
     * @throws Refusal UNAVAILABLE when the store cannot be reached; then nothing is there
     */
    void put(Path part, String sha256) throws IOException;

    /**
     * The content as a local file, for readers that need one; the caller closes it. Empty when there is none.
     *
     * @throws Refusal UNAVAILABLE when the store cannot be reached or gives less than it has
     */
    Optional<LocalFile> local(String sha256) throws IOException;

    /** The bytes of the content; the caller closes the stream. Empty when there is none. */
    default Optional<InputStream> open(String sha256) throws IOException {
        var local = local(sha256);
        if (local.isEmpty()) {
            return Optional.empty();
        }
        var path = local.get().path();
        return Optional.of(local.get().temporary() ? Files.newInputStream(path, READ, DELETE_ON_CLOSE) : Files.newInputStream(path));
    }

    /** Deletes the content, if it is there: only what nobody has seen yet. @throws Refusal UNAVAILABLE when the store cannot be reached */
    void delete(String sha256) throws IOException;

    /** The name of the content below the store: the first two digits, then the others. */
    static String nameOf(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw noSuchFile();
        }
        return sha256.substring(0, 2) + "/" + sha256.substring(2);
    }

    static Refusal noSuchFile() {
        return Refusal.notFound("没有这个文件。");
    }

    /** A file to read from, and whether it is a copy that goes when it is closed. */
    record LocalFile(Path path, boolean temporary) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        }
    }
}
