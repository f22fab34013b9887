package openland.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A proof as an outsider holds it, and ways to change it so that it proves nothing. */
record ForeignCase(byte[] leaf, long index, List<byte[]> hashes, String note) {
    static final String ORIGIN = "land.example.cn";
    static final SigningKey ED25519 = SigningKey.generate(KeyType.ED25519);
    static final SigningKey SM2 = SigningKey.generate(KeyType.SM2);
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /** What the programs read. */
    Map<String, Object> json() {
        var key = ED25519.verifier(ORIGIN);
        var sm2 = SM2.verifier(ORIGIN);
        return Map.of("origin", ORIGIN, "key", key.line(), "hint", key.id(), "pem", key.pem(), "sm2Hint", sm2.id(),
                "sm2Key", HexFormat.of().formatHex(sm2.publicKey()), "note", note, "leaf", BASE64.encodeToString(leaf),
                "index", Long.toString(index), "hashes", hashes.stream().map(BASE64::encodeToString).toList());
    }

    /** Changed somewhere: in leaf, index, hashes, the text of the checkpoint, or its Ed25519 signature. */
    ForeignCase changed(RandomGenerator random, long size) {
        return switch (random.nextInt(8)) {
            case 0 -> new ForeignCase(flipped(leaf, random), index, hashes, note);
            case 1 -> atOtherIndex(random, size);
            case 2 -> withHashes(random, list -> list.set(random.nextInt(list.size()), flipped(list.get(random.nextInt(list.size())), random)));
            case 3 -> withHashes(random, list -> list.remove(random.nextInt(list.size())));
            case 4 -> withHashes(random, list -> list.add(random.nextInt(list.size() + 1), flipped(new byte[32], random)));
            case 5 -> withHashes(random, list -> Collections.swap(list, 0, list.size() - 1));
            case 6 -> withText(random);
            default -> withSignature(random, 0);
        };
    }

    /** Another place whose proof is as long: the length is what sigstore-java leaves to the checkpoint's signature. */
    private ForeignCase atOtherIndex(RandomGenerator random, long size) {
        long other = random.nextLong(size);
        return other == index || length(other, size) != hashes.size() ? withText(random) : new ForeignCase(leaf, other, hashes, note);
    }

    private static int length(long index, long size) {
        int inner = 64 - Long.numberOfLeadingZeros(index ^ size - 1);
        return inner + Long.bitCount(index >>> inner);
    }

    private interface Change {
        void to(List<byte[]> hashes);
    }

    private ForeignCase withHashes(RandomGenerator random, Change change) {
        var list = new ArrayList<>(hashes);
        if (list.size() < 2) {
            return withText(random);
        }
        change.to(list);
        return new ForeignCase(leaf, index, list, note);
    }

    /** One sign of the text is another. */
    ForeignCase withText(RandomGenerator random) {
        var text = new StringBuilder(note);
        int at;
        do {
            at = random.nextInt(note.lastIndexOf("\n\n"));
        } while (text.charAt(at) == '\n');
        char other;
        do {
            other = "ABCDEFGabcdefg0123456789+/".charAt(random.nextInt(26));
        } while (other == text.charAt(at));
        text.setCharAt(at, other);
        return new ForeignCase(leaf, index, hashes, text.toString());
    }

    /** One bit of the {@code n}-th signature, or of the key id before it, is another. */
    ForeignCase withSignature(RandomGenerator random, int n) {
        int split = note.lastIndexOf("\n\n") + 2;
        var lines = new ArrayList<>(note.substring(split).lines().toList());
        int at = lines.get(n).lastIndexOf(' ') + 1;
        lines.set(n, lines.get(n).substring(0, at)
                + BASE64.encodeToString(flipped(Base64.getDecoder().decode(lines.get(n).substring(at)), random)));
        return new ForeignCase(leaf, index, hashes, note.substring(0, split) + String.join("\n", lines) + "\n");
    }

    static byte[] flipped(byte[] bytes, RandomGenerator random) {
        var copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    static ForeignCase of(TileTree tree, long index, String leaf, String note) {
        return new ForeignCase(leaf.getBytes(StandardCharsets.UTF_8), index, tree.inclusion(index), note);
    }
}
