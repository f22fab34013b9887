package openland.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of a 负面清单 as the public sees it. @param what null for words and places, which nobody outside sees */
public record NegativeLine(UUID office, NegativeEntry.Kind kind, @Nullable String what, NegativeEntry.Category category,
        String basis, NegativeEntry.@Nullable Grade grade, @Nullable Integer years, LocalDate validFrom, @Nullable LocalDate validTo) {}
