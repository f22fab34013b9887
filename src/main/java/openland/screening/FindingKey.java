package openland.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openland.screening.Finding.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives findings their identity: HMAC-SHA-256 of kind, field and words. The key lies in the folder {@code keys} that
 * nodes share, not in the database: of an identity number a plain digest could be guessed. Lost, it makes earlier
 * overrides void, nothing else.
 */
@Component
class FindingKey {
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    @Autowired
    FindingKey(@Value("${openland.files}") Path files) {
        this(kept(files.toAbsolutePath().resolve("keys")));
    }

    FindingKey(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String identity(Kind kind, String field, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var text = kind.name() + '\n' + field + '\n' + words;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] kept(Path folder) {
        var file = folder.resolve("screening");
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.exists(file)) {
                create(file);
            }
            var key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException(file + " holds no key of " + BYTES + " bytes; delete it, and earlier overrides become void.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of findings in " + folder, e);
        }
    }

    /** Whole or not at all; of two nodes that begin at once one wins. */
    private static void create(Path file) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), ".", ".new"); // mode 600
        try {
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.write(fresh, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException _) {
            Files.deleteIfExists(fresh);
        }
    }
}
