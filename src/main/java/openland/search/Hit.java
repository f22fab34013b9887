package openland.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece that was found.
 *
 * @param office     the code of the issuing office today
 * @param officeName the office's name on the piece
 * @param date       生成日期, else 原发布日期, else the day of publication here
 * @param snippet    safe HTML: {@code <mark>} is its only element
 * @param why        why it is here, in words for people
 */
public record Hit(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item,
        String itemTitle, String office, String officeName, LocalDate date, Instant publishedAt,
        @Nullable String validity, String snippet, List<String> why) {}
