package openland.drafting;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.office.Delegating;
import openland.office.Delegation;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * At which post an officer acts: his own before one that he holds for somebody away. Who signs for another may neither have
 * written the draft nor have signed it, and the other may not have signed it either (两人以上，一人不签两次).
 */
@Component
class Seats {
    private static final Set<Post> APPROVERS = EnumSet.of(Post.LEADER, Post.HEAD);

    private final Delegating delegating;
    private final PassedStore passed;

    Seats(Delegating delegating, PassedStore passed) {
        this.delegating = delegating;
        this.passed = passed;
    }

    /** Where the officer would sign; empty when it is not for him to sign. */
    Optional<Seat> toSign(Draft draft, Collection<Awaited> awaited, List<Signed> signatures, Officer officer) {
        if (hasSigned(signatures, officer.id())) {
            return Optional.empty();
        }
        return among(awaited, officer).filter(seat -> maySign(seat, draft, signatures, officer)).findFirst();
    }

    private boolean maySign(Seat seat, Draft draft, List<Signed> signatures, Officer officer) {
        return seat.behalf() == null || !hasSigned(signatures, seat.behalf())
                && (seat.post() == Post.DRAFTER || !passed.hasWritten(draft.id(), officer.id()));
    }

    /** The post at which the officer makes a move that is no signature of the path. */
    Optional<Seat> toMove(Draft draft, Move move, Collection<Awaited> awaited, Officer officer) {
        var posts = switch (move) {
            case SUBMIT, ANSWER, RECALL, DISCARD -> EnumSet.of(Post.DRAFTER);
            case SIGN, PUBLISH, SEND_BACK -> APPROVERS;
        };
        var seats = draft.state() == State.IN_REVIEW && move == Move.SEND_BACK ? awaited
                : posts.stream().map(post -> new Awaited(draft.office(), post)).toList();
        return among(seats, officer).findFirst();
    }

    /** Every post at which the officer can act on drafts. */
    List<Seat> of(Officer officer) {
        return among(officer.posts().stream().filter(held -> Draftroom.BUSINESS.contains(held.post()))
                .map(held -> new Awaited(held.office(), held.post())).toList(), officer).toList();
    }

    /** The posts of one office at which the officer can act, his own first. */
    Stream<Seat> at(UUID office, Set<Post> posts, Officer officer) {
        return among(posts.stream().map(post -> new Awaited(office, post)).toList(), officer);
    }

    private Stream<Seat> among(Collection<Awaited> wanted, Officer officer) {
        var held = wanted.stream().filter(a -> officer.holds(a.post(), a.office())).toList();
        if (held.isEmpty()) {
            return Stream.empty();
        }
        var lent = delegating.live(officer);
        return held.stream().map(a -> new Seat(a.office(), a.post(), behalf(a, lent)))
                .sorted(Comparator.comparing((Seat seat) -> seat.behalf() != null).thenComparing(Seat::post));
    }

    private static @Nullable UUID behalf(Awaited seat, List<Delegation> lent) {
        return lent.stream().filter(d -> d.post() == seat.post() && d.office().equals(seat.office())).map(Delegation::officer)
                .findFirst().orElse(null);
    }

    /** By his own hand or by a delegate's. */
    private static boolean hasSigned(List<Signed> signatures, UUID officer) {
        return signatures.stream().map(Signed::signature)
                .anyMatch(s -> s.officer().equals(officer) || officer.equals(s.behalf()));
    }
}
