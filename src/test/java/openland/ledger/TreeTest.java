package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots and proofs against sigstore-java and against the RFC's own definitions. */
class TreeTest {
    private static final List<byte[]> HASHES = IntStream.range(0, 10_000).mapToObj(TreeTest::leaf).map(Leaf::hash).toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 1000, 10_000})
    void others_accept_our_root_and_our_inclusion_proofs(int size) throws Exception {
        var tree = tree(size);
        assertThat(tree.root()).isEqualTo(Rfc6962.mth(HASHES.subList(0, size)));
        for (int index : someOf(size)) {
            var proof = tree.inclusion(index);
            assertThat(proof).usingRecursiveComparison().isEqualTo(Rfc6962.path(index, HASHES.subList(0, size)));
            assertThat(Rfc6962.includes(HASHES.get(index), index, size, proof, tree.root())).isTrue();
            InclusionProofVerifier.verify(HASHES.get(index), index, size, proof, tree.root());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 1000, 10_000})
    void others_refuse_a_proof_in_which_anything_was_changed(int size) {
        var tree = tree(size);
        for (int index : someOf(size)) {
            var leaf = HASHES.get(index);
            var proof = tree.inclusion(index);
            mustBeRefused(flipped(leaf), index, size, proof, tree.root());
            mustBeRefused(leaf, index, size, proof, flipped(tree.root()));
            if ((index ^ 1) < size) {
                mustBeRefused(leaf, index ^ 1, size, proof, tree.root());
            }
            // sigstore-java compares neither the index with the size nor the length of the path; there the size is held by the
            // checkpoint's signature alone (CheckpointTest)
            assertThat(Rfc6962.includes(leaf, size, size, proof, tree.root())).isFalse();
            assertThat(Rfc6962.includes(leaf, index, 2L * size + 1, proof, tree.root())).isFalse();
            for (int i = 0; i < proof.size(); i++) {
                var changed = new ArrayList<>(proof);
                changed.set(i, flipped(proof.get(i)));
                mustBeRefused(leaf, index, size, changed, tree.root());
                var shorter = new ArrayList<>(proof);
                shorter.remove(i);
                mustBeRefused(leaf, index, size, shorter, tree.root());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 1000, 10_000})
    void the_second_implementation_accepts_our_consistency_proofs_and_refuses_changed_ones(int size) {
        var tree = tree(size);
        for (int first : new int[] {1, 2, 3, 4, 7, 8, 255, 256, 257, 999, size - 1, size}) {
            if (first < 1 || first > size) {
                continue;
            }
            var proof = tree.consistency(first);
            var firstRoot = tree(first).root();
            assertThat(proof).usingRecursiveComparison().isEqualTo(Rfc6962.proof(first, HASHES.subList(0, size)));
            assertThat(Rfc6962.consistent(first, size, proof, firstRoot, tree.root())).isTrue();
            assertThat(Rfc6962.consistent(first, size, proof, flipped(firstRoot), tree.root())).isFalse();
            assertThat(Rfc6962.consistent(first, size, proof, firstRoot, flipped(tree.root()))).isFalse();
            for (int i = 0; i < proof.size(); i++) {
                var changed = new ArrayList<>(proof);
                changed.set(i, flipped(proof.get(i)));
                assertThat(Rfc6962.consistent(first, size, changed, firstRoot, tree.root())).isFalse();
            }
        }
    }

    @Test
    void a_tree_grows_from_its_kept_frontier_to_the_same_root() {
        var grown = new CompactRange();
        for (int size = 0; size < 300; size++) {
            assertThat(grown.root()).isEqualTo(Rfc6962.mth(HASHES.subList(0, size)));
            grown = CompactRange.decode(size, grown.encoded()).append(HASHES.get(size));
        }
        assertThatThrownBy(() -> CompactRange.decode(7, new byte[64])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proofs_beyond_the_tree_do_not_exist() {
        assertThatThrownBy(() -> tree(7).inclusion(7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(7).inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(7).consistency(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(7).consistency(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void mustBeRefused(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        assertThat(Rfc6962.includes(leaf, index, size, proof, root)).isFalse();
        assertThatThrownBy(() -> InclusionProofVerifier.verify(leaf, index, size, proof, root))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    private static Tree tree(int size) {
        return new Tree(HASHES.subList(0, size));
    }

    private static int[] someOf(int size) {
        return IntStream.of(0, 1, size / 2, size - 2, size - 1).filter(i -> i >= 0 && i < size).distinct().toArray();
    }

    private static byte[] flipped(byte[] bytes) {
        var copy = bytes.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    private static Leaf leaf(int number) {
        return Leaf.of(LeafType.PUBLISH, "520000", "520000-2026-" + number, 1, Instant.ofEpochSecond(number), null);
    }
}
