package openland.ledger;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Does one thing again and again in a thread of its own, each second or when its bell rings; a failure is told once and tried again. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One turn of the work. */
    interface Task {
        /** @return whether there is more to do at once */
        boolean turn() throws Exception;
    }

    private final String name;
    private final Bell bell;
    private final Task task;
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    Worker(String name, Bell bell, Task task) {
        this.name = name;
        this.bell = bell;
        this.task = task;
        this.thread = Thread.ofVirtual().name("ledger-" + name).unstarted(this::run);
    }

    Worker start() {
        thread.start();
        return this;
    }

    /** Asks it to end after its turn. */
    void stop() {
        stopped = true;
        bell.ring();
    }

    void join() {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    private void run() {
        try {
            while (!stopped) {
                long heard = bell.rings();
                if (!turn() && !stopped) {
                    bell.await(heard, PERIOD);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} was interrupted", name);
        }
    }

    private boolean turn() throws InterruptedException {
        try {
            boolean more = task.turn();
            if (failing) {
                LOG.info("The ledger's {} works again.", name);
            }
            failing = false;
            return more;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) { // whatever it is: the thread must not die in silence
            if (!failing && !stopped) {
                complain(e);
            }
            failing = true;
            return false;
        }
    }

    private void complain(Throwable e) {
        if (e instanceof UncheckedIOException) {
            LOG.warn("The ledger's {} cannot write and tries again each second: {}", name, e.getMessage());
        } else if (e instanceof DataAccessException || e instanceof TransactionException || e instanceof SQLException) {
            LOG.warn("The ledger's {} cannot reach the database and tries again each second: {}", name, e.getMessage());
        } else {
            LOG.error("The ledger's {} failed; it is tried again each second.", name, e);
        }
    }
}
