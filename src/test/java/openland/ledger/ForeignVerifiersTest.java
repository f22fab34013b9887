package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others accept every proof at ten sizes and refuse each of a thousand in which something was changed. */
class ForeignVerifiersTest {
    private static final int[] SIZES = {1, 2, 3, 7, 8, 255, 256, 257, 1000, 10_000};
    private static final int CHANGES = 1000;
    private static final int SHELLS = 4;
    private static final long SEED = 20261122;

    /** Proofs at all sizes; changed ones beside them, which every verifier of Ed25519 or of SM2 must refuse. */
    private static final List<ForeignCase> GOOD = new ArrayList<>();
    private static final List<ForeignCase> CHANGED = new ArrayList<>();
    private static final List<ForeignCase> CHANGED_FOR_SM2 = new ArrayList<>();

    @BeforeAll
    static void makeCases() {
        var random = new Random(SEED);
        var leaves = IntStream.range(0, 10_000).mapToObj(i -> "{\"edition\":1,\"issuer\":\"520000\",\"number\":" + i + "}").toList();
        for (int size : SIZES) {
            var hashes = leaves.subList(0, size).stream().map(Leaf::hash).toList();
            var tree = new TileTree(size, tile -> TreeTest.tile(hashes, tile));
            var note = new Checkpoint(ForeignCase.ORIGIN, size, tree.root()).signedBy(ForeignCase.ED25519, ForeignCase.SM2);
            var cases = LongStream.concat(LongStream.of(0, size - 1, size / 2), random.longs(20, 0, size)).distinct()
                    .mapToObj(index -> ForeignCase.of(tree, index, leaves.get((int) index), note)).toList();
            GOOD.addAll(cases);
            for (int i = 0; i < CHANGES / SIZES.length; i++) {
                var good = cases.get(random.nextInt(cases.size()));
                CHANGED.add(good.changed(random, size));
                CHANGED_FOR_SM2.add(random.nextBoolean() ? good.withText(random) : good.withSignature(random, 1));
            }
        }
        assertThat(CHANGED).hasSize(CHANGES);
    }

    @Test
    void Go_accepts_every_proof_and_refuses_every_changed_one() {
        var go = Foreign.go();
        assertThat(Foreign.ask(go, json(GOOD))).hasSameSizeAs(GOOD).containsOnly("1");
        assertThat(Foreign.ask(go, json(CHANGED))).hasSameSizeAs(CHANGED).allMatch(answer -> answer.startsWith("0 "));
    }

    @Test
    void sigstore_for_npm_accepts_every_proof_and_refuses_every_changed_one() {
        var node = Foreign.node();
        assertThat(Foreign.ask(node, json(GOOD))).hasSameSizeAs(GOOD).containsOnly("1");
        assertThat(Foreign.ask(node, json(CHANGED))).hasSameSizeAs(CHANGED).containsOnly("0");
    }

    @Test
    void sm_crypto_accepts_every_signature_of_SM2_and_refuses_every_changed_one() {
        var node = Foreign.node("sm2");
        var oneOfEachSize = GOOD.stream().collect(Collectors.toMap(ForeignCase::note, good -> good, (first, _) -> first)).values();
        assertThat(Foreign.ask(node, json(List.copyOf(oneOfEachSize)))).hasSize(SIZES.length).containsOnly("1");
        assertThat(Foreign.ask(node, json(CHANGED_FOR_SM2))).hasSize(CHANGES).containsOnly("0");
    }

    @Test
    void sigstore_for_java_accepts_every_proof_and_refuses_every_changed_one() {
        assertThat(GOOD).allMatch(ForeignVerifiersTest::sigstoreAccepts);
        assertThat(CHANGED).noneMatch(ForeignVerifiersTest::sigstoreAccepts);
    }

    @Test
    void our_own_verifier_agrees_with_them() {
        var keys = List.of(ForeignCase.ED25519.verifier(ForeignCase.ORIGIN), ForeignCase.SM2.verifier(ForeignCase.ORIGIN));
        assertThat(GOOD).allMatch(good -> weAccept(good, keys));
        assertThat(CHANGED).noneMatch(changed -> weAccept(changed, keys));
        assertThat(CHANGED_FOR_SM2).noneMatch(changed -> weAccept(changed, keys));
    }

    /** A few shells for all: OpenSSL has no way to verify many. */
    @Test
    void OpenSSL_accepts_both_signatures_at_every_size_and_refuses_changed_ones(@TempDir Path folder) throws Exception {
        Foreign.openssl();
        Files.writeString(folder.resolve("sm2.pem"), ForeignCase.SM2.verifier(ForeignCase.ORIGIN).pem());
        Files.writeString(folder.resolve("ed25519.pem"), ForeignCase.ED25519.verifier(ForeignCase.ORIGIN).pem());
        var good = GOOD.stream().map(ForeignCase::note).distinct().toList();
        var sm2 = ForeignCase.SM2.verifier(ForeignCase.ORIGIN);
        var random = new Random(SEED);
        var changed = Stream.generate(() -> GOOD.get(random.nextInt(GOOD.size())))
                .map(one -> (random.nextBoolean() ? one.withText(random) : one.withSignature(random, 1)).note()).distinct()
                .filter(note -> Arrays.equals(Arrays.copyOf(signature(note, 1), 4), sm2.hash())).limit(CHANGES).toList();
        assertThat(good).hasSize(SIZES.length);
        assertThat(verified(folder, good, 0, "ed25519.pem", "")).hasSize(SIZES.length).containsOnly("0");
        assertThat(verified(folder, good, 1, "sm2.pem", "-digest sm3 -pkeyopt distid:1234567812345678")).hasSize(SIZES.length).containsOnly("0");
        assertThat(verified(folder, changed, 1, "sm2.pem", "-digest sm3 -pkeyopt distid:1234567812345678"))
                .hasSize(CHANGES).doesNotContain("0");
    }

    private static byte[] signature(String note, int line) {
        return Base64.getDecoder().decode(note.substring(note.lastIndexOf("\n\n") + 2).lines().toList().get(line).split(" ")[2]);
    }

    private static List<String> verified(Path folder, List<String> notes, int line, String key, String options) throws Exception {
        var scripts = IntStream.range(0, SHELLS).mapToObj(_ -> new StringBuilder()).toList();
        for (int i = 0; i < notes.size(); i++) {
            var note = notes.get(i);
            int split = note.lastIndexOf("\n\n");
            var signature = signature(note, line);
            Files.writeString(folder.resolve(i + ".txt"), note.substring(0, split + 1));
            Files.write(folder.resolve(i + ".sig"), Arrays.copyOfRange(signature, 4, signature.length));
            scripts.get(i % SHELLS).append("openssl pkeyutl -verify -pubin -inkey %s -rawin %s -in %d.txt -sigfile %d.sig >/dev/null 2>&1; echo $?%n"
                    .formatted(key, options, i, i));
        }
        return scripts.parallelStream().flatMap(script -> Foreign.run(folder, script.toString(), "sh").lines()).toList();
    }

    private static boolean sigstoreAccepts(ForeignCase proof) {
        try {
            var read = Checkpoints.from(proof.note());
            var key = ForeignCase.ED25519.verifier(ForeignCase.ORIGIN);
            boolean signed = read.getSignatures().stream().anyMatch(signature -> signature.getIdentity().equals(key.name())
                    && Arrays.equals(signature.getKeyHint(), key.hash()) && verifies(key, read.getSignedData(), signature.getSignature()));
            InclusionProofVerifier.verify(Leaf.hash(new String(proof.leaf(), StandardCharsets.ISO_8859_1)), proof.index(), read.getSize(),
                    proof.hashes(), Base64.getDecoder().decode(read.getBase64Hash()));
            return signed && read.getOrigin().equals(ForeignCase.ORIGIN);
        } catch (Exception _) {
            return false;
        }
    }

    private static boolean verifies(VerifierKey key, String text, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key.publicKey(), 0));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }

    private static boolean weAccept(ForeignCase proof, List<VerifierKey> keys) {
        try {
            var checkpoint = Checkpoint.open(proof.note(), keys);
            var signed = new SignedCheckpoint(checkpoint.size(), checkpoint.root(), proof.note(), TestLog.TIME);
            return new Inclusion(proof.index(), new String(proof.leaf(), StandardCharsets.ISO_8859_1), proof.hashes(), signed).holds();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static List<Map<String, Object>> json(List<ForeignCase> cases) {
        return cases.stream().map(ForeignCase::json).toList();
    }
}
