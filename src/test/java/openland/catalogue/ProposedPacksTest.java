package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.catalogue.PackProposal.Decision;
import openland.ledger.Await;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs that are proposed and decided on several nodes at once. */
@OpenlandTest
class ProposedPacksTest {
    private static final String PACK = """
            pack: { id: %1$s, title: 试, version: 1, source: 试 }
            items:
              - item: %1$s.notice
                title: %2$s
                group: results
                access: proactive
                duty: { offices: { levels: [county] }, starts: decision-made, event: 作出决定 }
                review: [drafter, secrecy, leader]
                basis: [试]
            """;

    @Autowired Packs packs;
    @Autowired PackProposalStore store;
    @Autowired Catalogue catalogue;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;
    @Autowired ApplicationContext context;

    private Officer sysadmin;
    private Officer head;

    @BeforeEach
    void officers() {
        var town = Town.of(context);
        sysadmin = town.sysadmin();
        head = town.officer(town.ministry(), Post.HEAD);
    }

    /** The other node has accepted a pack with the same item, and its transaction is not over. */
    @Test
    void of_two_packs_with_one_item_that_are_decided_at_once_only_one_is_accepted() {
        var one = proposed("twice", "甲");
        var other = proposed("twice", "乙");
        var second = transaction.execute(_ -> {
            store.lock();
            acceptElsewhere(one);
            var deciding = CompletableFuture.runAsync(() -> packs.decide(other.id(), true, "同意", head));
            Await.until(() -> waits() || deciding.isDone());
            return deciding;
        });
        assertThatThrownBy(second::join).isInstanceOf(CompletionException.class).cause().isInstanceOf(Refusal.class)
                .message().contains("第1版正在使用");
        assertThat(store.find(other.id()).orElseThrow().decision()).isNull();
    }

    private boolean waits() {
        return db.sql("""
                select exists (select from pg_locks join pg_database d on d.oid = database
                                where locktype = 'advisory' and not granted and datname = current_database())""").query(Boolean.class).single();
    }

    @Test
    void what_another_node_has_accepted_counts_before_it_is_in_force_here() {
        var accepted = proposed("stale", "甲");
        var second = yaml("stale", "乙");
        transaction.executeWithoutResult(status -> {
            acceptElsewhere(accepted);
            assertThat(catalogue.byId("stale.notice")).isEmpty();
            assertThat(catalogue.fresh().item("stale.notice")).isPresent();
            assertThatThrownBy(() -> packs.propose(second, "试", sysadmin)).isInstanceOf(Refusal.class).hasMessageContaining("第1版正在使用");
            status.setRollbackOnly();
        });
    }

    @Test
    void the_same_pack_is_one_proposal_however_many_wait() {
        var first = proposed("many", "甲");
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 250; i++) {
                store.add(new PackProposal(UUID.randomUUID(), first.office(), "other", i, "%064x".formatted(i), "试", sysadmin.id(),
                        time.instant(), null), "other: " + i);
            }
            assertThat(proposed("many", "甲").id()).isEqualTo(first.id());
            status.setRollbackOnly();
        });
    }

    @Test
    void a_decided_proposal_that_cannot_be_read_any_more_is_shown_with_a_sentence() {
        var old = new PackProposal(UUID.randomUUID(), sysadmin.office(), "old", 1, "0".repeat(64), "试", sysadmin.id(), time.instant(), null);
        store.add(old, yaml("old", "甲").replace("group: results", "group: whispers"));
        store.decide(old.id(), new Decision(head.id(), false, "不用", time.instant()));
        var decided = packs.proposal(old.id(), head);
        assertThatThrownBy(() -> packs.preview(decided)).isInstanceOf(Refusal.class).hasMessageContaining("old.yaml");
        assertThat(packs.yaml(decided)).contains("whispers");
    }

    private void acceptElsewhere(PackProposal proposal) {
        assertThat(store.decide(proposal.id(), new Decision(head.id(), true, "同意", time.instant()))).isTrue();
    }

    private PackProposal proposed(String id, String title) {
        return packs.propose(yaml(id, title), "试", sysadmin);
    }

    private static String yaml(String id, String title) {
        return PACK.formatted(id, title);
    }
}
