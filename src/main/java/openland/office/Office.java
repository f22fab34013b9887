package openland.office;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office (机构) as it stands on one day.
 *
 * @param code      the code by which people and programs outside know it
 * @param region    six digits of 行政区划代码 (GB/T 2260); 000000 is the nation
 * @param parent    the office above; null at the top
 * @param successor who took over its duties; null while it exists
 */
public record Office(
        UUID id,
        String code,
        String name,
        Level level,
        String region,
        @Nullable UUID parent,
        @Nullable UUID successor) {}
