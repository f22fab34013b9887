package openland.disclosure;

import java.time.Instant;
import java.util.UUID;

/** Something of a 负面清单 in an edition that is public already. @param kind in words; @param place where in the field */
public record StockFinding(UUID version, UUID disclosure, int number, String title, UUID office, String field, String place,
        String kind, Instant foundAt) {}
