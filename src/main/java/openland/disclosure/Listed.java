package openland.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a list of pieces: the newest edition that a checkpoint covers. */
public record Listed(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item, UUID office,
        int edition, @Nullable LocalDate producedOn, @Nullable String validity, Instant publishedAt, long ledgerIndex) {}
