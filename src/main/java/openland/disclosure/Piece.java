package openland.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One disclosure (一件政府信息) with the line of its editions.
 *
 * @param current   the newest edition; null when the piece was withdrawn
 * @param editions  every edition there ever was, the oldest first
 * @param withdrawn the withdrawal of the whole piece, if there was one
 */
public record Piece(UUID id, UUID office, String item, String indexNumber, @Nullable Edition current,
        List<Line> editions, @Nullable Withdrawal withdrawn) {

    /** An edition in the line: {@code withdrawn} is set when it alone was retracted. */
    public record Line(int number, long ledgerIndex, Instant publishedAt, @Nullable Withdrawal withdrawn) {}

    /**
     * A tombstone.
     *
     * @param ground the sentence that says why
     * @param title  only where the ground allows it to be shown
     */
    public record Withdrawal(Instant at, long ledgerIndex, String ground, @Nullable String title) {}

    public Optional<Line> line(int number) {
        return editions.stream().filter(line -> line.number() == number).findFirst();
    }

    /** The editions that can be read, the oldest first. */
    public List<Line> readable() {
        return withdrawn != null ? List.of() : editions.stream().filter(line -> line.withdrawn() == null).toList();
    }

    /** The last edition before that one that can be read. */
    public Optional<Line> before(int number) {
        return readable().reversed().stream().filter(line -> line.number() < number).findFirst();
    }
}
