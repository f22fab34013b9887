package openland.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.form.Field;
import openland.form.FieldType;
import openland.form.Shown;
import openland.form.Filled;
import openland.form.Form;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the catalogue (目录事项): everything the program knows about a kind of document.
 *
 * @param id           for ever; never used for another kind
 * @param access       how its pieces may be had, unless a piece has reasons of its own
 * @param review       the steps in their order, the drafter's first
 * @param head         the common head, with what of it the item requires
 * @param fields       the item's own fields
 * @param checks       names of the checks across fields
 * @param bases        the legal bases, in words
 * @param takesUnsorted whether stock that fits nowhere else is kept here
 * @param pack         the digest of the pack it comes from; of an overlaid item, the digests of all, joined by +
 */
public record Item(String id, String title, Group group, AccessMode access, Duty duty, List<Step> review,
                   List<String> channels, Form head, Form fields, List<String> checks, List<String> bases,
                   boolean takesUnsorted, String pack) {
    public Item {
        review = List.copyOf(review);
        channels = List.copyOf(channels);
        checks = List.copyOf(checks);
        bases = List.copyOf(bases);
    }

    /** The number of a piece (文号): its head's, or else what its first field of that type holds. */
    public Optional<String> documentNumber(Map<String, JsonNode> headValues, Map<String, JsonNode> fieldValues) {
        return Stream.concat(Stream.ofNullable(headValues.get(CommonHead.DOCUMENT_NUMBER)),
                        fields.fields().stream().filter(Item::isNumber).map(Field::name).map(fieldValues::get)
                                .filter(java.util.Objects::nonNull))
                .filter(JsonNode::isString).map(JsonNode::asString).filter(number -> !number.isBlank()).findFirst();
    }

    /** What a piece is about (卷的编号), as its field of the duty's key says; of a table one for each row. Without blanks. */
    public Set<String> keys(Map<String, JsonNode> fieldValues) {
        if (duty.key().size() > 1) {
            var shown = fields.whole(fieldValues).stream().collect(Collectors.toMap(Shown::name, Shown::text));
            return joined(duty.key().stream().map(name -> shown.getOrDefault(name, "")).toList()).stream().collect(Collectors.toSet());
        }
        return duty.key().isEmpty() ? Set.of() : keys(duty.key().getFirst(), fieldValues);
    }

    /** One key of several parts; empty where one of them is. */
    public static Optional<String> joined(List<String> written) {
        var parts = written.stream().map(Item::asKey).toList();
        return parts.isEmpty() || parts.stream().anyMatch(String::isEmpty) ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    private static Set<String> keys(String field, Map<String, JsonNode> fieldValues) {
        var path = field.split("\\.", 2);
        var value = fieldValues.get(path[0]);
        if (value == null) {
            return Set.of();
        }
        return (path.length == 1 ? Stream.of(value) : value.valueStream().map(row -> row.path(path[1])))
                .filter(JsonNode::isString).map(JsonNode::asString).map(Item::asKey).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
    }

    /** A key as it is compared: half width, without blanks. */
    public static String asKey(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** What the checks across fields find wrong; {@code publishedOn} is the day on which the piece would become public. */
    public List<Problem> problems(Filled headValues, Filled fieldValues, LocalDate publishedOn) {
        var piece = new Checks.Piece(headValues, fieldValues, publishedOn);
        return checks.stream().flatMap(name -> Checks.named(name).orElseThrow().problem(piece).stream()).toList();
    }

    private static boolean isNumber(Field field) {
        return FieldType.named("document-number").filter(field.type()::equals).isPresent();
    }
}
