package openland.drafting;

import com.fasterxml.jackson.annotation.JsonInclude;
import openland.disclosure.Projection.Attachment;
import openland.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a draft: the copy that would be published, and what it was made from.
 *
 * @param type     media type of the copy
 * @param size     of the copy, in bytes
 * @param sha256   of the copy, hexadecimal
 * @param original SHA-256 of the file as it was uploaded; null where that is what would be published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftFile(String name, String type, long size, String sha256, @Nullable String original) {
    static DraftFile of(String name, StoredFile original, StoredFile copy) {
        return new DraftFile(name, copy.type(), copy.size(), copy.sha256(),
                copy.sha256().equals(original.sha256()) ? null : original.sha256());
    }

    static DraftFile of(Attachment published) {
        return new DraftFile(published.name(), published.type(), published.size(), published.sha256(), null);
    }

    Attachment published() {
        return new Attachment(name, type, size, sha256);
    }

    /** SHA-256 of the file as it was uploaded. */
    public String uploaded() {
        return original == null ? sha256 : original;
    }
}
