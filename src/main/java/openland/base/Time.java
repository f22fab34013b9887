package openland.base;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that knows what time it is and which time zone the law counts in. */
@Configuration(proxyBeanMethods = false)
public class Time {
    /** Every legal date is a date in China. */
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Bean
    InstantSource instantSource() {
        return Clock.systemUTC();
    }

    /** The date in China at {@code instant}. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA);
    }

    /** {@code instant} as the database driver takes it. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The local date and time in China at {@code instant}. */
    public static LocalDateTime localTimeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, CHINA);
    }
}
