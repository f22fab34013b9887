package openland.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import openland.disclosure.Projection;
import openland.disclosure.Selected;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A published piece of an item as programs read it: what {@code /catalogue/{item}/schema.json} describes.
 *
 * @param office the issuer's code
 * @param fields name → what the public sees, as its edition was published
 */
record PieceRow(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item, String office, String officeName,
        int edition, @Nullable String producedOn, String publishedAt, @Nullable String validity, @Nullable String expiresOn,
        long ledgerIndex, String url, Map<String, JsonNode> fields, List<Projection.Attachment> attachments) {

    /** @param site the public address of the page of a piece, by its path */
    static PieceRow of(Selected selected, UnaryOperator<String> site) {
        var listed = selected.listed();
        var shown = selected.projection();
        var fields = new LinkedHashMap<String, JsonNode>();
        shown.fields().forEach(field -> fields.put(field.name(), field.value()));
        return new PieceRow(listed.id(), shown.indexNumber(), shown.documentNumber(), shown.title(), shown.item(), shown.office(),
                shown.officeName(), shown.edition(), shown.producedOn(), shown.publishedAt(), shown.validity(), shown.expiresOn(),
                listed.ledgerIndex(), site.apply("/disclosures/" + listed.id()), fields, shown.attachments());
    }
}
