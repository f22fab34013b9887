package openland.office;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import openland.base.DurableFolder;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of second factors with AES-256-GCM. The key is in the folder {@code keys} beside the attachments,
 * as the ledger's are: who has only the database, or a backup of it, has no secret. A secret is bound to its officer, so
 * a row that is copied to another's account opens nothing.
 */
@Component
class FactorKey {
    static final String FILE = "second-factor";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final DurableFolder folder;

    FactorKey(@Value("${openland.files}") Path files) {
        this.folder = DurableFolder.secret(files.toAbsolutePath().resolve("keys"), DurableFolder.none());
    }

    /** Makes the key when there is none. To be called by one node at a time, and only while no secret is kept. */
    void make() {
        if (folder.read(FILE).isEmpty()) {
            folder.write(FILE, random(KEY));
        }
    }

    byte[] encrypt(UUID officer, byte[] secret) {
        var nonce = random(NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, officer, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws Refusal UNAVAILABLE when the key is lost or another, or the row was tampered with */
    byte[] decrypt(UUID officer, byte[] kept) {
        return run(Cipher.DECRYPT_MODE, officer, Arrays.copyOf(kept, NONCE), Arrays.copyOfRange(kept, NONCE, kept.length));
    }

    private byte[] run(int mode, UUID officer, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16).putLong(officer.getMostSignificantBits())
                    .putLong(officer.getLeastSignificantBits()).array());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    private SecretKeySpec key() {
        var key = folder.read(FILE).filter(bytes -> bytes.length == KEY).orElseThrow(FactorKey::unreadable);
        return new SecretKeySpec(key, "AES");
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Refusal unreadable() {
        return new Refusal(Reason.UNAVAILABLE, "动态口令的密钥文件keys/" + FILE + "读不到或不是原来的，暂时不能核对动态口令，请联系运行维护人员恢复该文件。");
    }
}
