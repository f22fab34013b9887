package openland.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import openland.OpenlandTest;
import openland.disclosure.Disclosures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A piece is public or withdrawn at every moment, also in the middle of its withdrawal. */
@OpenlandTest
class WithdrawnWhileReadTest {
    private static final int PIECES = 20;

    @Autowired ApplicationContext context;
    @Autowired Disclosures disclosures;

    @Test
    void who_reads_while_a_piece_is_withdrawn_sees_its_content_or_its_tombstone() {
        var press = new Press(context);
        for (int i = 0; i < PIECES; i++) {
            var published = press.publish(Press.Sheet.of("撤回时被读到的第" + i + "件", "内容"));
            var withdrawn = new AtomicBoolean();
            var readers = new ArrayList<CompletableFuture<Void>>();
            for (int reader = 0; reader < 3; reader++) {
                readers.add(CompletableFuture.runAsync(() -> {
                    while (!withdrawn.get()) {
                        var piece = disclosures.find(published.disclosure()).orElseThrow();
                        assertThat(piece.current() == null).isEqualTo(piece.withdrawn() != null);
                    }
                }));
            }
            press.withdraw(published);
            withdrawn.set(true);
            readers.forEach(CompletableFuture::join);
        }
    }
}
