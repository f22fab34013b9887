package openland.catalogue;

/** Packs were taken into the catalogue of this node; whatever shows it is to be made anew. */
public record CatalogueChanged() {}
