package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A disk that is really full: nothing is signed, the reason is said, and it goes on by itself when there is space again. */
class FullDiskTest {
    @Test
    void a_full_disk_stops_the_signing_until_there_is_space_again() throws Exception {
        var disk = Files.createDirectories(TestDatabase.newFolder().resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", disk.toString()) == 0, "no file system may be mounted here");
        try (var log = new TestLog(disk.resolve("files"))) {
            var node = log.node().start().grow(3);
            var filler = disk.resolve("filler");
            fill(filler);
            node.append();
            Await.until(() -> node.health.health().getStatus().equals(Status.DOWN));
            assertThat(node.health.health().getDetails().get("reason").toString()).contains("Nothing can be signed", "No space left");
            assertThat(log.checkpoints().getLast().size()).isEqualTo(3);
            assertThat(node.ledger.tile("entries/000.p/4")).isEmpty();
            assertThat(node.ledger.inclusion(2)).isPresent();
            Files.delete(filler);
            Await.until(() -> node.ledger.size() == 4 && node.health.health().getStatus().equals(Status.UP));
            assertThat(node.tiles.areWhole(4, log.checkpoints().getLast().root())).isTrue();
            node.life.stop();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(new byte[1024]);
            }
            throw new AssertionError("The disk is not small.");
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** The system itself refuses files past a size, without any right of the superuser. */
    @Test
    void a_limit_of_the_system_stops_the_signing_until_it_is_raised() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no prlimit on this machine");
        try (var log = new TestLog()) {
            var opened = log.node();
            opened.opening.open();
            for (int i = 0; i < 20; i++) {
                opened.append();
            }
            var child = new ProcessBuilder("prlimit", "--fsize=1000:unlimited",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                    FullDiskTest.class.getName(), log.database.url(), log.database.username(), log.database.password(), log.files.toString())
                    .redirectErrorStream(true).start();
            try (var said = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
                assertThat(said.lines().filter(line -> line.startsWith("reason ")).findFirst().orElseThrow()).contains("File too large");
                assertThat(log.checkpoints().getLast().size()).isZero();
                assertThat(run("prlimit", "--fsize=unlimited:unlimited", "--pid", Long.toString(child.pid()))).isZero();
                Await.until(() -> log.checkpoints().getLast().size() == 20);
            } finally {
                child.destroyForcibly().waitFor();
            }
            assertThat(opened.tiles.areWhole(20, log.checkpoints().getLast().root())).isTrue();
        }
    }

    /** The child: integrates until it is ended, and says once why it cannot. */
    public static void main(String[] arguments) throws InterruptedException {
        var database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
        var node = TestLog.at(database, Path.of(arguments[3])).node().start();
        Await.until(() -> node.standing.hindrance().isPresent());
        System.out.println("reason " + node.standing.hindrance().orElseThrow());
        Thread.currentThread().join(); // until it is ended from outside
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
