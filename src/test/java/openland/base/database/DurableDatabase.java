package openland.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL that keeps its data as the program's own does, for tests that kill it: with {@code kill -9}, of its first
 * process. The one started here is started again by itself; the one inside a program, by that program.
 */
public final class DurableDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;

    private DurableDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /** A server for several programs, with its data below {@code folder}. */
    public static DurableDatabase start(Path folder) {
        return new DurableDatabase(EmbeddedDatabase.start(prepare(folder), EmbeddedDatabase.Settings.OF_THE_PROGRAM));
    }

    /** Spares a program that will work in {@code folder} the unpacking. @return where its database will be */
    public static Path prepare(Path folder) {
        return TestDatabase.homeIn(folder);
    }

    public TestDatabase access() {
        var access = server.access();
        return new TestDatabase(access.url(), access.username(), access.password());
    }

    /** Kills the server that works below {@code folder}. False when there is none. */
    public static boolean kill(Path folder) {
        try {
            var first = Postmaster.in(folder.resolve("postgres/data"));
            first.ifPresent(server -> server.signal("KILL"));
            return first.isPresent();
        } catch (IOException e) {
            return false;   // its file is just being written
        }
    }

    /** Ends whatever server still works below {@code folder}. */
    public static void clear(Path folder) {
        try {
            Postmaster.clear(folder.resolve("postgres/data"), Duration.ofSeconds(30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
