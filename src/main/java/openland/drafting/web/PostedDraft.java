package openland.drafting.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import openland.casework.DutyCase;
import openland.catalogue.Item;
import openland.drafting.Draft;
import openland.drafting.Draftroom;
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

    /** A draft that is begun from what is owed, with the number of the thing it is about. */
    ObjectNode owed(DutyCase duty, Item item, Office office) {
        var draft = empty(item.id(), office).put("duty", duty.id().toString());
        var fields = item.duty().key();   // what is joined of several is not taken apart again
        if (!duty.key().isEmpty() && fields.size() == 1 && item.fields().field(fields.getFirst()).isPresent()) {
            draft.putObject("fields").put(fields.getFirst(), duty.key());
        }
        return draft;
    }

    /** The posted form. What the form does not show (attachments, what it amends) stays as it is. */
    ObjectNode of(Draft draft, Map<String, String> parameters) {
        var content = draft.content();
        var office = offices.byId(draft.office()).orElseThrow();
        var item = room.itemOf(draft);
        var input = empty(content.item(), office);
        item.head().posted(parameters::get, content.files(), content.head()).forEach(input::set);
        var fields = input.putObject("fields");
        item.fields().posted(parameters::get, content.files(), content.fields()).forEach(fields::set);
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
        UUID duty = content.duty();
        if (duty != null) {
            input.put("duty", duty.toString());
        }
        return input;
    }
}
