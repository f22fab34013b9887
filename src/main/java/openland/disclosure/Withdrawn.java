package openland.disclosure;

import java.util.UUID;

/** Content of this piece is no longer public. Heard after the commit, on the node that withdrew it. */
public record Withdrawn(UUID disclosure) {}
