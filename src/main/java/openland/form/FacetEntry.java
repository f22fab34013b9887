package openland.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing by which a published piece can be found in the list of its item.
 *
 * @param field the name of the field; {@code table.column} of a column
 * @param value of a facet by value: what is asked for; null of one by range
 * @param label what people read of the value; null of a range
 * @param low   of a facet by range: the lower end, in yuan, square metres, days since 1970-01-01 or as the number is
 * @param high  the upper end, included; the same as {@code low} for a single value
 */
public record FacetEntry(String field, @Nullable String value, @Nullable String label, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    static FacetEntry of(String field, String value, String label) {
        return new FacetEntry(field, value, label, null, null);
    }

    static FacetEntry of(String field, BigDecimal low, BigDecimal high) {
        return new FacetEntry(field, null, null, low, high);
    }
}
