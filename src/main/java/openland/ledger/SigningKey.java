package openland.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** One of the log's private keys, kept as PKCS#8 in PEM. */
final class SigningKey {
    private final KeyType type;
    private final AsymmetricKeyParameter key;

    private SigningKey(KeyType type, AsymmetricKeyParameter key) {
        this.type = type;
        this.key = key;
    }

    static SigningKey generate(KeyType type) {
        return new SigningKey(type, type.generate());
    }

    /** @throws IllegalArgumentException when the text holds no key of that type */
    static SigningKey ofPem(KeyType type, String pem) {
        try {
            var key = PrivateKeyFactory.createKey(Pem.decode("PRIVATE KEY", pem));
            if (type.isTypeOf(key)) {
                return new SigningKey(type, key);
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("Not a key of type " + type.word() + " in PKCS#8 PEM.", e);
        }
        throw new IllegalArgumentException("A key in PKCS#8 PEM, but not of type " + type.word() + ".");
    }

    String pem() {
        try {
            return Pem.encode("PRIVATE KEY", PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half under the given name. */
    VerifierKey verifier(String name) {
        return new VerifierKey(name, type, type.publicBytes(key));
    }

    byte[] sign(String text) {
        return type.sign(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The armour around DER (RFC 7468). */
    static final class Pem {
        private Pem() {}

        static String encode(String label, byte[] der) {
            return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END " + label + "-----\n";
        }

        static byte[] decode(String label, String pem) {
            var base64 = pem.replace("-----BEGIN " + label + "-----", "").replace("-----END " + label + "-----", "").replaceAll("\\s", "");
            return Base64.getDecoder().decode(base64);
        }
    }
}
