package openland.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/**
 * Other people's programs, made ready once and asked about many cases in one run. Where one is not on the machine its
 * tests are skipped, but fail where {@code CI=true}.
 */
final class Foreign {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SOURCE = Path.of("src/test/foreign");
    private static final Path MADE = Path.of("target/foreign").toAbsolutePath();
    private static final String GO_LIBRARY = "/usr/share/gocode";

    private Foreign() {}

    /** Go's {@code x/mod/sumdb}, from Debian's golang-golang-x-mod-dev. */
    static List<String> go() {
        must(exists("/usr/bin/go") && Files.isDirectory(Path.of(GO_LIBRARY, "src/golang.org/x/mod/sumdb")),
                "no Go with golang-golang-x-mod-dev on this machine");
        var program = MADE.resolve("verify-go");
        run(SOURCE.resolve("go"), "", "go", "build", "-o", program.toString(), "verify.go");
        return List.of(program.toString());
    }

    /** npm's {@code @sigstore/verify}, or with the word {@code sm2} {@code sm-crypto}, of the versions in the lock file. */
    static List<String> node(String... words) {
        must(exists("/usr/bin/node", "/usr/local/bin/node") && exists("/usr/bin/npm", "/usr/local/bin/npm"), "no Node.js with npm on this machine");
        var folder = MADE.resolve("node");
        try {
            Files.createDirectories(folder);
            for (var name : List.of("package.json", "package-lock.json", "verify.cjs")) {
                Files.copy(SOURCE.resolve("node").resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.isDirectory(folder.resolve("node_modules/sm-crypto"))) {
            var installed = tried(folder, "", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            must(installed.code() == 0, "the packages cannot be fetched: " + installed.output());
        }
        return Stream.concat(Stream.of("node", folder.resolve("verify.cjs").toString()), Stream.of(words)).toList();
    }

    static void openssl() {
        must(exists("/usr/bin/openssl") && tried(Path.of("."), "", "openssl", "version").output().startsWith("OpenSSL 3"), "no OpenSSL 3 on this machine");
    }

    /** One answer for each case. */
    static List<String> ask(List<String> program, List<Map<String, Object>> cases) {
        var lines = cases.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
        return run(MADE, lines, program.toArray(String[]::new)).lines().toList();
    }

    record Ended(int code, String output) {}

    static String run(Path folder, String input, String... command) {
        var ended = tried(folder, input, command);
        if (ended.code() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + ended.output());
        }
        return ended.output();
    }

    static Ended tried(Path folder, String input, String... command) {
        try {
            Files.createDirectories(MADE);
            var in = Files.createTempFile(MADE, "in", ".txt");
            Files.writeString(in, input);
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectInput(in.toFile());
            builder.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", GO_LIBRARY, "GOCACHE", MADE.resolve("go-cache").toString(),
                    "GOFLAGS", "", "NODE_NO_WARNINGS", "1"));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Files.delete(in);
            return new Ended(code, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void must(boolean there, String what) {
        if ("true".equals(System.getenv("CI")) && !there) {
            throw new AssertionError(what);
        }
        Assumptions.assumeTrue(there, what);
    }

    private static boolean exists(String... programs) {
        return Stream.of(programs).anyMatch(program -> Files.isExecutable(Path.of(program)));
    }
}
