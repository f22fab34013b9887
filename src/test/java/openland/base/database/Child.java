package openland.base.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM of its own that holds a data folder and runs the embedded database in it, to be killed or stopped from outside. */
final class Child implements AutoCloseable {
    final Process process;
    private final BufferedReader output;

    /** What the child's database is reached with, and its first process. */
    record Ready(TestDatabase database, long postmaster) {}

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    /** Starts one; {@code prefix} stands before the command, {@code environment} is added to ours. */
    static Child on(Path folder, List<String> prefix, Map<String, String> environment) throws IOException {
        return run(prefix, environment, Child.class.getName(), folder.toString());
    }

    /** Starts any program of the test's class path. */
    static Child run(List<String> prefix, Map<String, String> environment, String... mainAndArguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    /** Waits until the database answers. */
    Ready ready() throws IOException {
        var words = line("ready ").split(" ");
        return new Ready(new TestDatabase(words[1], words[2], words[3]), Long.parseLong(words[4]));
    }

    /** Waits for the line that contains {@code text}. */
    String line(String text) throws IOException {
        var before = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new IllegalStateException("The child ended:\n" + before);
    }

    /** Everything it still says until its end. */
    String rest() throws IOException {
        return String.join("\n", output.readAllLines());
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** The child itself: runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (var folder = DataFolder.take(Path.of(arguments[0]));
                var database = EmbeddedDatabase.start(folder.path("postgres"), EmbeddedDatabase.Settings.OF_THE_PROGRAM)) {
            var access = database.access();
            System.out.println("ready " + access.url() + " " + access.username() + " " + access.password() + " " + database.pid());
            while (System.in.read() >= 0) { }
        }
    }
}
