package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** One chain of checkpoints, whatever happens to nodes and tables. */
class IntegratorTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void two_nodes_sign_one_chain_and_never_two_roots_for_one_size() throws Exception {
        var nodes = List.of(log.node().start(), log.node().start());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var appends = IntStream.range(0, 120).mapToObj(i -> pool.submit(() -> nodes.get(i % 2).append())).toList();
            for (var append : appends) {
                append.get();
            }
        }
        Await.until(() -> nodes.getFirst().ledger.size() == 120);
        nodes.forEach(node -> node.life.stop());
        assertThat(nodes).allSatisfy(node -> assertThat(node.standing.doubt()).isEmpty());
        mustBeOneChain(nodes.getFirst());
    }

    @Test
    void two_integrators_at_once_sign_once() throws Exception {
        var nodes = List.of(log.node(), log.node());
        var signer = nodes.getFirst().opening.open();
        for (int round = 1; round <= 20; round++) {
            nodes.getFirst().append();
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (var done : nodes.stream().map(node -> pool.submit(() -> node.integrator.integrate(signer))).toList()) {
                    done.get();
                }
            }
            assertThat(log.checkpoints()).hasSize(1 + round);
        }
        mustBeOneChain(nodes.getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a row deleted           | delete from ledger_entry where idx = 4
            the first row deleted   | delete from ledger_entry where idx = 0
            the last rows cut off   | delete from ledger_entry where idx >= 10
            a row changed           | update ledger_entry set leaf = '{}', leaf_hash = sha256('\\x007b7d'::bytea) where idx = 7
            two rows swapped        | update ledger_entry set idx = case idx when 3 then -5 else -3 end where idx in (3, 5); update ledger_entry set idx = -idx where idx < 0
            a checkpoint changed    | update ledger_checkpoint set root = sha256('') where size = (select max(size) from ledger_checkpoint)
            all checkpoints deleted | delete from ledger_checkpoint
            the counter set back    | update ledger_counter set next = 5
            restored from a backup  | delete from ledger_entry where idx >= 10; delete from ledger_checkpoint where size > 10; update ledger_counter set next = 10
            an old backup, grown on | delete from ledger_checkpoint where size > 10; update ledger_entry set leaf = '{}', leaf_hash = sha256('\\x007b7d'::bytea) where idx >= 10
            """)
    void damaged_tables_are_not_signed(String damage, String statements) {
        var before = log.node().start();
        before.grow(10).grow(10);
        before.life.stop();
        log.damage(statements.split(";"));
        var signed = log.checkpoints();
        var node = log.node().start();
        Await.until(() -> node.standing.doubt().isPresent());
        assertThat(node.health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(node::append).as(damage).hasMessageContaining("只读");
        node.life.stop();
        assertThat(log.checkpoints()).hasSameSizeAs(signed);
    }

    @Test
    void damage_under_a_running_node_stops_its_signing() {
        var node = log.node().start().grow(10);
        log.damage("delete from ledger_entry where idx >= 8");
        Await.until(() -> node.standing.doubt().isPresent());
        node.life.stop();
    }

    @Test
    void a_node_that_died_between_signing_and_committing_is_continued() {
        var node = log.node();
        var signer = node.opening.open();
        node.append();
        node.append();
        var tree = new CompactRange().append(node.entries.at(0).orElseThrow().hash());
        node.folder.keepSigned(signer.sign(log.keys(), tree, TestLog.TIME).note());
        node.integrator.integrate(signer);
        assertThat(node.ledger.size()).isEqualTo(2);
        node.append();
        node.folder.keepSigned(signer.sign(log.keys(), new CompactRange().append(new byte[32]).append(new byte[32]).append(new byte[32]), TestLog.TIME).note());
        assertThatThrownBy(() -> node.integrator.integrate(signer)).isInstanceOf(Distrust.class).hasMessageContaining("another root");
    }

    @Test
    void a_lost_connection_only_delays_the_next_checkpoint() {
        var node = log.node().start().grow(3);
        node.line.cut();
        Await.until(() -> !node.contact.fresh());
        log.node().append();
        node.line.mend();
        Await.until(() -> log.checkpoints().getLast().size() == 4);
        assertThat(node.standing.doubt()).isEmpty();
        node.life.stop();
    }

    private void mustBeOneChain(TestLog.Node node) {
        var leaves = node.entries.rows(0, Integer.MAX_VALUE).stream().map(Entries.Row::hash).toList();
        var log = this.log.keys();
        long size = -1;
        for (var checkpoint : this.log.checkpoints()) {
            assertThat(checkpoint.size()).isGreaterThan(size);
            size = checkpoint.size();
            assertThat(log.open(checkpoint.note()).root()).isEqualTo(Rfc6962.mth(leaves.subList(0, (int) size)));
        }
        assertThat(size).isEqualTo(leaves.size());
    }
}
