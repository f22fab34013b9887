package openland.drafting;

import openland.disclosure.Signature;

/** A signature and the review step at which it was given. */
public record Signed(int step, Signature signature) {}
