package openland.drafting;

import java.util.UUID;
import openland.office.Post;

/** Whose move it is: any officer who holds {@code post} at {@code office}. */
public record Awaited(UUID office, Post post) {}
