package openland.office;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post to be handed over.
 *
 * @param from the first day in China
 * @param to   the last day, included
 */
public record NewDelegation(Post post, UUID office, UUID delegate, LocalDate from, LocalDate to, String reason) {}
