package openland.drafting.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import openland.disclosure.Edition;
import openland.drafting.Content;
import openland.drafting.Draft;
import openland.drafting.Draftroom;
import openland.form.Field;
import openland.form.Form;
import openland.form.PublicMode;
import openland.office.Office;
import openland.office.Offices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a browser posts into the one input that drafts are saved from. */
@Component
class PostedDraft {
    private final Draftroom room;
    private final Offices offices;
    private final JsonMapper json;

    PostedDraft(Draftroom room, Offices offices, JsonMapper json) {
        this.room = room;
        this.offices = offices;
        this.json = json;
    }

    ObjectNode empty(String item, Office office) {
        return json.createObjectNode().put("item", item).put("office", office.code());
    }

    /** A draft that begins as the published edition stands; values that went out masked are typed in anew. */
    ObjectNode copyOf(Edition edition, Office office) {
        var shown = edition.projection();
        var draft = empty(shown.item(), office).put("amends", edition.disclosure().toString());
        var form = room.itemFor(shown.item(), office);
        var all = json.<ObjectNode>valueToTree(shown);
        form.head().fields().stream().map(Field::name)
                .filter(name -> all.hasNonNull(name) && !name.equals("indexNumber") && !name.equals("publishedAt"))
                .forEach(name -> draft.set(name, all.get(name)));
        var fields = draft.putObject("fields");
        form.fields().fields().stream().filter(field -> field.mode() == PublicMode.SHOWN)
                .forEach(field -> shown.fields().stream().filter(value -> value.name().equals(field.name()))
                        .findFirst().ifPresent(value -> fields.set(field.name(), value.value())));
        return draft;
    }

    /** The posted form. What the form does not show (attachments, what it amends) stays as it is. */
    ObjectNode of(Draft draft, Map<String, String> parameters) {
        var content = draft.content();
        var office = offices.byId(draft.office()).orElseThrow();
        var item = room.itemOf(draft);
        var input = empty(content.item(), office);
        item.head().posted(parameters::get).forEach(input::set);
        var fields = input.putObject("fields");
        item.fields().posted(parameters::get).forEach(fields::set);
        keepFiles(content, item.fields(), fields);
        input.put("important", parameters.containsKey("important"));
        input.put("retracts", parameters.containsKey("retracts"));
        input.put("publishAt", parameters.getOrDefault("publishAt", ""));
        var joint = input.putArray("jointOffices");
        Arrays.stream(parameters.getOrDefault("jointOffices", "").split("[\\s,，、]+")).filter(code -> !code.isBlank())
                .forEach(joint::add);
        UUID amends = content.amends();
        if (amends != null) {
            input.put("amends", amends.toString());
        }
        return input;
    }

    private static void keepFiles(Content content, Form form, ObjectNode fields) {
        form.fields().stream().map(Field::name)
                .filter(name -> !fields.has(name) && content.fields().containsKey(name) && content.fields().get(name).has("sha256"))
                .forEach(name -> fields.set(name, content.fields().get(name)));
    }
}
