package openland.ledger;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The log's name and all keys it ever had.
 *
 * @param origin the log's name for ever
 * @param epochs one after the other, the first from size 0
 */
public record LogKeys(String origin, List<Epoch> epochs) {
    /**
     * The keys that sign from one size on, all of them each time.
     *
     * @param since the size of the first checkpoint that they sign
     * @param keys  Ed25519 first
     */
    public record Epoch(long since, List<VerifierKey> keys) {}

    public LogKeys {
        if (epochs.isEmpty() || epochs.getFirst().since() != 0) {
            throw new IllegalArgumentException("A log has keys from its beginning.");
        }
    }

    /** The keys that sign the checkpoint of that size. */
    public List<VerifierKey> at(long size) {
        return epochs.stream().filter(epoch -> epoch.since() <= size).reduce((_, later) -> later).orElseThrow().keys();
    }

    /** The newest keys, also when they have not signed yet. */
    public List<VerifierKey> newest() {
        return epochs.getLast().keys();
    }

    /** The largest size that the keys which signed at {@code size} may sign: that of the checkpoint which hands over. */
    long lastOf(long size) {
        return epochs.stream().mapToLong(Epoch::since).filter(since -> since > size + 1).min().orElse(Long.MAX_VALUE) - 1;
    }

    /** The checkpoint in a note of this log. @throws IllegalArgumentException when it is not signed with the keys of its size */
    Checkpoint open(String note) {
        return Checkpoint.open(note, at(Checkpoint.claimedSize(note)));
    }

    /** Every key with the size from which it signs, the oldest first: {@code 0 name+hash+base64}. */
    public String history() {
        return epochs.stream().flatMap(epoch -> epoch.keys().stream().map(key -> epoch.since() + " " + key.line() + "\n"))
                .collect(Collectors.joining());
    }

    /** Those of one size, a line each. */
    public static String lines(List<VerifierKey> keys) {
        return keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining());
    }
}
