package openland.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;

/** Today's codes and names of offices, remembered for a moment: each page of hits asks for some dozens. */
@Component
class OfficeNames {
    private final Offices offices;
    private final Cache<UUID, Optional<Office>> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    OfficeNames(Offices offices) {
        this.offices = offices;
    }

    Optional<Office> byId(UUID id) {
        return recent.get(id, offices::byId);
    }
}
