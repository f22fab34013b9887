package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import openland.OpenlandTest;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OpenlandTest
class LedgerTest {
    @Autowired Ledger ledger;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient program;
    @Autowired @Qualifier("publicReader") JdbcClient reader;
    @Autowired Environment environment;

    @Test
    void an_entry_is_covered_by_a_signed_checkpoint_within_a_second_or_so() {
        var entry = append(UUID.randomUUID(), LeafType.PUBLISH);
        Await.until(() -> ledger.size() > entry.index());
        var checkpoint = ledger.latestCheckpoint().orElseThrow();
        var opened = ledger.keys().orElseThrow().open(checkpoint.note());
        assertThat(opened.root()).isEqualTo(
                Rfc6962.mth(LongStream.range(0, opened.size()).mapToObj(i -> ledger.entry(i).orElseThrow().hash()).toList()));
        assertThat(ledger.entries(entry.index(), 1).getFirst()).isEqualTo(entry);
    }

    @Test
    void a_leaf_names_the_previous_one_of_its_piece() {
        var piece = UUID.randomUUID();
        var first = append(piece, LeafType.PUBLISH);
        append(UUID.randomUUID(), LeafType.PUBLISH);
        var second = append(piece, LeafType.WITHDRAW);
        assertThat(first.leaf().previous()).isNull();
        assertThat(second.leaf().previous()).isEqualTo(first.index());
        assertThat(ledger.ofSubject(piece)).containsExactly(first, second);
        assertThat(ledger.entry(second.index())).contains(second);
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        assertThatThrownBy(() -> ledger.append(UUID.randomUUID(), leaf(LeafType.PUBLISH)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void readers_see_only_what_a_checkpoint_covers() {
        transaction.executeWithoutResult(status -> {
            var entry = ledger.append(UUID.randomUUID(), leaf(LeafType.PUBLISH));
            assertThat(ledger.entry(entry.index())).isPresent();
            assertThat(ledger.entries(entry.index(), 1)).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_publication_that_is_rolled_back_leaves_no_gap() {
        var before = append(UUID.randomUUID(), LeafType.PUBLISH);
        transaction.executeWithoutResult(status -> {
            ledger.append(UUID.randomUUID(), leaf(LeafType.PUBLISH));
            status.setRollbackOnly();
        });
        assertThat(append(UUID.randomUUID(), LeafType.PUBLISH).index()).isEqualTo(before.index() + 1);
    }

    @Test
    void twenty_publishers_at_once_get_contiguous_indices() throws Exception {
        long from = append(UUID.randomUUID(), LeafType.PUBLISH).index() + 1;
        try (var pool = Executors.newFixedThreadPool(20)) {
            Callable<Entry> publisher = () -> append(UUID.randomUUID(), LeafType.PUBLISH);
            var indices = pool.invokeAll(IntStream.range(0, 100).mapToObj(_ -> publisher).toList()).stream()
                    .map(Future::resultNow).map(Entry::index).sorted().toList();
            assertThat(indices).containsExactlyElementsOf(LongStream.range(from, from + 100).boxed().toList());
        }
        Await.until(() -> ledger.size() >= from + 100);
        assertThat(ledger.entries(from, 100)).extracting(Entry::index)
                .containsExactlyElementsOf(LongStream.range(from, from + 100).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger_entry set at = at", "delete from ledger_entry", "truncate ledger_entry",
        "update ledger_checkpoint set note = note", "delete from ledger_checkpoint", "truncate ledger_checkpoint",
        "update ledger_log set origin = 'other.example'", "delete from ledger_log", "truncate ledger_log",
        "update ledger_key set public_key = public_key", "delete from ledger_key", "truncate ledger_key",
        "delete from ledger_counter", "truncate ledger_counter"})
    void what_was_written_is_not_changed_by_anyone(String sql) {
        append(UUID.randomUUID(), LeafType.PUBLISH);
        assertThatThrownBy(() -> program.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> reader.sql(sql).update()).rootCause().isInstanceOf(java.sql.SQLException.class);
        assertThatThrownBy(() -> owner().sql(sql).update()).rootCause().hasMessageContaining("is append-only");
        assertThatThrownBy(() -> owner().sql("set session_replication_role = replica; " + sql).update())
                .rootCause().hasMessageContaining("is append-only");
    }

    @Test
    void not_even_the_owner_leaves_a_gap_or_changes_a_hash() {
        long next = append(UUID.randomUUID(), LeafType.PUBLISH).index() + 1;
        assertThatThrownBy(() -> insertByHand(next + 1, "{}")).rootCause().hasMessageContaining("is not the next one");
        assertThatThrownBy(() -> insertByHand(next, "{}")).rootCause().hasMessageContaining("counter");
        assertThatThrownBy(() -> insertByHand(next, "{ }")).rootCause().hasMessageContaining("leaf_hash");
        assertThatThrownBy(() -> owner().sql("update ledger_counter set next = next + 1").update())
                .rootCause().hasMessageContaining("counter");
    }

    @Test
    void a_checkpoint_that_does_not_follow_is_refused_by_the_database() {
        append(UUID.randomUUID(), LeafType.PUBLISH);
        for (var size : new String[] {"0", "1000000000"}) {
            assertThatThrownBy(() -> program.sql("insert into ledger_checkpoint values (" + size + ", sha256(''), '', '', now())").update())
                    .rootCause().isInstanceOf(java.sql.SQLException.class);
        }
    }

    @Test
    void a_checkpoint_costs_only_what_is_new_and_proves_every_leaf() {
        var entry = append(UUID.randomUUID(), LeafType.PUBLISH);
        Await.until(() -> ledger.size() > entry.index());
        var checkpoint = ledger.latestCheckpoint().orElseThrow();
        for (int i = 0; i < checkpoint.size(); i++) {
            var proof = ledger.inclusion(i).orElseThrow();
            assertThat(Rfc6962.includes(ledger.entry(i).orElseThrow().hash(), i, proof.checkpoint().size(), proof.hashes(),
                    proof.checkpoint().root())).isTrue();
        }
    }

    private void insertByHand(long index, String leaf) {
        owner().sql("insert into ledger_entry values (:idx, :subject, 'publish', :leaf, sha256('\\x007b7d'::bytea), now())")
                .param("idx", index).param("subject", UUID.randomUUID()).param("leaf", leaf).update();
    }

    private Entry append(UUID subject, LeafType type) {
        return transaction.execute(_ -> ledger.append(subject, leaf(type)));
    }

    private JdbcClient owner() {
        return TestDatabase.of(environment).sql();
    }

    private static Leaf leaf(LeafType type) {
        return Leaf.of(type, "520000", "520000-2026-00001", type == LeafType.WITHDRAW ? null : 1,
                Instant.parse("2026-11-22T01:02:03.004Z"), null);
    }
}
