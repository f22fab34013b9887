package openland.disclosure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import openland.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * A draft that went the whole review path, as it is handed over for publication.
 *
 * @param draft         the draft it was, which can be published once only
 * @param office        who issues it
 * @param amends        the disclosure that gets a further edition; null for a new piece
 * @param baseEdition   the edition that the amendment was written against; 0 for a new piece
 * @param retracts      a correction (更正) that takes the base edition back
 * @param indexNumber   a 索引号 that the piece brings along; null to issue the office's next one
 * @param contentDigest SHA-256 of the content that was signed
 * @param signatures    of that very digest
 * @param projection    what the public will see; number, edition and time are filled in at publication
 * @param keys          what the piece is about: it meets the open duties that carry one of them
 * @param duty          the duty from which its draft was begun; null when from none
 * @param by            the officer who publishes
 */
public record Approved(UUID draft, Office office, @Nullable UUID amends, int baseEdition, boolean retracts,
        @Nullable String indexNumber, byte[] contentDigest, List<Signature> signatures, Projection projection, Set<String> keys,
        @Nullable UUID duty, UUID by) {}
