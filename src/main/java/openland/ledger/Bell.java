package openland.ledger;

import java.time.Duration;

/** Wakes who waits. It carries no news: who is woken looks for itself, and looks each second without it. */
final class Bell {
    private long rings;

    /** How often it has rung; read it before looking, and no ring after that is missed. */
    synchronized long rings() {
        return rings;
    }

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Returns when it has rung more often than {@code heard}, or after {@code patience}. */
    synchronized void await(long heard, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); rings == heard && left > 0; left = until - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
