package openland.ledger;

import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the log at a start. The very first start gives it its name and its key for ever; every later one must find the
 * same key again, and never makes a second.
 */
@Component
class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** The name of every demonstration's log. */
    static final String DEMONSTRATION = "demo.openland";

    private final Checkpoints checkpoints;
    private final KeyFolder folder;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final String origin;

    Opening(Checkpoints checkpoints, KeyFolder folder, TransactionTemplate transaction, InstantSource time,
            @Value("${openland.demo}") boolean demo, @Value("${openland.url}") URI url) {
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.transaction = transaction;
        this.time = time;
        this.origin = demo ? DEMONSTRATION : String.valueOf(url.getHost());
    }

    /** The log's name with its private key. @throws Distrust when there is a log and not its key */
    Signer open() {
        return transaction.execute(_ -> {
            checkpoints.lock();
            return checkpoints.log().map(this::reopen).orElseGet(this::create);
        });
    }

    private Signer reopen(VerifierKey log) {
        var key = readKey(log.name());
        if (key == null) {
            throw new Distrust("The log %s exists, but its key file %s is missing. Restore the file; no second key is made."
                    .formatted(log.name(), folder.keyFile()));
        }
        if (!key.verifier(log.name()).equals(log)) {
            throw new Distrust("The key in %s is not the key of the log %s. Restore the right file."
                    .formatted(folder.keyFile(), log.name()));
        }
        return new Signer(log, key);
    }

    private Signer create() {
        if (folder.signed().isPresent()) {
            throw new Distrust(("The database holds no log, but the key in %s has already signed one (%s). Restore the "
                    + "database; or, for a really new installation, use an empty folder of files.")
                    .formatted(folder.keyFile(), folder.signedFile()));
        }
        var found = readKey(origin); // of a first start that died before its transaction ended
        var key = found == null ? SigningKey.generate() : found;
        if (found == null) {
            folder.keep(key);
        }
        var log = key.verifier(origin);
        checkpoints.create(log, time.instant());
        var empty = new CompactRange();
        var first = new Signer(log, key).sign(empty, time.instant());
        folder.keepSigned(first.note());
        checkpoints.add(first, empty);
        LOG.info("The public ledger begins: {}", log.line());
        return new Signer(log, key);
    }

    private @Nullable SigningKey readKey(String name) {
        try {
            return folder.key().orElse(null);
        } catch (IllegalArgumentException e) {
            throw new Distrust("The key file %s of the log %s is damaged: %s".formatted(folder.keyFile(), name, e.getMessage()));
        }
    }
}
