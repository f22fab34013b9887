package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openland.base.DurableFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code keys} beside the attachments, shared by all nodes: the log's private keys, and the last note signed
 * with them, which is what tells a database restored from an old backup from the real one.
 */
@Component
class KeyFolder {
    private static final String SIGNED = "ledger-signed";

    private final DurableFolder folder;

    @Autowired
    KeyFolder(@Value("${openland.files}") Path files) {
        this(files, DurableFolder.none());
    }

    KeyFolder(Path files, DurableFolder.Fault fault) {
        this.folder = DurableFolder.secret(files.toAbsolutePath().resolve("keys"), fault);
    }

    /** Where the private half of a key is, or should be: later keys of a type bear their id in their name. */
    Path file(VerifierKey key) {
        return folder.path(name(key));
    }

    private String name(VerifierKey key) {
        var own = first(key.type()) + "-" + key.id();
        return Files.exists(folder.path(own)) ? own : first(key.type());
    }

    /** @throws IllegalArgumentException when the file holds no key of that type */
    Optional<SigningKey> key(VerifierKey key) {
        return read(name(key)).map(pem -> SigningKey.ofPem(key.type(), pem));
    }

    /** The first key of a type, of a start that may have died. @throws IllegalArgumentException */
    Optional<SigningKey> firstKey(KeyType type) {
        return read(first(type)).map(pem -> SigningKey.ofPem(type, pem));
    }

    Path firstFile(KeyType type) {
        return folder.path(first(type));
    }

    void keepFirst(KeyType type, SigningKey key) {
        write(first(type), key.pem());
    }

    /** Beside the first, under its id. */
    void keepNext(VerifierKey key, SigningKey secret) {
        write(first(key.type()) + "-" + key.id(), secret.pem());
    }

    private static String first(KeyType type) {
        return "ledger-" + type.word();
    }

    Path signedFile() {
        return folder.path(SIGNED);
    }

    /** The last note that was signed. */
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
