package openland.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.Openland;
import org.jspecify.annotations.Nullable;

/** One process of the program: a JVM of its own, started again whenever it has ended. */
final class Program implements AutoCloseable {
    private static final int KILLED = 128 + 9;

    final String name;
    final int port = freePort();
    final AtomicInteger starts = new AtomicInteger();
    /** Ends that nobody asked for: a program may give up when it starts while its database is away. */
    final AtomicInteger ends = new AtomicInteger();
    private final Map<String, String> environment;
    private final File output;
    private @Nullable Process process;
    private boolean closing;

    /** @param output where what it says is appended */
    Program(String name, Map<String, String> environment, Path output) {
        this.name = name;
        this.environment = environment;
        this.output = output.toFile();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Program start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        Thread.ofVirtual().name("program-" + name).start(this::keepRunning);
        return this;
    }

    /** {@code kill -9}. False when it did not run. */
    synchronized boolean kill() {
        if (process == null || !process.isAlive()) {
            return false;
        }
        process.destroyForcibly();
        return true;
    }

    private void keepRunning() {
        try {
            for (var running = launch(); running != null; running = launch()) {
                if (running.waitFor() != KILLED) {
                    ends.incrementAndGet();
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process launch() {
        if (closing) {
            return null;
        }
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath(), Openland.class.getName(), "--server.port=" + port)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().putAll(environment);
        try {
            starts.incrementAndGet();
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's own, without the classes of the tests. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An ordinary end; a hard one when that takes too long. */
    @Override
    public void close() throws InterruptedException {
        Process last;
        synchronized (this) {
            closing = true;
            last = process;
        }
        if (last != null) {
            last.destroy();
            if (!last.waitFor(60, TimeUnit.SECONDS)) {
                last.destroyForcibly().waitFor();
            }
        }
    }
}
