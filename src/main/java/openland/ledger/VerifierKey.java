package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import openland.base.Digests;

/**
 * The public half of a log's key, as C2SP signed-note knows it.
 *
 * @param name      the key's name, which is the log's origin; without blanks and plus signs
 * @param publicKey the raw Ed25519 key, 32 bytes
 */
public record VerifierKey(String name, byte[] publicKey) {
    private static final byte ED25519 = 1;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (name.isEmpty() || !name.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("A key's name has neither blanks nor plus signs: " + name);
        }
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, this one has " + publicKey.length + ".");
        }
    }

    /** The key in one line: {@code name+hash+base64}, what verifiers are configured with. */
    public String line() {
        return name + "+" + Digests.hex(hash()) + "+" + Base64.getEncoder().encodeToString(typedKey());
    }

    /** The key of such a line. @throws IllegalArgumentException when it is none, or its hash does not fit */
    public static VerifierKey parse(String line) {
        var parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a verifier key: " + line);
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + line);
        }
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!Digests.hex(key.hash()).equals(parts[1])) {
            throw new IllegalArgumentException("The key hash does not fit the key: " + line);
        }
        return key;
    }

    /** The four bytes that stand before a signature: the beginning of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key). */
    byte[] hash() {
        return Arrays.copyOf(Digests.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey()), 4);
    }

    /** Whether {@code signature} over {@code text} was made by this key. */
    boolean verifies(byte[] text, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(jdkKey());
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private PublicKey jdkKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + publicKey.length);
        System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, publicKey.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private byte[] typedKey() {
        var typed = new byte[1 + publicKey.length];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return line();
    }
}
