package openland.files;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import openland.base.database.TestDatabase;

/**
 * An object store in a process of its own: Adobe's S3Mock, which Maven resolves from {@code src/test/foreign/s3} the first
 * time, apart from the program's libraries.
 */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "openland";
    private static final Path POM = Path.of("src/test/foreign/s3/pom.xml");
    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");

    final int port;
    private final Process process;

    S3Server() throws IOException, InterruptedException {
        var folder = TestDatabase.newFolder();
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xmx512m", "-cp", classPath(), "com.adobe.testing.s3mock.S3MockApplication", "--server.port=0", "--http.port=0",
                "--server.address=127.0.0.1", "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                "--com.adobe.testing.s3mock.store.root=" + folder, "--com.adobe.testing.s3mock.max-payload-size=64MB").redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var said = process.inputReader(StandardCharsets.UTF_8);
        port = said.lines().map(STARTED::matcher).filter(line -> line.find()).map(line -> Integer.valueOf(line.group(1)))
                .findFirst().orElseThrow(() -> new IllegalStateException("The object store did not start."));
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> { }));
    }

    S3Settings settings(String bucket) {
        return new S3Settings("http://127.0.0.1:" + port, bucket, "us-east-1", "name", "secret");
    }

    private static String classPath() throws IOException, InterruptedException {
        var made = Path.of("target/foreign/s3.classpath").toAbsolutePath();
        if (!Files.exists(made) || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(POM)) < 0
                || !List.of(Files.readString(made).split(File.pathSeparator)).stream().allMatch(jar -> Files.exists(Path.of(jar)))) {
            var resolved = TestDatabase.newFolder().resolve("classpath");
            resolve(resolved);
            Files.createDirectories(made.getParent());
            Files.move(resolved, made, StandardCopyOption.ATOMIC_MOVE);   // another process of the tests may be doing the same
        }
        return Files.readString(made).strip();
    }

    private static void resolve(Path made) throws IOException, InterruptedException {
        var home = System.getProperty("maven.home");
        var maven = new ProcessBuilder(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString(), "-q", "-B", "-f", POM.toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:build-classpath", "-Dmdep.outputFile=" + made);
        var repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            maven.command().add("-Dmaven.repo.local=" + repository);
        }
        var process = maven.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The object store for the tests cannot be fetched: " + said);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
