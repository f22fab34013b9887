package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code keys} beside the attachments, shared by all nodes: the log's private key, and the last note signed
 * with it, which is what tells a database restored from an old backup from the real one.
 */
@Component
class KeyFolder {
    private static final String KEY = "ledger-ed25519";
    private static final String SIGNED = "ledger-signed";

    private final DurableFolder folder;

    @Autowired
    KeyFolder(@Value("${openland.files}") Path files) {
        this(files, DurableFolder.none());
    }

    KeyFolder(Path files, DurableFolder.Fault fault) {
        this.folder = DurableFolder.secret(files.toAbsolutePath().resolve("keys"), fault);
    }

    Path keyFile() {
        return folder.path(KEY);
    }

    /** @throws IllegalArgumentException when the file holds no key */
    Optional<SigningKey> key() {
        return read(KEY).map(SigningKey::ofPem);
    }

    void keep(SigningKey key) {
        write(KEY, key.pem());
    }

    Path signedFile() {
        return folder.path(SIGNED);
    }

    /** The last note that was signed with the key. */
    Optional<String> signed() {
        return read(SIGNED);
    }

    /** To be called before the note is shown to anyone. */
    void keepSigned(String note) {
        write(SIGNED, note);
    }

    private Optional<String> read(String name) {
        return folder.read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void write(String name, String text) {
        folder.write(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
