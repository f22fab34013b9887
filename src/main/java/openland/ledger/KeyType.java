package openland.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import openland.base.Digests;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** The two ways in which a checkpoint is signed: one that the world's tools verify, and China's own (GB/T 32918, GB/T 32905). */
public enum KeyType {
    /** RFC 8032; the type 0x01 of C2SP signed-note. */
    ED25519(new byte[] {1}, Ed25519PublicKeyParameters.KEY_SIZE),
    /** SM2 with SM3 and the usual id, signature in DER. C2SP has no type for it, so: 0xff and a name. */
    SM2(named("openland/sm2-with-sm3"), 65);

    private static final ECNamedDomainParameters CURVE =
            new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));
    private static final byte[] ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] prefix;
    private final int length;

    KeyType(byte[] prefix, int length) {
        this.prefix = prefix;
        this.length = length;
    }

    private static byte[] named(String name) {
        var bytes = ("\0" + name).getBytes(StandardCharsets.US_ASCII);
        bytes[0] = (byte) 0xff;
        return bytes;
    }

    /** In file names and in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The type and then the key, as they stand in a verifier key and are hashed into its id. */
    byte[] typed(byte[] publicKey) {
        var typed = Arrays.copyOf(prefix, prefix.length + publicKey.length);
        System.arraycopy(publicKey, 0, typed, prefix.length, publicKey.length);
        return typed;
    }

    /** Whether those bytes are a typed key of this type. */
    boolean isTypeOf(byte[] typed) {
        return typed.length == prefix.length + length && Arrays.equals(Arrays.copyOf(typed, prefix.length), prefix);
    }

    byte[] untyped(byte[] typed) {
        return Arrays.copyOfRange(typed, prefix.length, typed.length);
    }

    /** The key of these bytes: 32 of Ed25519, or an uncompressed point of 65. @throws IllegalArgumentException when they are none */
    AsymmetricKeyParameter publicKey(byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("A key of type " + word() + " has " + length + " bytes, this one has " + bytes.length + ".");
        }
        return this == ED25519 ? new Ed25519PublicKeyParameters(bytes, 0)
                : new ECPublicKeyParameters(CURVE.getCurve().decodePoint(bytes), CURVE);
    }

    AsymmetricKeyParameter generate() {
        return this == ED25519 ? new Ed25519PrivateKeyParameters(RANDOM)
                : new ECPrivateKeyParameters(BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.TWO), RANDOM), CURVE);
    }

    boolean isTypeOf(AsymmetricKeyParameter key) {
        return this == ED25519 ? key instanceof Ed25519PrivateKeyParameters
                : key instanceof ECPrivateKeyParameters ec && ec.getParameters().getCurve().equals(CURVE.getCurve());
    }

    byte[] publicBytes(AsymmetricKeyParameter secret) {
        return this == ED25519 ? ((Ed25519PrivateKeyParameters) secret).generatePublicKey().getEncoded()
                : new FixedPointCombMultiplier().multiply(CURVE.getG(), ((ECPrivateKeyParameters) secret).getD()).normalize().getEncoded(false);
    }

    byte[] sign(AsymmetricKeyParameter secret, byte[] text) {
        try {
            var signer = signer(true, this == SM2 ? new ParametersWithRandom(secret, RANDOM) : secret);
            signer.update(text, 0, text.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] key, byte[] text, byte[] signature) {
        var signer = signer(false, publicKey(key));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private Signer signer(boolean signs, CipherParameters key) {
        Signer signer = this == ED25519 ? new Ed25519Signer() : new SM2Signer();
        signer.init(signs, this == ED25519 ? key : new ParametersWithID(key, ID));
        return signer;
    }

    /** The four bytes before a signature of C2SP signed-note: the beginning of SHA-256(name ‖ 0x0A ‖ type ‖ key). */
    byte[] hash(String name, byte[] publicKey) {
        return Arrays.copyOf(Digests.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed(publicKey)), 4);
    }
}
