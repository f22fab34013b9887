package openland.drafting;

import java.time.Instant;
import java.util.UUID;

/** A move that was made. */
public record Made(int n, Move move, int round, int step, UUID officer, String remark, Instant at) {}
