package openland.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows what is public; the room that publishes answers. */
public interface PublishedPieces {
    /** A piece, as far as a duty has to know it. */
    record PublishedPiece(UUID id, String indexNumber, String title, UUID office, String item, LocalDate publishedOn) {}

    /** The newest ones of an office and item. */
    List<PublishedPiece> recent(UUID office, String item, int limit);

    /** By index number (索引号), id or address, as an officer pastes it. */
    Optional<PublishedPiece> called(String written);

    Optional<PublishedPiece> byId(UUID id);

    /** A piece that is public. @param since the moment of its first edition */
    record Shown(UUID office, String item, Instant since) {}

    /** The same, and it is not withdrawn until the transaction ends; empty when it is not public. */
    Optional<Shown> locked(UUID id);
}
