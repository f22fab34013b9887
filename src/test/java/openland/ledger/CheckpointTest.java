package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.rekor.client.Checkpoints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import openland.base.Digests;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ORIGIN = "demo.openland";
    private static final SigningKey KEY = SigningKey.generate(KeyType.ED25519);
    private static final VerifierKey VERIFIER = KEY.verifier(ORIGIN);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 7, 8, 255, 256, 257, 1000, 10_000})
    void sigstore_reads_our_note_and_another_library_accepts_its_signature(long size) throws Exception {
        var root = Digests.sha256(Long.toString(size).getBytes(StandardCharsets.UTF_8));
        var read = Checkpoints.from(new Checkpoint(ORIGIN, size, root).signedBy(KEY));
        assertThat(read.getOrigin()).isEqualTo(ORIGIN);
        assertThat(read.getSize()).isEqualTo(size);
        assertThat(Base64.getDecoder().decode(read.getBase64Hash())).isEqualTo(root);
        var signature = read.getSignatures().getFirst();
        assertThat(signature.getIdentity()).isEqualTo(ORIGIN);
        assertThat(signature.getKeyHint()).isEqualTo(keyHash());
        assertThat(bouncyCastleVerifies(read.getSignedData(), signature.getSignature())).isTrue();
        assertThat(bouncyCastleVerifies(read.getSignedData() + " ", signature.getSignature())).isFalse();
    }

    @Test
    void a_signed_note_opens_to_what_was_signed() {
        var checkpoint = checkpoint();
        assertThat(Checkpoint.open(checkpoint.signedBy(KEY), VERIFIER).sameAs(checkpoint)).isTrue();
    }

    @Test
    void a_note_in_which_any_sign_was_changed_is_refused() {
        var note = checkpoint().signedBy(KEY);
        for (int i = 0; i < note.length(); i++) {
            var changed = new StringBuilder(note);
            changed.setCharAt(i, note.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Checkpoint.open(changed.toString(), VERIFIER)).as("sign %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_note_of_another_log_or_another_key_is_refused() {
        var note = checkpoint().signedBy(KEY);
        assertThatThrownBy(() -> Checkpoint.open(note, KEY.verifier("other.example"))).hasMessageContaining("not signed by");
        assertThatThrownBy(() -> Checkpoint.open(note, SigningKey.generate(KeyType.ED25519).verifier(ORIGIN))).hasMessageContaining("not signed by");
        var disguised = new Checkpoint("other.example", 1, new byte[32]).signedBy(KEY).replace("— other.example", "— " + ORIGIN);
        assertThatThrownBy(() -> Checkpoint.open(disguised, VERIFIER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void further_signatures_of_unknown_keys_do_not_disturb() {
        var note = checkpoint().signedBy(KEY) + "— witness.example " + Base64.getEncoder().encodeToString(new byte[68]) + "\n";
        assertThat(Checkpoint.open(note, VERIFIER).size()).isEqualTo(17);
    }

    @Test
    void a_key_survives_its_line_and_its_file() {
        assertThat(VerifierKey.parse(VERIFIER.line())).isEqualTo(VERIFIER);
        assertThat(VERIFIER.line()).startsWith(ORIGIN + "+" + Digests.hex(keyHash()) + "+");
        assertThat(SigningKey.ofPem(KeyType.ED25519, KEY.pem()).verifier(ORIGIN)).isEqualTo(VERIFIER);
        assertThatThrownBy(() -> VerifierKey.parse(VERIFIER.line().replace(ORIGIN, "other"))).hasMessageContaining("hash");
    }

    /** The vector of golang.org/x/mod/sumdb/note: the key PeterNeumann of its documentation. */
    @Test
    void the_note_in_the_documentation_of_go_verifies() throws Exception {
        var key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var signature = Base64.getDecoder().decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        assertThat(Arrays.copyOf(signature, 4)).isEqualTo(key.hash());
        assertThat(key.verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signature, 4, signature.length))).isTrue();
    }

    @Test
    void with_two_keys_both_lines_must_be_there_and_right() {
        var sm2 = SigningKey.generate(KeyType.SM2);
        var keys = List.of(VERIFIER, sm2.verifier(ORIGIN));
        var note = checkpoint().signedBy(KEY, sm2);
        assertThat(Checkpoint.open(note, keys).sameAs(checkpoint())).isTrue();
        assertThat(Checkpoint.open(note, VERIFIER).sameAs(checkpoint())).isTrue();
        assertThatThrownBy(() -> Checkpoint.open(checkpoint().signedBy(KEY), keys)).hasMessageContaining("not signed by");
        assertThatThrownBy(() -> Checkpoint.open(checkpoint().signedBy(sm2), keys)).hasMessageContaining("not signed by");
        for (int i = 0; i < note.length(); i++) {
            var changed = new StringBuilder(note);
            changed.setCharAt(i, note.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Checkpoint.open(changed.toString(), keys)).as("sign %d", i).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_SM2_key_survives_its_line_and_its_file() {
        var key = SigningKey.generate(KeyType.SM2);
        var verifier = key.verifier(ORIGIN);
        assertThat(VerifierKey.parse(verifier.line())).isEqualTo(verifier);
        assertThat(SigningKey.ofPem(KeyType.SM2, key.pem()).verifier(ORIGIN)).isEqualTo(verifier);
        assertThatThrownBy(() -> SigningKey.ofPem(KeyType.ED25519, key.pem())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofPem(KeyType.SM2, KEY.pem())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VerifierKey(ORIGIN, KeyType.SM2, new byte[65])).isInstanceOf(IllegalArgumentException.class);
    }

    /** GB/T 32918.5, annex A.2: the key and the signature of "message digest" over the recommended curve. */
    @Test
    void the_signature_in_the_standard_of_SM2_verifies() {
        var key = HexFormat.of().parseHex("04" + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
        var signature = HexFormat.of().parseHex("3046" + "022100" + "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "022100" + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
        var text = "message digest".getBytes(StandardCharsets.UTF_8);
        assertThat(KeyType.SM2.verifies(key, text, signature)).isTrue();
        assertThat(KeyType.SM2.verifies(key, "message digesT".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    }

    private static Checkpoint checkpoint() {
        return new Checkpoint(ORIGIN, 17, Digests.sha256(new byte[] {1}));
    }

    private static byte[] keyHash() {
        try {
            var bytes = ByteBuffer.allocate(ORIGIN.length() + 2 + 32)
                    .put(ORIGIN.getBytes(StandardCharsets.UTF_8)).put((byte) 0x0a).put((byte) 1).put(VERIFIER.publicKey());
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes.array()), 4);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean bouncyCastleVerifies(String text, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(VERIFIER.publicKey(), 0));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }
}
