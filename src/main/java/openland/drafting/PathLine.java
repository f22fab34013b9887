package openland.drafting;

import java.util.List;
import java.util.UUID;

/** A step of the review path for people. @param signers the officers who signed at it in this round */
public record PathLine(String label, boolean done, boolean now, List<UUID> signers) {}
