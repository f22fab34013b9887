package openland.drafting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft (稿件).
 *
 * @param id         made by the client, any UUID
 * @param step       index of the review step it waits at
 * @param round      counts from 1; sending back or recalling begins the next one and voids the signatures
 * @param disclosure the piece it became, once published
 */
public record Draft(UUID id, UUID office, Content content, byte[] digest, State state, int step, int round, UUID author,
        @Nullable UUID publisher, @Nullable UUID disclosure, @Nullable Long ledgerIndex, Instant createdAt,
        Instant updatedAt) {

    public String title() {
        var title = content.text("title");
        return title == null ? "（还没有标题）" : title;
    }

    Draft in(State state, int step) {
        return new Draft(id, office, content, digest, state, step, round, author, publisher, disclosure, ledgerIndex,
                createdAt, updatedAt);
    }

    Draft nextRound() {
        return new Draft(id, office, content, digest, State.DRAFTING, 0, round + 1, author, null, disclosure, ledgerIndex,
                createdAt, updatedAt);
    }

    Draft with(Content content) {
        return new Draft(id, office, content, content.digest(), state, step, round, author, publisher, disclosure,
                ledgerIndex, createdAt, updatedAt);
    }

    Draft scheduledBy(UUID officer) {
        return new Draft(id, office, content, digest, State.SCHEDULED, step, round, author, officer, disclosure,
                ledgerIndex, createdAt, updatedAt);
    }

    Draft publishedAs(UUID disclosure, long ledgerIndex) {
        return new Draft(id, office, content, digest, State.PUBLISHED, step, round, author, publisher, disclosure,
                ledgerIndex, createdAt, updatedAt);
    }
}
