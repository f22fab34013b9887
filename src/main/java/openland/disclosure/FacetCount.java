package openland.disclosure;

/**
 * How many pieces of a selection have a value.
 *
 * @param field {@link #ALL} for the whole selection, {@link #OFFICE} for an office by its id, else the field of a facet
 * @param rank  1 for the value that most pieces have
 */
public record FacetCount(String field, String value, String label, long pieces, int rank) {
    public static final String ALL = "@all";
    public static final String OFFICE = "@office";
}
