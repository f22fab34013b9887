package openland.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import openland.base.Digests;
import openland.disclosure.Publications.Publication;
import openland.files.Files;
import openland.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Compares what is stored of every public edition with its leaf in the ledger, again and again and slowly, so that a
 * changed piece is noticed though nobody opens it. What it finds raises an alarm in health; the page says it by itself.
 */
@Component("contentsHealthIndicator")
class ContentCheck implements HealthIndicator, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ContentCheck.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 100;
    private static final int MOST = 20;

    private final Publications publications;
    private final Ledger ledger;
    private final Files files;
    private volatile List<String> faults = List.of();
    private volatile Optional<Thread> thread = Optional.empty();

    ContentCheck(Publications publications, Ledger ledger, Files files) {
        this.publications = publications;
        this.ledger = ledger;
        this.files = files;
    }

    /** One walk over everything that is public. */
    void walk(Duration pause) throws InterruptedException {
        var found = new TreeMap<Long, String>();
        long size = ledger.size();
        for (long from = 0; from < size; from += BATCH) {
            for (var row : publications.between(from, Math.min(size, from + BATCH))) {
                if (found.size() < MOST && !fits(row)) {
                    found.put(row.ledgerIndex(), "%s edition %d, entry %d, checkpoint %d"
                            .formatted(row.indexNumber(), row.edition(), row.ledgerIndex(), size));
                }
            }
            Thread.sleep(pause);
        }
        found.values().stream().filter(fault -> !faults.contains(fault))
                .forEach(fault -> LOG.error("WHAT IS STORED IS NOT WHAT WAS PUBLISHED: {}", fault));
        faults = List.copyOf(found.values());
    }

    private boolean fits(Publication row) {
        if (row.withdrawn()) {
            return row.commitment() == null;
        }
        return row.commitment() != null && ledger.holds(row.ledgerIndex(), row.commitment()) && row.files().stream().allMatch(this::isIntact);
    }

    private boolean isIntact(String sha256) {
        var bytes = files.bytes(sha256);
        if (bytes.isEmpty()) {
            return false;
        }
        try (var in = bytes.get()) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return Digests.hex(digest.digest()).equals(sha256);
        } catch (IOException | NoSuchAlgorithmException e) {
            LOG.warn("The file {} cannot be read: {}", sha256, e.getMessage());
            return false;
        }
    }

    @Override
    public Health health() {
        return faults.isEmpty() ? Health.up().build() : Health.down().withDetail("reason", "Not what was published: " + faults).build();
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofVirtual().name("contents").start(this::run));
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(Duration.ofMinutes(1));
                try {
                    walk(PAUSE);
                } catch (RuntimeException e) { // the database is away, or the ledger's tiles are being made
                    LOG.warn("What is public could not be compared with the ledger now: {}", e.getMessage());
                }
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        thread.ifPresent(Thread::interrupt);
        thread = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }
}
