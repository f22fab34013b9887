package openland.search;

import java.util.List;

/**
 * How the hits divide.
 *
 * @param name   office, item, year, validity or category
 * @param values the most frequent ones first (years: the newest first)
 */
public record Facet(String name, List<Value> values) {
    /** @param value as a filter takes it, {@code label} as people read it */
    public record Value(String value, String label, int count) {}
}
