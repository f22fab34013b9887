package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every fuzz test in a process of its own with 256 MB of heap, beginning with its seeds. How long is set by
 * {@code fuzz.executions}, with which inputs by {@code fuzz.seed}, 0 being others each time; an input that takes {@code fuzz.hang} seconds is
 * a failure. What makes a fuzz test fail, and what the fuzzer learned, is left in {@code target/fuzz}.
 */
@Execution(ExecutionMode.CONCURRENT)   // each waits for a process of its own
class Fuzzing {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path LEFT = Path.of("target/fuzz");
    /** Libraries of other tests. Jazzer reads every class there is before the first input, within the heap that is meant for the inputs. */
    private static final Pattern UNUSED = Pattern.compile(
            ".*[/\\\\](?:dev.sigstore|com.google|io.grpc|io.netty|org.jetbrains|com.squareup|no.nav|org.freemarker|com.microsoft|com.tngtech|com.deque|software.amazon|com.icegreen|jakarta.mail|org.eclipse.angus)[/\\\\].*");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    static Stream<String> fuzz_tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.map(TESTS::relativize).map(Path::toString).filter(file -> file.endsWith("FuzzTest.java"))
                    .map(file -> file.replace(".java", "").replace(File.separatorChar, '.'))
                    .filter(name -> name.matches(".*(?:" + System.getProperty("fuzz.only", ".*") + ")")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fuzz_tests")
    void nothing_breaks_it(String test) throws Exception {
        var found = Files.createDirectories(LEFT.resolve(test));
        var log = LEFT.resolve(test + ".log");
        var process = new ProcessBuilder(command(test, found)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            int status = process.waitFor();
            var said = Files.readString(log);
            assertThat(status).as(said.substring(Math.max(0, said.length() - 6_000))).isZero();
            assertThat(DONE.matcher(said).results().mapToLong(done -> Long.parseLong(done.group(1))).sum())
                    .as("executions").isGreaterThanOrEqualTo(Long.getLong("fuzz.executions"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> !UNUSED.matcher(entry).matches()).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> command(String test, Path found) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + test, "--instrumentation_includes=openland.**",
                "--custom_hook_excludes=**", "-artifact_prefix=" + LEFT + "/" + test + "-",
                "-runs=" + Long.getLong("fuzz.executions"), "-seed=" + Long.getLong("fuzz.seed"), "-timeout=" + Long.getLong("fuzz.hang"),
                "-max_total_time=0", found.toString()));
        var seeds = Path.of("src/test/resources", test.replace('.', '/') + "Inputs");
        if (Files.isDirectory(seeds)) {
            command.add(seeds.toString());
        }
        return command;
    }
}
