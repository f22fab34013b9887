package openland.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that lives in Openland's own folder and keeps its data. It is started with the program,
 * started again when it dies, and stopped after everybody who uses it.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START = Duration.ofMinutes(5);   // recovery after a crash takes its time
    private static final Duration STOP = Duration.ofSeconds(60);

    /**
     * How the server treats its data.
     *
     * @param durable     whether a commit is on the disk when it is answered; only tests say no
     * @param connections how many at once
     */
    record Settings(boolean durable, int connections) {
        static final Settings OF_THE_PROGRAM = new Settings(true, 100);
    }

    private final Cluster cluster;
    private final ReentrantLock turn = new ReentrantLock();
    private final int port;
    private volatile Process server;
    private volatile boolean closing;

    private EmbeddedDatabase(Cluster cluster, int port, Process server) {
        this.cluster = cluster;
        this.port = port;
        this.server = server;
    }

    /** Starts the server whose data lie below {@code home}; they are made at the first start. The caller holds the lock of the data folder. */
    static EmbeddedDatabase start(Path home, Settings settings) {
        try {
            var cluster = Cluster.in(home, settings);
            Postmaster.clear(cluster.data(), STOP);
            cluster.make();
            int port = Ports.remembered(home.resolve("port"));
            var database = new EmbeddedDatabase(cluster, port, launch(cluster, port, START));
            Thread.ofVirtual().name("database-watch").start(database::watch);
            return database;
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL in " + home + " cannot be started: " + e,
                    "See its log in " + home.resolve("log") + ".", e);
        }
    }

    /** Where the server answers. */
    Access access() {
        return cluster.access(port);
    }

    /** The number of the server's first process. */
    long pid() {
        return server.pid();
    }

    /** Fast shutdown: who is still connected is cut off, and the data are written, if they are to be kept. */
    @Override
    public void close() {
        closing = true;
        turn.lock();
        try {
            var gently = cluster.settings().durable() ? "INT" : "QUIT";
            for (var signal : new String[] {gently, "QUIT", "KILL"}) {
                new Postmaster(server.pid(), cluster.data()).signal(signal);
                if (server.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    return;
                }
                log.warn("PostgreSQL process {} did not stop at SIG{}", server.pid(), signal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }

    /** Waits for the server's end and starts it again, as long as nobody asked for that end. */
    private void watch() {
        while (!closing) {
            try {
                int status = server.waitFor();
                if (!closing) {
                    log.error("PostgreSQL has died with status {}; starting it again", status);
                    restart();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                log.error("PostgreSQL does not start again yet: {}", e.getMessage());
                Postmaster.pause(Duration.ofSeconds(1));
            }
        }
    }

    private void restart() throws IOException {
        turn.lock();
        try {
            if (!closing) {
                server = launch(cluster, port, START);
                log.info("PostgreSQL runs again as process {}", server.pid());
            }
        } finally {
            turn.unlock();
        }
    }

    /** Tries until the server answers: what a killed one left (processes, shared memory) may take a moment to go away. */
    private static Process launch(Cluster cluster, int port, Duration patience) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            var process = cluster.launch(port);
            if (cluster.answers(process, port, patience)) {
                return process;
            }
            var tried = Duration.ofNanos(System.nanoTime() - begin);
            if (tried.compareTo(Duration.ofSeconds(20)) > 0) {
                throw new IOException(cluster.lastWords());
            }
            Postmaster.pause(Duration.ofMillis(200));
            if (tried.compareTo(Duration.ofSeconds(1)) > 0) {
                Postmaster.killLeftovers(cluster.data());
            }
        }
    }
}
