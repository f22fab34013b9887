package openland.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place where two things that should agree do not.
 *
 * @param between what does not agree: {@code ledger}, {@code tables}, {@code content}, {@code files}, {@code index}, {@code numbers}
 * @param entry   the ledger's entry that it is about
 */
public record Difference(String between, @Nullable UUID disclosure, @Nullable Long entry, String sentence) {}
