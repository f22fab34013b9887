package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a leaf is in a signed tree.
 *
 * @param index      the leaf's place
 * @param leaf       its canonical text
 * @param hashes     sibling hashes, from the leaf up
 * @param checkpoint the signed tree
 */
public record Inclusion(long index, String leaf, List<byte[]> hashes, SignedCheckpoint checkpoint) {
    /** As a C2SP {@code tlog-proof}, verified offline with nothing but the log's key; the leaf stands in the extra line. */
    public String text() {
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ").append(base64(leaf.getBytes(StandardCharsets.UTF_8)))
                .append("\nindex ").append(index).append('\n');
        hashes.forEach(hash -> text.append(base64(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /** Whether the hashes lead from the leaf to the signed root (RFC 9162, 2.1.3.2). */
    boolean holds() {
        return Arrays.equals(root(), checkpoint.root());
    }

    private byte @Nullable [] root() {
        var root = Leaf.hash(leaf);
        long node = index;
        long last = checkpoint.size() - 1;
        for (var hash : hashes) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                root = CompactRange.node(hash, root);
                int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                root = CompactRange.node(root, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? root : null;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
