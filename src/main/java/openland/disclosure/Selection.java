package openland.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pieces of an item are asked for.
 *
 * @param offices    only of these; null: of all
 * @param conditions all of which a piece meets
 * @param oldest     whether the oldest come first
 */
public record Selection(String item, @Nullable Set<UUID> offices, List<Condition> conditions, boolean oldest) {
    /** The facets that every item has. */
    public static final String VALIDITY = "@validity";
    public static final String YEAR = "@year";
    /** The last day of validity that the head gives; no filter of a list. */
    static final String EXPIRES = "@expires";

    public Selection {
        offices = offices == null ? null : Set.copyOf(offices);
        conditions = List.copyOf(conditions);
    }

    /** All of an item, the newest first. */
    public static Selection of(String item) {
        return new Selection(item, null, List.of(), false);
    }

    /** What one facet of the piece must be. @param field see {@link openland.form.FacetEntry#field()} */
    public sealed interface Condition {
        String field();
    }

    /** That value. */
    public record Is(String field, String value) implements Condition {}

    /** Something that reaches into the stretch; an end that is null is open. */
    public record Between(String field, @Nullable BigDecimal low, @Nullable BigDecimal high) implements Condition {}
}
