package openland.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a request, as it was signed.
 *
 * @param consultation whom it is for, when that is not the applicant; null otherwise
 * @param way          empty before it went out
 * @param proof        who signed for it, or the number of the registered mail
 * @param sentOn       the day that counts (国办公开办函〔2016〕235号); null before it went out
 */
public record SentLetter(UUID id, UUID request, LetterKind kind, String number, Letter letter, @Nullable UUID consultation, Instant madeAt,
        String way, String proof, @Nullable LocalDate sentOn) {}
