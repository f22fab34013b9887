package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import openland.disclosure.Piece.Line;
import openland.disclosure.Piece.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static final Withdrawal WITHDRAWN = new Withdrawal(Instant.EPOCH, 9, "有误。", null);

    private static Piece piece(@Nullable Withdrawal whole) {
        return new Piece(UUID.randomUUID(), UUID.randomUUID(), "policy.normative", "1/2", null,
                List.of(line(1, null), line(2, WITHDRAWN), line(3, null)), whole);
    }

    private static Line line(int number, @Nullable Withdrawal withdrawn) {
        return new Line(number, number, Instant.EPOCH, withdrawn);
    }

    @Test
    void an_edition_is_compared_with_the_last_before_it_that_can_be_read() {
        assertThat(piece(null).before(3).map(Line::number)).contains(1);
        assertThat(piece(null).before(2).map(Line::number)).contains(1);
        assertThat(piece(null).before(1)).isEmpty();
        assertThat(piece(null).readable()).extracting(Line::number).containsExactly(1, 3);
    }

    @Test
    void of_a_withdrawn_piece_no_edition_can_be_read() {
        assertThat(piece(WITHDRAWN).before(3)).isEmpty();
        assertThat(piece(WITHDRAWN).readable()).isEmpty();
    }
}
