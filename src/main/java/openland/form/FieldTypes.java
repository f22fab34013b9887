package openland.form;

import java.util.List;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The types there are, and the few words they share. */
final class FieldTypes {
    static final List<FieldType> ALL = List.of(new TextType(), new LongTextType(), new RichTextType(), new MoneyType(),
            new NumberType(), new AreaType(), new DateType(), new DateRangeType(), new ChoiceType(), new PartyType(), new PlaceType(),
            new DivisionType(), new OfficeType(), new PieceType(), new DocumentNumberType(), new FileType(), new FilesType(), new TableType());

    private FieldTypes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    static ObjectNode stringSchema() {
        return object().put("type", "string");
    }

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
