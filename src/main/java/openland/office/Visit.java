package openland.office;

import java.time.Instant;

/** A session of an officer (登录). @param here whether it is the one that asks */
public record Visit(Instant begun, Instant lastSeen, boolean here) {}
