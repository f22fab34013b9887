package openland.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import openland.base.Refusal.Reason;

/**
 * Encrypts what the database must not show by itself, with AES-256-GCM. The key is a file in the folder {@code keys} beside the
 * attachments, as the ledger's are: who has only the database, or a backup of it, has nothing. What is encrypted is bound to the id
 * of its owner, so that a row that is copied to another opens nothing.
 */
public final class SealingKey {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final DurableFolder folder;
    private final String file;
    private final String lost;

    /**
     * @param files where the shared files lie
     * @param file  the name of the key's file
     * @param lost  what cannot be done without it, as a sentence for people
     */
    public SealingKey(Path files, String file, String lost) {
        this.folder = DurableFolder.secret(files.toAbsolutePath().resolve("keys"), DurableFolder.none());
        this.file = file;
        this.lost = lost;
    }

    /** Makes the key when there is none. To be called by one node at a time, and only while nothing is encrypted. */
    public void make() {
        if (folder.read(file).isEmpty()) {
            folder.write(file, random(KEY));
        }
    }

    public boolean exists() {
        return folder.read(file).isPresent();
    }

    /** A code (HMAC-SHA-256, 32 bytes) that only who has the key can make of the words. */
    public byte[] code(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key().getEncoded(), "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] encrypt(UUID owner, byte[] plain) {
        var nonce = random(NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws Refusal UNAVAILABLE when the key is lost or another, or what was kept was tampered with */
    public byte[] decrypt(UUID owner, byte[] kept) {
        return run(Cipher.DECRYPT_MODE, owner, Arrays.copyOf(kept, NONCE), Arrays.copyOfRange(kept, NONCE, kept.length));
    }

    private byte[] run(int mode, UUID owner, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16).putLong(owner.getMostSignificantBits()).putLong(owner.getLeastSignificantBits()).array());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    private SecretKeySpec key() {
        var key = folder.read(file).filter(bytes -> bytes.length == KEY).orElseThrow(this::unreadable);
        return new SecretKeySpec(key, "AES");
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Refusal unreadable() {
        return new Refusal(Reason.UNAVAILABLE, "密钥文件keys/" + file + "读不到或不是原来的，" + lost + "，请联系运行维护人员恢复该文件。");
    }
}
