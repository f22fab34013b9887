package openland.base;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the program's ids: 128 bits in the shape of a UUID of version 7, in this order: 48 bits of time (ms since 1970,
 * UTC), 12 bits of province (the first two digits of the 行政区划代码, 0 for the ministry), 62 random bits.
 * Ids therefore sort by time, and a national installation can place cells by province without changing one.
 */
@Component
public class Ids {
    private final SecureRandom random = new SecureRandom();
    private final InstantSource time;

    Ids(InstantSource time) {
        this.time = time;
    }

    /** A new id of the province that {@code regionCode} (GB/T 2260, six digits; "000000" for the nation) begins with. */
    public UUID next(String regionCode) {
        long province = Long.parseLong(regionCode.substring(0, 2));
        long high = time.millis() << 16 | 0x7000 | province;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The two digits of province inside an id made here. */
    public static int provinceOf(UUID id) {
        return (int) (id.getMostSignificantBits() & 0xfff);
    }
}
