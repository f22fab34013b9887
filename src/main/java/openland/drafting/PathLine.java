package openland.drafting;

import java.util.List;

/** A step of the review path for people. @param signers what was signed at it in this round */
public record PathLine(String label, boolean done, boolean now, List<Signed> signers) {}
