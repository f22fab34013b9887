package openland.ledger;

import java.security.SecureRandom;
import openland.base.Digests;

/**
 * Binds a leaf to a content without telling it: who holds salt and content can check, who holds only the leaf cannot
 * guess, not even an identity number. On lawful withdrawal the salt is deleted and the leaf stays.
 *
 * @param c1 SHA-256(salt ‖ content), 64 lower-case hexadecimal digits
 * @param c2 SM3(salt ‖ content), likewise
 */
public record Commitment(String c1, String c2) {
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Commitment {
        mustBeDigest(c1);
        mustBeDigest(c2);
    }

    /** @param salt 16 bytes of {@link #newSalt()}; @param content the published projection as canonical JSON, UTF-8 */
    public static Commitment of(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has 128 bits, this one has " + salt.length * 8 + ".");
        }
        return new Commitment(Digests.hex(Digests.sha256(salt, content)), Digests.hex(Digests.sm3(salt, content)));
    }

    /** 128 random bits. */
    public static byte[] newSalt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static void mustBeDigest(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a digest of 256 bits in lower-case hexadecimal: " + hex);
        }
    }
}
