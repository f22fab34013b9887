package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots and proofs read from tiles, against sigstore-java and against the RFC's own definitions. */
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

    /** The tree of C2SP's own example: 273 full tiles of level 0, a partial one of 112; one full of level 1, one of 17; one of level 2. */
    @Test
    void a_tree_of_seventy_thousand_leaves_has_these_tiles() {
        long size = 70_000;
        for (var path : List.of("0/000", "0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1", "entries/273.p/112", "0/273.p/1")) {
            assertThat(Tile.parse(path)).as(path).hasValueSatisfying(tile -> assertThat(tile.isIn(size)).isTrue());
            assertThat(Tile.parse(path).orElseThrow().path()).isEqualTo(path);
        }
        for (var path : List.of("0/273", "0/273.p/113", "0/274.p/1", "1/001", "1/001.p/18", "2/000", "2/000.p/2", "3/000.p/1", "63/000.p/1",
                "entries/274.p/1", "0/x999/x999/x999/x999/x999/999")) {
            assertThat(Tile.parse(path)).as(path).hasValueSatisfying(tile -> assertThat(tile.isIn(size)).isFalse());
        }
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(Tile.widest(0, 273, size)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.widest(1, 0, size).isFull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/", "0/0", "0/00", "0/0000", "0/-01", "-1/000", "64/000", "00/000", "0/x000/000", "0/x01/000", "0/001/000",
        "0/x001/x234", "0/000.p/0", "0/000.p/01", "0/000.p/256", "0/000.p/999", "0/000.p/1000", "0/000.p/-1", "0/000.p/", "0/000.p", "0/000/",
        "0/12345678901234567890", "0/x123/x456/x789/x012/x345/x678/901", "data/000", "entries/00", "0/000.p/1/", "0//000", "0/../0/000", "0/000\n"})
    void what_is_no_name_of_a_tile_is_none(String path) {
        assertThat(Tile.parse(path)).isEmpty();
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

    private static TileTree tree(int size) {
        return new TileTree(size, tile -> tile(HASHES.subList(0, size), tile));
    }

    /** The tile by the words of C2SP tlog-tiles: MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l]). */
    static byte[] tile(List<byte[]> d, Tile tile) {
        int under = (int) Math.pow(256, tile.level());
        var bytes = ByteBuffer.allocate(32 * tile.width());
        for (int i = 0; i < tile.width(); i++) {
            int from = ((int) tile.index() * 256 + i) * under;
            bytes.put(Rfc6962.mth(d.subList(from, from + under)));
        }
        return bytes.array();
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
