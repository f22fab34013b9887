package openland.base.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process of a PostgreSQL server that works in {@code data}; as a rule its first, whose number is in {@code postmaster.pid}. */
record Postmaster(long pid, Path data) {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

    /** The one that lives and works in {@code data}. After a power cut the number may belong to a stranger: then there is none. */
    static Optional<Postmaster> in(Path data) throws IOException {
        return numberIn(data).map(number -> new Postmaster(number, data)).filter(Postmaster::lives);
    }

    private static Optional<Long> numberIn(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream().findFirst().map(String::strip).filter(line -> line.matches("\\d+")).map(Long::valueOf);
    }

    /** Stops a server that a killed program left behind, so that the settings in force are always ours; drops a stale file. */
    static void clear(Path data, Duration patience) throws IOException {
        var left = in(data);
        if (left.isPresent()) {
            log.warn("PostgreSQL process {} was left by an Openland that was killed; stopping it", left.get().pid);
            left.get().signal("INT");   // fast shutdown: clients are cut off, data are written
            if (!left.get().endsWithin(patience)) {
                throw new CannotStart("PostgreSQL process " + left.get().pid + " in " + data + " does not stop.",
                        "Stop it by hand and start Openland again.");
            }
        }
        killLeftovers(data);
        if (numberIn(data).flatMap(ProcessHandle::of).isPresent()) {   // a stranger's by now: PostgreSQL would refuse
            Files.delete(data.resolve("postmaster.pid"));
        }
    }

    /** Ends what a killed postmaster left of its children: a new one must not start beside them. */
    static void killLeftovers(Path data) {
        for (var left : leftovers(data)) {
            log.warn("PostgreSQL process {} has outlived its server; ending it", left.pid);
            left.signal("KILL");
            left.endsWithin(Duration.ofSeconds(10));
        }
    }

    static List<Postmaster> leftovers(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(Path.of("/proc", Long.toString(process.pid()))).startsWith("postgres:"))
                .map(process -> new Postmaster(process.pid(), data))
                .filter(Postmaster::lives)
                .toList();
    }

    /** Sends INT (fast shutdown), QUIT (at once; recovery at the next start) or KILL. */
    void signal(String name) {
        Programs.run(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid));
    }

    /** Whether the process has ended before {@code patience} is over. */
    boolean endsWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (lives()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(Duration.ofMillis(20));
        }
        return true;
    }

    /** A postmaster's working directory is its data; a dead process that nobody reaped has neither directory nor command line. */
    boolean lives() {
        var process = Path.of("/proc", Long.toString(pid));
        if (!Files.isDirectory(Path.of("/proc/self"))) {   // not Linux
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(each -> each.info().command())
                    .filter(command -> command.contains("postgres")).isPresent();
        }
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            return commandLine(process).contains(data.toString());
        }
    }

    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
