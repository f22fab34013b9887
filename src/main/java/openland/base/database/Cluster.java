package openland.base.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded database and the commands that act on them. Below {@code home}: {@code data}, complete
 * from the moment it has that name; {@code password}; {@code port}; {@code log}; the unpacked programs.
 */
record Cluster(Path home, ServerUser user, ServerBinaries binaries, EmbeddedDatabase.Settings settings, String password) {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String OWNER = "openland";

    static Cluster in(Path home, EmbeddedDatabase.Settings settings) throws IOException {
        Files.createDirectories(home);
        DataFolder.ownerOnly(home);
        dropUnfinished(home);
        var binaries = ServerBinaries.in(home);
        var user = ServerUser.forFolder(home);
        Files.createDirectories(home.resolve("log"));
        var password = passwordIn(home.resolve("password"), Files.exists(home.resolve("data")));
        user.own(home.resolve("password"));
        user.own(home.resolve("log"));
        return new Cluster(home, user, binaries, settings, password);
    }

    Path data() {
        return home.resolve("data");
    }

    Access access(int port) {
        return new Access("jdbc:postgresql://127.0.0.1:" + port + "/postgres", OWNER, password);
    }

    /**
     * Makes the data where there are none yet: elsewhere, and then gives them their name. What a killed first start
     * leaves behind is therefore never mistaken for data, and data are never dropped.
     */
    void make() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        var unfinished = home.resolve("unfinished-" + UUID.randomUUID());
        var answer = Programs.run(user.command(List.of(binaries.program("initdb"), "--pgdata=" + unfinished,
                "--username=" + OWNER, "--pwfile=" + home.resolve("password"), "--auth=scram-sha-256", "--data-checksums",
                "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                settings.durable() ? "--sync-method=fsync" : "--no-sync")));
        if (!answer.worked()) {
            throw new IOException("initdb: " + answer.output().strip());
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        sync(home);
    }

    /** Starts the server; whether it comes to answer is another question. */
    Process launch(int port) throws IOException {
        var durable = settings.durable() ? "on" : "off";
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data().toString()));
        for (var setting : List.of("listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=",
                "max_connections=" + settings.connections(),
                "fsync=" + durable, "synchronous_commit=" + durable, "full_page_writes=" + durable,
                "logging_collector=on", "log_directory=" + home.resolve("log"), "log_filename=postgresql-%a.log",
                "log_rotation_age=1d", "log_truncate_on_rotation=on",
                "log_error_verbosity=terse", "log_min_error_statement=panic")) {   // no content in the log
            command.add("-c");
            command.add(setting);
        }
        return user.command(command).redirectErrorStream(true)
                .redirectOutput(home.resolve("log/start.log").toFile()).start();
    }

    /** Waits until the server answers; false when its process has ended instead. */
    boolean answers(Process server, int port, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (server.isAlive()) {
            try (var _ = DriverManager.getConnection(access(port).url() + "?loginTimeout=5", OWNER, password)) {
                return server.isAlive();
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    server.destroy();
                    throw new CannotStart("The embedded PostgreSQL does not accept the password in " + home.resolve("password") + ".",
                            "Put the file back that belongs to " + data() + ".", e);
                }
                if (System.nanoTime() > end) {
                    throw new IOException("no answer after " + patience, e);
                }
            }
            Postmaster.pause(Duration.ofMillis(50));
        }
        return false;
    }

    /** The end of the newest log, for the sentence of a failure. */
    String lastWords() throws IOException {
        try (var logs = Files.list(home.resolve("log"))) {
            var newest = logs.max(Comparator.comparingLong(log -> log.toFile().lastModified()));
            var lines = newest.isPresent() ? Files.readAllLines(newest.get()) : List.<String>of();
            return lines.stream().skip(Math.max(0, lines.size() - 3)).collect(Collectors.joining(" "));
        }
    }

    private static String passwordIn(Path file, boolean hasData) throws IOException {
        if (!Files.exists(file)) {
            if (hasData) {
                throw new CannotStart("The password of the embedded database is missing: " + file + ".",
                        "Put the file back from the backup that holds it.");
            }
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var written = Files.createTempFile(file.getParent(), "unfinished-", "");   // readable by its owner only
            Files.writeString(written, HexFormat.of().formatHex(bytes));
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void dropUnfinished(Path home) throws IOException {
        try (var entries = Files.list(home)) {
            for (var each : entries.filter(entry -> entry.getFileName().toString().matches("(unfinished|unpacking)-.*")).toList()) {
                drop(each);
            }
        }
    }

    /** An initdb that outlived its program may still be writing there; it ends when it misses its files. */
    private static void drop(Path unfinished) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                FileSystemUtils.deleteRecursively(unfinished);
                return;
            } catch (IOException e) {
                Postmaster.pause(Duration.ofMillis(100));
            }
        }
        log.warn("{} cannot be deleted yet; it holds nothing, and the next start tries again", unfinished);
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
