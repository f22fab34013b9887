package openland.ledger;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether this node may serve from what it keeps: its page cache, its index. A withdrawal waits for every node that was
 * seen within three seconds and no longer, so a node that cannot tell the database it lives must fall silent sooner.
 */
@Component
public class Contact {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    /** When the last successful heartbeat was begun, by {@link System#nanoTime}. */
    private record Beat(long started) {}

    private volatile @Nullable Beat last;
    private volatile List<Progress> readers = List.of();

    /**
     * True while the last successful heartbeat began less than two seconds ago and, after a silence, every reader of this
     * node has taken in what others did meanwhile. When false, serve from the tables or not at all.
     */
    public boolean fresh() {
        return inTouch(System.nanoTime()) && readers.stream().allMatch(Progress::hasCaughtUp);
    }

    /** The same for what one reader keeps, whatever the others are doing. */
    public boolean fresh(String reader) {
        return inTouch(System.nanoTime()) && readers.stream()
                .anyMatch(progress -> progress.name().equals(reader) && progress.hasCaughtUp());
    }

    void follow(List<Progress> all) {
        readers = List.copyOf(all);
    }

    boolean inTouch(long now) {
        var beat = last;
        return beat != null && now - beat.started() < PATIENCE;
    }

    void beat(long started) {
        last = new Beat(started);
    }

    void lost() {
        last = null;
    }
}
