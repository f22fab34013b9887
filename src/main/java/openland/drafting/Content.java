package openland.drafting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.form.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the signers of a draft sign, unmasked and private.
 *
 * @param item         the catalogue item
 * @param pack         digest of the pack in whose form it is written
 * @param head         the common head (title, numbers, dates, body …), normalised
 * @param fields       the item's own fields, normalised
 * @param jointOffices codes of the offices that issue it together (会签)
 * @param important    whether steps "when important" apply
 * @param amends       the published piece that it changes; null for a new one
 * @param baseEdition  the edition it was written against; 0 for a new piece
 * @param retracts     whether the earlier edition is taken back (更正)
 * @param publishAt    not before this time (UTC); null for at once
 * @param duty         the publishing duty from which it was begun, and which it meets; null when from none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Content(String item, String pack, Map<String, JsonNode> head, Map<String, JsonNode> fields,
        List<DraftFile> attachments, List<String> jointOffices, boolean important, @Nullable UUID amends,
        int baseEdition, boolean retracts, @Nullable Instant publishAt, @Nullable UUID duty) {

    /** SHA-256 of the canonical JSON: what signatures are bound to. */
    byte[] digest() {
        return Digests.sha256(CanonicalJson.bytes(this));
    }

    /** The attachments as values of file fields. */
    public List<JsonNode> files() {
        return attachments.stream().map(file -> Form.file(file.name(), file.sha256(), file.size(), file.type())).toList();
    }

    /** A head value as text, null when blank. */
    public @Nullable String text(String name) {
        var node = head.get(name);
        return node == null || node.isNull() || node.asString().isBlank() ? null : node.asString();
    }
}
