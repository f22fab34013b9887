package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import openland.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New keys, and what was signed with the old ones. */
class KeyChangeTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void the_old_keys_sign_the_leaf_that_names_the_new_ones_and_nothing_after_it() {
        var node = log.node().start().grow(5);
        var old = log.keys().newest();
        var changed = node.keyChange.change(UUID.randomUUID(), UUID.randomUUID());
        node.grow(3);
        node.life.stop();
        var fresh = log.keys().newest();
        assertThat(changed.entry()).isEqualTo(5);
        assertThat(fresh).hasSize(2).doesNotContainAnyElementsOf(old).isEqualTo(changed.epoch().keys());
        var leaf = node.ledger.entry(5).orElseThrow().leaf();
        assertThat(leaf.type()).isEqualTo(LeafType.KEY_CHANGE);
        assertThat(leaf.keys()).isEqualTo(new Leaf.NewKeys(7, fresh.stream().map(VerifierKey::line).toList()));
        assertThat(log.checkpoints()).extracting(SignedCheckpoint::size).contains(6L, 9L);
        for (var checkpoint : log.checkpoints()) {
            var signs = checkpoint.size() <= 6 ? old : fresh;
            assertThat(Checkpoint.open(checkpoint.note(), signs).size()).isEqualTo(checkpoint.size());
            assertThatThrownBy(() -> Checkpoint.open(checkpoint.note(), signs.equals(old) ? fresh : old)).hasMessageContaining("not signed by");
        }
        assertThat(node.selfCheck.doubt()).isEmpty();
        assertThat(node.acts).extracting(openland.journal.Act::name).containsExactly("ledger.keys-changed");
        assertThat(node.acts.getFirst().toString()).doesNotContain("PRIVATE");
    }

    @Test
    void a_second_change_waits_for_the_first_and_then_is_made() {
        var node = log.node();
        var signer = node.opening.open();
        node.keyChange.change(UUID.randomUUID(), UUID.randomUUID());
        assertThatThrownBy(() -> node.keyChange.change(UUID.randomUUID(), UUID.randomUUID())).isInstanceOf(Refusal.class).hasMessageContaining("没有生效");
        node.append();
        while (node.integrator.integrate(signer)) { }
        assertThat(log.checkpoints()).extracting(SignedCheckpoint::size).containsExactly(0L, 1L, 2L);
        node.keyChange.change(UUID.randomUUID(), UUID.randomUUID());
        node.append();
        while (node.integrator.integrate(signer)) { }
        assertThat(log.checkpoints()).extracting(SignedCheckpoint::size).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(log.keys().epochs()).extracting(LogKeys.Epoch::since).containsExactly(0L, 2L, 4L);
        assertThat(node.selfCheck.doubt()).isEmpty();
    }

    @Test
    void another_node_and_a_later_start_go_on_with_the_new_keys_and_no_longer_need_the_old_files() throws IOException {
        var first = log.node().start().grow(2);
        var other = log.node().start();
        first.keyChange.change(UUID.randomUUID(), UUID.randomUUID());
        other.grow(2);
        first.life.stop();
        other.life.stop();
        Files.delete(log.files.resolve("keys/ledger-ed25519"));
        Files.delete(log.files.resolve("keys/ledger-sm2"));
        var later = log.node().start().grow(1);
        assertThat(later.standing.doubt()).isEmpty();
        assertThat(log.keys().open(log.checkpoints().getLast().note()).size()).isEqualTo(6);
        later.life.stop();
    }

    @Test
    void a_change_that_is_rolled_back_changes_nothing() {
        var node = log.node().start().grow(2);
        var old = log.keys();
        node.transaction.executeWithoutResult(status -> {
            node.keyChange.change(UUID.randomUUID(), UUID.randomUUID());
            status.setRollbackOnly();
        });
        node.grow(1);
        assertThat(log.keys()).isEqualTo(old);
        assertThat(log.keys().open(log.checkpoints().getLast().note()).size()).isEqualTo(3);
        node.life.stop();
    }

    @Test
    void a_log_of_before_sm2_gets_its_key_by_a_leaf_and_goes_on() throws IOException {
        var node = log.node();
        node.opening.open();
        var before = log.keys().newest().getFirst();
        asBeforeSm2(node, before);
        var upgraded = log.node().start().grow(2);
        assertThat(upgraded.standing.doubt()).isEmpty();
        assertThat(upgraded.acts).hasSize(1);
        assertThat(log.keys().epochs().getLast().since()).isEqualTo(3);
        assertThat(log.keys().newest()).hasSize(2).first().isEqualTo(before);
        assertThat(upgraded.ledger.entry(1).orElseThrow().leaf().type()).isEqualTo(LeafType.KEY_CHANGE);
        assertThat(log.keys().open(log.checkpoints().getLast().note()).size()).isEqualTo(4);
        assertThat(upgraded.selfCheck.doubt()).isEmpty();
        upgraded.life.stop();
        var again = log.node().start().grow(1);
        assertThat(again.acts).isEmpty();
        again.life.stop();
    }

    /** One entry, signed by Ed25519 alone, as earlier programs left it. */
    private void asBeforeSm2(TestLog.Node node, VerifierKey ed25519) throws IOException {
        log.damage("delete from ledger_key where type = 'sm2'", "delete from ledger_checkpoint");
        Files.delete(log.files.resolve("keys/ledger-sm2"));
        node.append();
        var tree = new CompactRange();
        node.checkpoints.add(signed(node, ed25519, tree), tree);
        tree.append(node.entries.at(0).orElseThrow().hash());
        var one = signed(node, ed25519, tree);
        node.folder.keepSigned(one.note());
        node.checkpoints.add(one, tree);
    }

    private static SignedCheckpoint signed(TestLog.Node node, VerifierKey key, CompactRange tree) {
        var checkpoint = new Checkpoint(key.name(), tree.size(), tree.root());
        return new SignedCheckpoint(tree.size(), tree.root(), checkpoint.signedBy(node.signer.secret(key)), TestLog.TIME);
    }
}
