package openland.search;

import java.util.UUID;

/** A piece as it stands in the index: which edition, from which entry of the ledger. */
public record Indexed(UUID id, int edition, long ledgerIndex) {}
