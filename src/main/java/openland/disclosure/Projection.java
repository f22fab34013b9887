package openland.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import openland.form.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What the public sees of one edition, whole and self-describing: labels, types and order stand beside the values, so
 * that no pack is needed to read it. Its canonical JSON (RFC 8785) is what the ledger commits to.
 *
 * @param edition             1 for the first
 * @param publishedAt         UTC, ISO 8601 with milliseconds: the time of publication here
 * @param producedOn          生成日期, ISO date
 * @param originalPublishedOn 原发布日期 of a piece taken over from elsewhere, ISO date
 * @param jointOffices        names of the offices that issued it together with {@code officeName}
 * @param body                clean HTML
 * @param pack                SHA-256 of the pack it was written with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Projection(
        String item, String itemTitle, String group, String office, String officeName, String indexNumber,
        @Nullable String documentNumber, String title, int edition, String publishedAt,
        @Nullable String producedOn, @Nullable String originalPublishedOn, @Nullable String category,
        @Nullable String genre, @Nullable String medium, String accessMode, String audience,
        @Nullable String expiresOn, @Nullable String validity, List<String> jointOffices, @Nullable String body,
        List<Shown> fields, List<Attachment> attachments, String pack) {

    /** A published file: {@code size} in bytes, {@code type} a media type, {@code sha256} in hexadecimal. */
    public record Attachment(String name, String type, long size, String sha256) {}

    /** The same content with what only publication gives: number, edition and time. */
    public Projection published(String indexNumber, int edition, Instant publishedAt) {
        return new Projection(item, itemTitle, group, office, officeName, indexNumber, documentNumber, title, edition,
                TIME.format(publishedAt), producedOn, originalPublishedOn, category, genre, medium, accessMode, audience,
                expiresOn, validity, jointOffices, body, fields, attachments, pack);
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
}
