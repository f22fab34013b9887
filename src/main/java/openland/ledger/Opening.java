package openland.ledger;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the log at a start. The very first start gives it its name for ever and its keys; every later one must find the
 * same keys again, and never makes others.
 */
@Component
class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** The name of every demonstration's log. */
    static final String DEMONSTRATION = "demo.openland";

    private final Checkpoints checkpoints;
    private final KeyFolder folder;
    private final Signer signer;
    private final TransactionTemplate transaction;
    private final InstantSource time;
    private final String origin;

    Opening(Checkpoints checkpoints, KeyFolder folder, Signer signer, TransactionTemplate transaction, InstantSource time,
            @Value("${openland.demo}") boolean demo, @Value("${openland.url}") URI url) {
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.signer = signer;
        this.transaction = transaction;
        this.time = time;
        this.origin = demo ? DEMONSTRATION : String.valueOf(url.getHost());
    }

    /** What signs for the log. @throws Distrust when there is a log and not its keys */
    Signer open() {
        transaction.executeWithoutResult(_ -> {
            checkpoints.lock();
            checkpoints.keys().ifPresentOrElse(this::reopen, this::create);
        });
        return signer;
    }

    private void reopen(LogKeys log) {
        log.at(checkpoints.size() + 1).forEach(signer::secret);
        log.newest().forEach(signer::secret);
    }

    private void create() {
        if (folder.signed().isPresent()) {
            throw new Distrust(("The database holds no log, but the key in %s has already signed one (%s). Restore the "
                    + "database; or, for a really new installation, use an empty folder of files.")
                    .formatted(folder.firstFile(KeyType.ED25519), folder.signedFile()));
        }
        var log = new LogKeys(origin, List.of(new LogKeys.Epoch(0, Stream.of(KeyType.values())
                .map(type -> foundOrMade(type).verifier(origin)).toList())));
        checkpoints.create(log, time.instant());
        var empty = new CompactRange();
        var first = signer.sign(log, empty, time.instant());
        folder.keepSigned(first.note());
        checkpoints.add(first, empty);
        LOG.info("The public ledger begins: {}", log.newest());
    }

    /** A first start that died before its transaction ended has left its key. */
    private SigningKey foundOrMade(KeyType type) {
        try {
            return folder.firstKey(type).orElseGet(() -> {
                var made = SigningKey.generate(type);
                folder.keepFirst(type, made);
                return made;
            });
        } catch (IllegalArgumentException e) {
            throw new Distrust("The key file %s of the log %s is damaged: %s".formatted(folder.firstFile(type), origin, e.getMessage()));
        }
    }
}
