package openland.catalogue;

import java.time.Instant;
import java.util.UUID;

/** Somebody has read the law (核实): a rule that was kept from memory counts from now on. @param source where it was read */
public record RuleConfirmation(UUID id, String obligation, String source, UUID officer, Instant at) {}
