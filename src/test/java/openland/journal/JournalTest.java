package openland.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import openland.OpenlandTest;
import openland.base.database.TestDatabase;
import openland.journal.Verification.Flaw;
import openland.journal.Verification.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@OpenlandTest
@TestPropertySource(properties = "a.database.of.my.own=journal")
class JournalTest {
    @Autowired Journal journal;
    @Autowired Sealing sealing;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient program;
    @Autowired @Qualifier("publicReader") JdbcClient reader;
    @Autowired Environment environment;
    JdbcClient owner;

    @BeforeEach
    void empty() {
        owner = TestDatabase.of(environment).sql();
        tamper("delete from journal_entry", "delete from journal_seal", "delete from journal_unsealed");
    }

    @Test
    void an_act_is_kept_only_with_the_change_it_tells_of() {
        assertThatThrownBy(() -> journal.record(act("alone"))).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            journal.record(act("undone"));
            status.setRollbackOnly();
        });
        assertThat(subjects()).isEmpty();
        keep("done");
        assertThat(subjects()).containsExactly("done");
    }

    @Test
    void a_refused_act_is_kept_although_the_change_is_not() {
        transaction.executeWithoutResult(status -> {
            journal.recordAlone(act("refused"));
            status.setRollbackOnly();
        });
        eventually(() -> subjects().contains("refused"));
        journal.recordAlone(act("refused outside"));
        assertThat(subjects()).contains("refused outside");
    }

    @Test
    void entries_are_sealed_within_seconds_by_themselves() {
        keep("one");
        keep("two");
        eventually(() -> journal.verify().sealed() == 2);
        assertThat(journal.verify().fits()).isTrue();
        assertThat(program.sql("select count(*) from journal_unsealed").query(Integer.class).single()).isZero();
    }

    @Test
    void sealing_goes_on_after_the_database_was_lost() {
        keep("before");
        eventually(() -> journal.verify().sealed() == 1);
        owner.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .query(Long.class).single();
        eventually(() -> kept("after"));
        eventually(() -> sealedWithoutFlaw(2));
    }

    @Test
    void two_sealers_at_once_make_one_chain() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            keep("e" + i);
        }
        var threads = List.of(Thread.ofVirtual().start(this::seal), Thread.ofVirtual().start(this::seal));
        for (var thread : threads) {
            thread.join();
        }
        seal();
        assertThat(journal.verify()).matches(Verification::fits).extracting(Verification::sealed).isEqualTo(50L);
    }

    @Test
    void nobody_changes_a_row_neither_the_program_nor_the_owner() {
        keep("kept");
        seal();
        for (var table : List.of("journal_entry", "journal_seal")) {
            for (var sql : List.of("delete from " + table, "truncate " + table)) {
                assertThatThrownBy(() -> program.sql(sql).update()).rootCause().hasMessageContaining("permission denied");
                assertThatThrownBy(() -> owner.sql(sql).update()).rootCause().hasMessageContaining("append-only");
            }
        }
        assertThatThrownBy(() -> program.sql("update journal_entry set subject = 'x'").update())
                .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> owner.sql("update journal_entry set subject = 'x'").update())
                .rootCause().hasMessageContaining("append-only");
    }

    @Test
    void public_readers_do_not_see_the_journal() {
        for (var table : List.of("journal_entry", "journal_seal", "journal_unsealed")) {
            assertThatThrownBy(() -> reader.sql("select count(*) from " + table).query(Integer.class).single())
                    .rootCause().hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_entry_changed_behind_the_programs_back_is_found() {
        long second = threeSealed();
        tamper("update journal_entry set detail = '{\"state\": \"forged\"}' where n = " + second);
        assertFlaw(Kind.CHANGED, second);
    }

    @Test
    void an_entry_that_was_removed_is_found() {
        long second = threeSealed();
        tamper("delete from journal_entry where n = " + second);
        assertFlaw(Kind.MISSING, second);
    }

    @Test
    void an_entry_removed_together_with_its_seal_is_found() {
        long second = threeSealed();
        tamper("delete from journal_entry where n = " + second, "delete from journal_seal where entry = " + second);
        assertThat(journal.verify().flaw()).isNotNull().extracting(Flaw::kind).isEqualTo(Kind.MISSING);
    }

    @Test
    void a_seal_forged_for_a_changed_entry_breaks_the_next_one() {
        long second = threeSealed();
        tamper("update journal_entry set subject = 'forged' where n = " + second,
                "update journal_seal set hash = sha256('guess') where entry = " + second);
        assertFlaw(Kind.CHANGED, second);
    }

    @Test
    void an_entry_kept_from_the_sealer_is_found_after_a_minute() {
        threeSealed();
        tamper("insert into journal_entry (id, at, act, subject, detail) values (gen_random_uuid(), now() - interval '61 s', 'test.done', 'x', '{}')");
        assertThat(journal.verify().flaw()).isNotNull().extracting(Flaw::kind).isEqualTo(Kind.UNSEALED);
    }

    @Test
    void the_newest_is_read_first_page_by_page_and_by_officer_subject_and_office() {
        var officer = UUID.randomUUID();
        var office = UUID.randomUUID();
        for (var subject : List.of("a", "b", "c")) {
            transaction.executeWithoutResult(_ -> journal.record(new Act("test.done", officer, office, subject)));
        }
        keep("other");
        var first = journal.entries(new Filter(officer, null, null), null, 2);
        assertThat(first.items()).extracting(Entry::subject).containsExactly("c", "b");
        var rest = journal.entries(new Filter(officer, null, null), first.next(), 2);
        assertThat(rest.items()).extracting(Entry::subject).containsExactly("a");
        assertThat(rest.next()).isNull();
        assertThat(journal.entries(new Filter(null, "b", null), null, 9).items()).hasSize(1);
        assertThat(journal.entries(new Filter(null, null, Set.of(office)), null, 9).items()).hasSize(3);
        assertThat(journal.entries(new Filter(null, null, Set.of()), null, 9).items()).isEmpty();
    }

    private void assertFlaw(Kind kind, long n) {
        assertThat(journal.verify()).isEqualTo(new Verification(1, journal.verify().head(), new Flaw(kind, n, 2)));
    }

    /** Keeps and seals three entries. @return the number of the second */
    private long threeSealed() {
        keep("one");
        keep("two");
        keep("three");
        seal();
        eventually(() -> journal.verify().sealed() == 3);
        assertThat(journal.verify().fits()).isTrue();
        return program.sql("select n from journal_entry where subject = 'two'").query(Long.class).single();
    }

    private void keep(String subject) {
        transaction.executeWithoutResult(_ -> journal.record(act(subject)));
    }

    private boolean kept(String subject) {
        try {
            keep(subject);
            return true;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }

    private boolean sealedWithoutFlaw(long count) {
        try {
            return journal.verify().fits() && journal.verify().sealed() == count;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private void seal() {
        sealing.seal();
    }

    private static Act act(String subject) {
        return new Act("test.done", null, null, subject, Map.of("state", "DONE", "count", 3));
    }

    private List<String> subjects() {
        return journal.entries(new Filter(null, null, null), null, 100).items().stream().map(Entry::subject).toList();
    }

    /** As a superuser who switches the triggers off, while no sealer is at work. */
    private void tamper(String... statements) {
        owner.sql("do $$ begin perform pg_advisory_xact_lock(hashtext('journal_seal')); set local session_replication_role = replica; " + String.join("; ", statements) + "; end $$").update();
    }

    private static void eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
