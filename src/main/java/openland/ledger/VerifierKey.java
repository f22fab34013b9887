package openland.ledger;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import openland.base.Digests;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The public half of one of a log's keys, as C2SP signed-note knows it.
 *
 * @param name      the key's name, which is the log's origin; without blanks and plus signs
 * @param type      how it signs
 * @param publicKey the raw key: 32 bytes of Ed25519, or an uncompressed point of SM2, 65 bytes
 */
public record VerifierKey(String name, KeyType type, byte[] publicKey) {
    public VerifierKey {
        if (name.isEmpty() || !name.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("A key's name has neither blanks nor plus signs: " + name);
        }
        type.publicKey(publicKey);
    }

    /** The key in one line: {@code name+hash+base64}, what verifiers are configured with. */
    public String line() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(type.typed(publicKey));
    }

    /** The key's id, eight hexadecimal digits. */
    public String id() {
        return Digests.hex(hash());
    }

    /** The key as OpenSSL reads it. */
    public String pem() {
        try {
            return SigningKey.Pem.encode("PUBLIC KEY",
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(type.publicKey(publicKey)).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of such a line. @throws IllegalArgumentException when it is none, or its hash does not fit */
    public static VerifierKey parse(String line) {
        var parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a verifier key: " + line);
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        var type = Stream.of(KeyType.values()).filter(known -> known.isTypeOf(typed)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A key of an unknown type: " + line));
        var key = new VerifierKey(parts[0], type, type.untyped(typed));
        if (!key.id().equals(parts[1])) {
            throw new IllegalArgumentException("The key hash does not fit the key: " + line);
        }
        return key;
    }

    /** The four bytes that stand before a signature. */
    byte[] hash() {
        return type.hash(name, publicKey);
    }

    /** Whether {@code signature} over {@code text} was made by this key. */
    boolean verifies(byte[] text, byte[] signature) {
        return type.verifies(publicKey, text, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && type == key.type && Arrays.equals(publicKey, key.publicKey);
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
