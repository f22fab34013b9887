package openland.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.Openland;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database of the one PostgreSQL server that this JVM's tests share. It starts when the first test asks,
 * does not wait for the disk, and goes with the JVM.
 *
 * @param url      for {@code spring.datasource.url} or a plain JDBC connection
 * @param username the login user, who owns the database and may do everything
 */
public record TestDatabase(String url, String username, String password) {
    private static final Path FOLDER = Path.of("target", "test-data").toAbsolutePath();
    private static final Path HOME = FOLDER.resolve(Long.toString(ProcessHandle.current().pid()));

    static {
        SpringApplication.getShutdownHandlers().add(TestDatabase::dropHome);   // last of all
    }

    /** A new, empty one; nothing is migrated yet. */
    public static TestDatabase fresh() {
        var server = Server.ONE.access();
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(server.url().replace("/postgres", "/" + name), server.username(), server.password());
    }

    /** The database that a context made by {@link FreshDatabase} (or by {@link #start}) works on. */
    public static TestDatabase of(Environment environment) {
        return new TestDatabase(environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
    }

    /** The settings that put a node on this database, with a new data folder, the files that all nodes share, a free port and no demonstration. */
    public Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", username);
        properties.put("spring.datasource.password", password);
        properties.put("spring.datasource.hikari.minimum-idle", "1");
        properties.put("openland.data", newFolder().toString());
        properties.put("openland.files", HOME.resolve("files-" + url.substring(url.lastIndexOf('/') + 1)).toString());
        properties.put("openland.demo", "false");
        properties.put("server.port", "0");
        properties.put("openland.limit-factor", "1000");   // all tests ask from one address; RateLimitsTest takes 1
        return properties;
    }

    /** One more node of the program on this database, as a second process would be; the caller closes it. */
    public ConfigurableApplicationContext start(String... moreProperties) {
        var settings = properties();
        List.of(moreProperties).forEach(property -> settings.put(property.split("=", 2)[0], property.split("=", 2)[1]));
        var arguments = new ArrayList<String>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplication(Openland.class).run(arguments.toArray(String[]::new));
    }

    /** SQL as the login user, who is above the roles of the program: for going round it on purpose. */
    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url, username, password));
    }

    /** The home of an embedded database in {@code folder}, with the programs that an earlier test unpacked. */
    static Path homeIn(Path folder) {
        try {
            var home = Files.createDirectories(folder.resolve("postgres"));
            var programs = ServerBinaries.in(Files.createDirectories(FOLDER)).folder();
            if (!Files.exists(home.resolve(programs.getFileName()))) {
                Files.createSymbolicLink(home.resolve(programs.getFileName()), programs);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty folder that goes with the JVM. */
    public static Path newFolder() {
        try {
            Files.createDirectories(HOME);
            return Files.createTempDirectory(HOME, "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Thousands of files: Surefire does not wait for a JVM that deletes them itself while the disk is busy. */
    private static void dropHome() {
        try {
            new ProcessBuilder("rm", "-rf", HOME.toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server of this JVM. */
    private static final class Server {
        static final EmbeddedDatabase ONE = start();

        private static EmbeddedDatabase start() {
            clearAfterKilledTests();
            var server = EmbeddedDatabase.start(homeIn(DataFolder.take(HOME.resolve("server")).path()), new EmbeddedDatabase.Settings(false, 400));
            SpringApplication.getShutdownHandlers().add(server::close);   // after every context is closed
            return server;
        }

        /** Test JVMs that were killed leave a folder and a server. */
        private static void clearAfterKilledTests() {
            try (var homes = Files.list(Files.createDirectories(FOLDER))) {
                for (var home : homes.filter(each -> each.getFileName().toString().matches("\\d+"))
                        .filter(each -> ProcessHandle.of(Long.parseLong(each.getFileName().toString())).isEmpty()).toList()) {
                    try (var folders = Files.list(home)) {
                        for (var folder : folders.toList()) {
                            Postmaster.clear(folder.resolve("postgres/data"), Duration.ofSeconds(10));
                        }
                    }
                    FileSystemUtils.deleteRecursively(home);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
