package openland.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code keys} beside the attachments, shared by all nodes: the log's private key, and the last note signed
 * with it, which is what tells a database restored from an old backup from the real one.
 */
@Component
class KeyFolder {
    private final Path files;
    private final Path folder;

    KeyFolder(@Value("${openland.files}") Path files) {
        this.files = files.toAbsolutePath();
        this.folder = this.files.resolve("keys");
    }

    Path keyFile() {
        return folder.resolve("ledger-ed25519");
    }

    /** @throws IllegalArgumentException when the file holds no key */
    Optional<SigningKey> key() {
        return read(keyFile()).map(SigningKey::ofPem);
    }

    void keep(SigningKey key) {
        write(keyFile(), key.pem());
    }

    Path signedFile() {
        return folder.resolve("ledger-signed");
    }

    /** The last note that was signed with the key. */
    Optional<String> signed() {
        return read(signedFile());
    }

    /** To be called before the note is shown to anyone. */
    void keepSigned(String note) {
        write(signedFile(), note);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Whole or not at all, also when the power fails; readable by the program's user only. */
    private void write(Path file, String text) {
        try {
            createFolder();
            var fresh = Files.createTempFile(folder, ".", ".new"); // mode 600
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(files);
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            flush(files);
        }
    }

    private static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
