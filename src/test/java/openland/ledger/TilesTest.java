package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import openland.base.DurableFolder;
import openland.base.Refusal;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

/** The files of the log: they grow with it, survive a fault at each write, and are made again when they are lost. */
class TilesTest {
    private TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    /** Fails at the n-th step of all writes, in one of two ways: as a full disk does, or as if the process had died. */
    private static final class FailsAt implements DurableFolder.Fault {
        private final boolean dies;
        private int left;
        private boolean failed;

        FailsAt(int step, boolean dies) {
            this.left = step;
            this.dies = dies;
        }

        @Override
        public void before(DurableFolder.Step step, Path file) throws IOException {
            if (left-- == 0) {
                failed = true;
                if (dies) {
                    throw new Died();
                }
                throw new IOException("No space left on device");
            }
        }
    }

    private static final class Died extends Error {}

    @Test
    void the_files_are_the_log_that_was_signed() {
        var node = log.node().start();
        for (int count : new int[] {1, 1, 253, 1, 1, 255, 1, 300}) {
            node.grow(count);
            mustBeWhole(node);
        }
        node.life.stop();
        assertThat(log.files.resolve("ledger/tile/0/000")).exists();
        assertThat(log.files.resolve("ledger/tile/0/000.p")).doesNotExist();
    }

    @Test
    void a_long_log_has_a_second_level_and_proofs_cost_only_a_few_tiles() {
        log.fill(70_000);
        var node = log.node();
        var signer = node.opening.open();
        while (node.integrator.integrate(signer)) { }
        mustBeWhole(node);
        var read = new ArrayList<Tile>();
        var tree = new TileTree(70_000, tile -> {
            read.add(tile);
            return node.tiles.read(tile).orElseThrow();
        });
        var leaves = node.entries.rows(0, 70_000).stream().map(Entries.Row::hash).toList();
        assertThat(tree.inclusion(12_345)).usingRecursiveComparison().isEqualTo(Rfc6962.path(12_345, leaves));
        assertThat(tree.consistency(65_537)).usingRecursiveComparison().isEqualTo(Rfc6962.proof(65_537, leaves));
        assertThat(read).hasSizeLessThan(10);
        assertThat(log.files.resolve("ledger/tile/2/000.p/1")).exists();
    }

    /** Faults one after the other through a checkpoint that fills a tile of level 0 and begins one of level 1. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_fault_at_any_write_leaves_a_log_that_goes_on_by_itself(boolean dies) {
        int faults = 0;
        for (int step = 0; ; step++) {
            log.close();
            log = new TestLog();
            var before = log.node();
            var first = before.opening.open();
            log.fill(250);
            integrate(before, first);
            var fault = new FailsAt(step, dies);
            var node = log.node(fault);
            long covered = node.ledger.size();
            for (int i = 0; i < 7; i++) {
                node.append();
            }
            var thrown = Assertions.catchThrowable(() -> integrate(node, first));
            if (!fault.failed) {
                break;
            }
            faults++;
            assertThat(thrown).isNotNull();
            mustBeWhole(node);
            assertThat(node.ledger.tile("entries/000.p/" + (covered + 1))).as("what no one signed").satisfies(
                    tile -> assertThat(tile.isPresent()).isEqualTo(node.ledger.size() > covered));
            var next = log.node();
            integrate(next, next.opening.open());
            assertThat(next.ledger.size()).isEqualTo(257).isEqualTo(next.entries.end());
            mustBeWhole(next);
        }
        assertThat(faults).isGreaterThan(15);
    }

    @Test
    void a_hindrance_is_told_and_ends_by_itself() {
        var full = new boolean[1];
        var node = log.node((_, _) -> {
            if (full[0]) {
                throw new IOException("No space left on device");
            }
        }).start();
        node.grow(3);
        full[0] = true;
        node.append();
        Await.until(() -> node.health.health().getStatus().equals(Status.DOWN));
        assertThat(node.health.health().getDetails().get("reason").toString()).contains("No space left on device");
        assertThat(node.ledger.size()).isEqualTo(3);
        assertThat(node.ledger.tile("0/000.p/4")).isEmpty();
        mustBeWhole(node);
        full[0] = false;
        Await.until(() -> node.ledger.size() == 4 && node.health.health().getStatus().equals(Status.UP));
        mustBeWhole(node);
        node.life.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/001.p", "entries/001.p", "1/000.p", "0/000", "entries/000"})
    void a_lost_or_damaged_tile_is_made_again(String name) throws IOException {
        grown(log.node(), 300);
        for (int length : new int[] {-1, 0, 1, 40}) {
            var found = log.files.resolve("ledger/tile").resolve(name);
            var file = Files.isDirectory(found) ? newest(found) : found;
            if (length < 0) {
                Files.delete(file);
            } else {
                Files.write(file, new byte[length]);
            }
            var node = log.node().start();
            Await.until(() -> isWhole(node));
            node.life.stop();
        }
    }

    @Test
    void a_changed_byte_in_a_tile_gives_no_false_proof() throws IOException {
        var node = log.node();
        grown(node, 300);
        for (var name : new String[] {"0/000", "entries/000", "1/000.p/1", "0/001.p/44"}) {
            var file = log.files.resolve("ledger/tile").resolve(name);
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1; // the last hash, or the last leaf
            Files.write(file, bytes);
            long index = name.equals("0/000") ? 254 : name.equals("entries/000") ? 255 : 298; // whose proof needs it, or whose leaf it is
            assertThat(Assertions.catchThrowable(() -> node.ledger.inclusion(index))).as(name).isInstanceOf(Refusal.class);
            node.integrator.integrate(node.opening.open());
            assertThat(node.ledger.inclusion(index)).hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
        }
    }

    private static Path newest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.max(Comparator.comparing(file -> Integer.valueOf(file.getFileName().toString()))).orElseThrow();
        }
    }

    @Test
    void while_tiles_are_lost_no_proof_is_given_and_the_reason_is_said() throws IOException {
        var node = log.node();
        grown(node, 300);
        Files.delete(log.files.resolve("ledger/tile/0/000"));
        assertThat(Assertions.catchThrowable(() -> node.ledger.inclusion(7))).isInstanceOf(Refusal.class).hasMessageContaining("重建");
        node.integrator.integrate(node.opening.open());
        assertThat(node.ledger.inclusion(7)).isPresent();
    }

    @Test
    void a_changed_row_does_not_reach_the_tiles() {
        grown(log.node(), 10);
        log.damage("update ledger_entry set leaf = '{}', leaf_hash = sha256('\\x007b7d'::bytea) where idx = 7");
        var node = log.node();
        node.append();
        node.integrator.integrate(node.opening.open());
        var checkpoint = node.ledger.latestCheckpoint().orElseThrow();
        assertThat(checkpoint.size()).isEqualTo(11);
        assertThat(node.tiles.tree(11).root()).isEqualTo(checkpoint.root());
        assertThat(new String(node.ledger.tile("entries/000.p/8").orElseThrow(), StandardCharsets.UTF_8)).doesNotContain("{}");
    }

    private static void grown(TestLog.Node node, int count) {
        var signer = node.opening.open();
        for (int i = 0; i < count; i++) {
            node.append();
        }
        integrate(node, signer);
    }

    private static void integrate(TestLog.Node node, Signer signer) {
        while (node.integrator.integrate(signer)) { }
    }

    private static boolean isWhole(TestLog.Node node) {
        try {
            mustBeWhole(node);
            return true;
        } catch (AssertionError | Refusal | Tiles.Damaged _) {
            return false;
        }
    }

    /** Every tile that the newest checkpoint's size asks for is served, and together they are what it signs. */
    private static void mustBeWhole(TestLog.Node node) {
        var checkpoint = node.ledger.latestCheckpoint().orElseThrow();
        var hashes = new ArrayList<byte[]>();
        for (long index = 0; index * Tile.FULL < checkpoint.size(); index++) {
            var bundle = ByteBuffer.wrap(node.ledger.tile(Tile.widest(Tile.ENTRIES, index, checkpoint.size()).path()).orElseThrow());
            var tile = ByteBuffer.wrap(node.ledger.tile(Tile.widest(0, index, checkpoint.size()).path()).orElseThrow());
            while (bundle.hasRemaining()) {
                var leaf = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(leaf);
                var hash = new byte[32];
                tile.get(hash);
                assertThat(Leaf.hash(new String(leaf, StandardCharsets.UTF_8))).isEqualTo(hash);
                hashes.add(hash);
            }
            assertThat(tile.hasRemaining()).isFalse();
        }
        assertThat(hashes).hasSize((int) checkpoint.size());
        assertThat(Rfc6962.mth(hashes)).isEqualTo(checkpoint.root());
        assertThat(node.tiles.tree(checkpoint.size()).root()).isEqualTo(checkpoint.root());
    }
}
