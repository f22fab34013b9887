package openland.base;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done again and again in a thread of its own while the program runs. Whatever goes wrong (a lost database
 * above all) is logged once and tried again; several nodes may run the same work, so it must keep out of its own way.
 */
public abstract class RepeatedWork implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration pause;
    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private boolean failing;

    /** @param pause how long to rest when there was nothing to do */
    protected RepeatedWork(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Does one portion. True when there may be more at once. */
    protected abstract boolean work() throws Exception;

    @Override
    public void start() {
        var latch = new CountDownLatch(1);
        stopping = latch;
        thread = Thread.ofVirtual().name(name).start(() -> run(latch));
    }

    private void run(CountDownLatch latch) {
        boolean more = false;
        try {
            while (!latch.await(more ? 0 : pause.toMillis(), TimeUnit.MILLISECONDS)) {
                more = portion(latch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean portion(CountDownLatch latch) {
        try {
            boolean more = work();
            failing = false;
            return more;
        } catch (Exception e) {
            if (!failing && latch.getCount() > 0) {
                log.warn("{} failed and is tried again: {}", name, e.getMessage());
            }
            failing = true;
            return false;
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        stopping.countDown();
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
