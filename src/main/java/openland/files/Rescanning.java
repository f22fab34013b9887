package openland.files;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import openland.base.RepeatedWork;
import openland.files.Scanning.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scans what waits, one file after another, those first that have waited longest; nodes share the work by claims. Bytes
 * that came in unscanned and turn out infected are deleted; those that were stored before there was a scanner, and may be
 * public, are kept for the operator and opened for nobody.
 */
@Component
class Rescanning extends RepeatedWork {
    private static final Logger LOG = LoggerFactory.getLogger(Rescanning.class);
    /** As long as the daemon itself scans one file at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Scanning scanning;
    private final ScanStore scans;
    private final Files files;
    private final InstantSource time;
    private final TransactionTemplate transaction;
    private boolean stockAwaited;

    Rescanning(Scanning scanning, ScanStore scans, Files files, InstantSource time, TransactionTemplate transaction) {
        super("rescanning", Duration.ofSeconds(15));
        this.scanning = scanning;
        this.scans = scans;
        this.files = files;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    protected boolean work() throws IOException {
        if (!scanning.isOn()) {
            return false;
        }
        if (!stockAwaited) {
            scans.awaitStock(time.instant());
            stockAwaited = true;
        }
        var next = scans.claim(time.instant(), time.instant().plus(CLAIM));
        if (next.isEmpty()) {
            return false;
        }
        var sha256 = next.get().sha256();
        return next.get().state() == Verdict.WAITING ? scan(sha256) : delete(sha256);
    }

    private boolean scan(String sha256) throws IOException {
        var bytes = files.bytes(sha256);
        var answer = Answer.NONE;
        if (bytes.isPresent()) {
            try (var in = bytes.get()) {
                answer = scanning.scan(in, PATIENCE);
            }
        }
        scans.settle(sha256, answer, time.instant());
        if (answer.verdict() == Verdict.INFECTED) {
            LOG.error("A STORED FILE HAS A VIRUS and is opened for nobody any more: {} ({})", sha256, answer.name());
        }
        return answer.verdict() != Verdict.WAITING;
    }

    private boolean delete(String sha256) {
        transaction.executeWithoutResult(_ -> {
            if (scans.isToBeDeleted(sha256)) {
                files.forget(sha256);
                scans.deleted(sha256);
            }
        });
        return true;
    }
}
