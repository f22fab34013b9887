package openland.disclosure;

/** A piece of a selection with its newest public content. */
public record Selected(Listed listed, Projection projection) {}
