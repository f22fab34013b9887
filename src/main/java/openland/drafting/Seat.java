package openland.drafting;

import java.util.UUID;
import openland.office.Post;
import org.jspecify.annotations.Nullable;

/** A post at which an officer acts. @param behalf whose post it is when he holds it for somebody away; null for his own */
record Seat(UUID office, Post post, @Nullable UUID behalf) {}
