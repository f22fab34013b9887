package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import openland.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers, their cursors, and who waits for them. */
class ReadersTest {
    private final TestLog log = new TestLog();
    private final List<TestLog.Node> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(node -> node.life.stop());
        log.close();
    }

    @Test
    void a_reader_gets_every_covered_entry_once_and_in_order() {
        var reader = new Recording(0);
        start(reader).grow(30);
        Await.until(() -> reader.read.size() == 30);
        assertThat(reader.read).containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(Long::valueOf).toList());
    }

    @Test
    void the_cursor_moves_only_after_the_work() {
        var reader = new Recording(0);
        reader.failing = true;
        var node = start(reader).grow(2);
        Await.until(() -> reader.tries.size() >= 2);
        assertThat(reader.tries).containsOnly(0L);
        assertThat(cursor(node, "recording")).isZero();
        reader.failing = false;
        Await.until(() -> cursor(node, "recording") == 2);
        assertThat(reader.read).containsExactly(0L, 1L);
    }

    @Test
    void a_reader_goes_on_from_the_position_kept_in_its_own_data() {
        var first = new Recording(0);
        var node = start(first).grow(5);
        Await.until(() -> first.read.size() == 5);
        stop(node);
        var second = new Recording(3);
        start(second);
        Await.until(() -> second.read.size() == 2);
        assertThat(second.read).containsExactly(3L, 4L);
    }

    @Test
    void a_reader_whose_data_are_ahead_of_the_log_begins_anew() {
        stop(start().grow(2));
        var reader = new Recording(99);
        start(reader);
        Await.until(() -> reader.read.size() == 2);
    }

    @Test
    void the_barrier_waits_for_a_slow_reader_of_another_node() {
        var slow = new Recording(0);
        var here = start(new Recording(0));
        start(slow);
        here.grow(1);
        Await.until(() -> slow.read.size() == 1);
        slow.gate = new CountDownLatch(1);
        var entry = here.append();
        assertThatThrownBy(() -> here.barrier.awaitPassed(entry.index(), Duration.ofMillis(700)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.UNAVAILABLE));
        slow.gate.countDown();
        here.barrier.awaitPassed(entry.index(), Duration.ofSeconds(10));
        assertThat(slow.read).contains(entry.index());
    }

    @Test
    void the_barrier_waits_for_the_checkpoint() {
        var node = log.node();
        node.opening.open();
        var entry = node.append();
        assertThatThrownBy(() -> node.barrier.awaitPassed(entry.index(), Duration.ofMillis(200))).isInstanceOf(Refusal.class);
    }

    @Test
    void the_barrier_does_not_wait_for_a_node_that_was_not_seen_for_three_seconds() {
        var node = start(new Recording(0)).grow(1);
        log.database.sql().sql("insert into ledger_reader values ('search', 'dead', 0, clock_timestamp() - interval '1500 ms')").update();
        long begun = System.nanoTime();
        node.barrier.awaitPassed(0, Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1200));
    }

    @Test
    void nobody_waits_inside_the_transaction_of_the_entry() {
        var node = log.node();
        assertThatThrownBy(() -> node.transaction.executeWithoutResult(_ -> node.barrier.awaitPassed(0, Duration.ofSeconds(1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_node_that_cannot_reach_the_database_falls_silent_within_two_seconds_and_comes_back_only_when_it_has_caught_up() {
        var reader = new Recording(0);
        var lonely = start(reader);
        var other = start();
        other.grow(1);
        Await.until(lonely.contact::fresh);
        Await.until(() -> reader.read.size() == 1);
        reader.gate = new CountDownLatch(1);
        lonely.line.cut();
        long cut = System.nanoTime();
        Await.until(() -> !lonely.contact.fresh());
        assertThat(Duration.ofNanos(System.nanoTime() - cut)).isLessThan(Duration.ofMillis(2200));
        var entry = other.append();
        other.barrier.awaitPassed(entry.index(), Duration.ofSeconds(10)); // nobody waits for the silent one
        lonely.line.mend();
        Await.until(() -> lonely.contact.inTouch(System.nanoTime()));
        assertThat(lonely.contact.fresh()).isFalse();
        assertThat(lonely.contact.fresh("recording")).isFalse();
        reader.gate.countDown();
        Await.until(lonely.contact::fresh);
        assertThat(reader.read).containsExactly(0L, 1L);
    }

    @Test
    void a_node_that_stops_is_no_longer_waited_for() {
        stop(start(new Recording(0)));
        assertThat(log.database.sql().sql("select count(*) from ledger_reader").query(Long.class).single()).isZero();
    }

    @Test
    void a_node_that_was_not_seen_for_an_hour_is_forgotten() {
        log.database.sql().sql("insert into ledger_reader values ('search', 'dead', 0, clock_timestamp() - interval '61 minutes')").update();
        log.node().cursors.forgetDead();
        assertThat(log.database.sql().sql("select count(*) from ledger_reader").query(Long.class).single()).isZero();
    }

    private TestLog.Node start(LedgerReader... readers) {
        var node = log.node(readers).start();
        started.add(node);
        return node;
    }

    private void stop(TestLog.Node node) {
        started.remove(node);
        node.life.stop();
    }

    private static long cursor(TestLog.Node node, String reader) {
        return node.db.sql("select position from ledger_reader where reader = :reader").param("reader", reader)
                .query(Long.class).single();
    }

    /** Remembers what it was given; can fail, and can be held up. */
    private static final class Recording implements LedgerReader {
        final List<Long> tries = Collections.synchronizedList(new ArrayList<>());
        final List<Long> read = Collections.synchronizedList(new ArrayList<>());
        volatile boolean failing;
        volatile CountDownLatch gate = new CountDownLatch(0);
        private final long start;

        Recording(long start) {
            this.start = start;
        }

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public long startsAt(long covered) {
            return start;
        }

        @Override
        public void read(List<Entry> entries) {
            tries.add(entries.getFirst().index());
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failing) {
                throw new IllegalStateException("the disk of the index is full");
            }
            entries.forEach(entry -> read.add(entry.index()));
        }
    }
}
