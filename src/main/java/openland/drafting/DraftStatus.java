package openland.drafting;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A draft as one officer sees it.
 *
 * @param findings what stands against publication or should be looked at
 * @param moves    what this officer may do now
 * @param history  what was done
 */
public record DraftStatus(Draft draft, List<DraftFinding> findings, Set<Awaited> awaited, Set<Move> moves,
        List<Made> history, List<Signed> signatures) {

    /** The move by which this officer brings the draft nearer to publication; empty while it waits for somebody else. */
    public Optional<Move> forward() {
        return moves.stream().filter(Move::isOnward).findFirst();
    }
}
