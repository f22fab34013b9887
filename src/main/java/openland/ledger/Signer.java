package openland.ledger;

import java.time.Instant;

/** The log's name with the key that signs for it. */
record Signer(VerifierKey log, SigningKey key) {
    SignedCheckpoint sign(CompactRange tree, Instant now) {
        var checkpoint = new Checkpoint(log.name(), tree.size(), tree.root());
        return new SignedCheckpoint(checkpoint.size(), checkpoint.root(), checkpoint.signedBy(key), now);
    }
}
