package openland.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index takes of a published edition, all of it public.
 *
 * @param digest   SHA-256 of its canonical JSON, hexadecimal
 * @param date     the date of the document: 生成日期, else 原发布日期, else the day of publication here
 * @param officeId the issuing office by its id, which outlives its code
 * @param region   the office's 行政区划代码
 * @param body     plain text
 * @param fields   plain text of all the rest: labels and values, names of attachments
 * @param files    what can be read in its attachments
 */
record Searchable(UUID id, int edition, long ledgerIndex, String digest, Instant publishedAt, LocalDate date,
        String indexNumber, @Nullable String documentNumber, String title, String item, String itemTitle, UUID officeId,
        String officeName, String region, @Nullable String category, @Nullable String genre, @Nullable String validity,
        String body, String fields, String files) {}
