package openland.ledger;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Signs with the private keys of the folder, whichever the log has at a size. */
@Component
class Signer {
    private final KeyFolder folder;
    private final ConcurrentHashMap<VerifierKey, SigningKey> read = new ConcurrentHashMap<>();

    Signer(KeyFolder folder) {
        this.folder = folder;
    }

    /** @throws Distrust when a private key is not there */
    SignedCheckpoint sign(LogKeys log, CompactRange tree, Instant now) {
        var checkpoint = new Checkpoint(log.origin(), tree.size(), tree.root());
        var keys = log.at(tree.size()).stream().map(this::secret).toArray(SigningKey[]::new);
        return new SignedCheckpoint(checkpoint.size(), checkpoint.root(), checkpoint.signedBy(keys), now);
    }

    /** The private half. @throws Distrust when it is missing, damaged or another */
    SigningKey secret(VerifierKey key) {
        return read.computeIfAbsent(key, this::find);
    }

    private SigningKey find(VerifierKey key) {
        var file = folder.file(key);
        SigningKey found;
        try {
            found = folder.key(key).orElseThrow(() -> new Distrust(
                    "The log %s exists, but its key file %s is missing. Restore the file; no second key is made.".formatted(key.name(), file)));
        } catch (IllegalArgumentException e) {
            throw new Distrust("The key file %s of the log %s is damaged: %s".formatted(file, key.name(), e.getMessage()));
        }
        if (!found.verifier(key.name()).equals(key)) {
            throw new Distrust("The key in %s is not the key of the log %s. Restore the right file.".formatted(file, key.name()));
        }
        return found;
    }
}
