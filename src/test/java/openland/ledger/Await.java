package openland.ledger;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must come about, and fails when it does not within ten seconds. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Await() {}

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about within " + PATIENCE + ".");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
