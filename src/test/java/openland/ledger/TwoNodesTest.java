package openland.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program twice on one database and one folder of files. */
@OpenlandTest
class TwoNodesTest {
    @Autowired ApplicationContext here;
    @Autowired Environment environment;

    @Test
    void two_nodes_work_on_one_ledger_and_each_waits_for_the_other() {
        try (var there = TestDatabase.of(environment).start()) {
            assertThat(there.getBean(Standing.class).doubt()).isEmpty();
            for (int i = 0; i < 10; i++) {
                var node = i % 2 == 0 ? here : there;
                var other = i % 2 == 0 ? there : here;
                var entry = node.getBean(TransactionTemplate.class).execute(_ ->
                        node.getBean(Ledger.class).append(UUID.randomUUID(), TestLog.leaf(LeafType.PUBLISH)));
                node.getBean(Barrier.class).awaitPassed(entry.index(), Duration.ofSeconds(10));
                assertThat(other.getBean(Ledger.class).entries(entry.index(), 1)).containsExactly(entry);
            }
            assertThat(there.getBean(SelfCheck.class).doubt()).isEmpty();
            Await.until(() -> here.getBean(Contact.class).fresh() && there.getBean(Contact.class).fresh());
        }
        assertThat(here.getBean(Standing.class).doubt()).isEmpty();
    }
}
