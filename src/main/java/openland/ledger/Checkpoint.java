package openland.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The state of a log at one size, in the form of C2SP tlog-checkpoint, signed as a C2SP signed note:
 * the origin, the size, the root in Base64, a blank line, and one line {@code — name signature} per key.
 *
 * @param origin the log's name for ever
 * @param size   how many leaves
 * @param root   the tree's root, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final String SIGNATURE = "— ";
    private static final int MOST_SIGNATURES = 100;

    public Checkpoint {
        if (origin.isBlank() || size < 0 || root.length != 32) {
            throw new IllegalArgumentException("A checkpoint has an origin, a size and a root of 32 bytes.");
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** The signed note, with a line of each key. */
    String signedBy(SigningKey... keys) {
        var note = new StringBuilder(text()).append('\n');
        for (var key : keys) {
            var signature = key.sign(text());
            var hinted = ByteBuffer.allocate(4 + signature.length).put(key.verifier(origin).hash()).put(signature).array();
            note.append(SIGNATURE).append(origin).append(' ').append(Base64.getEncoder().encodeToString(hinted)).append('\n');
        }
        return note.toString();
    }

    /** The size that a note says it is of; nothing is verified. @throws IllegalArgumentException when it says none */
    static long claimedSize(String note) {
        var lines = note.lines().limit(2).toList();
        if (lines.size() < 2) {
            throw new IllegalArgumentException("Not a signed note.");
        }
        return size(lines.get(1));
    }

    /** The same for one key. */
    public static Checkpoint open(String note, VerifierKey key) {
        return open(note, List.of(key));
    }

    /**
     * The checkpoint inside a signed note. Lines of unknown keys are passed over; of each of {@code keys} there must be
     * one, and it must be right. Extension lines after the root are covered by the signature and otherwise ignored.
     *
     * @throws IllegalArgumentException with the reason when the note is malformed, of another origin, or not signed by the keys
     */
    public static Checkpoint open(String note, List<VerifierKey> keys) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("Not a signed note.");
        }
        var text = note.substring(0, blank + 1);
        var lines = note.substring(blank + 2).lines().toList();
        if (lines.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note with " + lines.size() + " signatures.");
        }
        for (var key : keys) {
            boolean signed = false;
            for (var line : lines) {
                signed |= mustBeRightIfOf(key, text, line);
            }
            if (!signed) {
                throw new IllegalArgumentException("The note is not signed by " + key.line());
            }
        }
        return parse(text, keys.getFirst().name());
    }

    /** Whether the line is this key's. @throws IllegalArgumentException when it is and the signature is wrong */
    private static boolean mustBeRightIfOf(VerifierKey key, String text, String line) {
        int split = line.lastIndexOf(' ');
        if (!line.startsWith(SIGNATURE) || split < SIGNATURE.length()) {
            throw new IllegalArgumentException("Not a signature line: " + line);
        }
        var signature = decode(line.substring(split + 1));
        var name = line.substring(SIGNATURE.length(), split);
        if (signature.length < 5 || !name.equals(key.name()) || !Arrays.equals(Arrays.copyOf(signature, 4), key.hash())) {
            return false;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!key.verifies(bytes, Arrays.copyOfRange(signature, 4, signature.length))) {
            throw new IllegalArgumentException("The signature of " + name + " is wrong.");
        }
        return true;
    }

    private static Checkpoint parse(String text, String origin) {
        var lines = text.lines().toList();
        if (lines.size() < 3 || !lines.getFirst().equals(origin)) {
            throw new IllegalArgumentException("Not a checkpoint of " + origin + ".");
        }
        return new Checkpoint(origin, size(lines.get(1)), decode(lines.get(2)));
    }

    private static long size(String line) {
        if (!line.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("Not a size: " + line);
        }
        return Long.parseLong(line);
    }

    /** Strict: one text for the same bytes, so that no note has a second form. */
    private static byte[] decode(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("Not canonical Base64: " + base64);
        }
        return bytes;
    }

    /** Whether both say the same of the same log. */
    boolean sameAs(Checkpoint other) {
        return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }
}
