package openland.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.CommonHead;
import openland.disclosure.Disclosures;
import openland.form.Form;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Begins a draft with what an earlier piece of the own office said (照去年的再来一件), in today's form of its item: without
 * numbers, files and signatures. What today's form has no place for is named to the drafter, not lost in silence.
 */
@Service
public class Repeating {
    /** Each piece has its own. */
    private static final Set<String> OWN = Set.of(CommonHead.INDEX_NUMBER, CommonHead.PUBLISHED_AT, CommonHead.DOCUMENT_NUMBER);
    private static final Set<String> OWN_TYPES = Set.of("document-number", "file", "files");

    private final Draftroom room;
    private final Drafting drafting;
    private final Composing composing;
    private final Origins origins;
    private final Disclosures disclosures;
    private final Offices offices;
    private final Journal journal;
    private final JsonMapper json;

    Repeating(Draftroom room, Drafting drafting, Composing composing, Origins origins, Disclosures disclosures, Offices offices,
            Journal journal, JsonMapper json) {
        this.room = room;
        this.drafting = drafting;
        this.composing = composing;
        this.origins = origins;
        this.disclosures = disclosures;
        this.offices = offices;
        this.journal = journal;
        this.json = json;
    }

    /**
     * Creates the draft {@code id}.
     *
     * @param piece a disclosure of an office for which the officer drafts
     * @throws Refusal NOT_FOUND for a foreign piece, FORBIDDEN without the post, CONFLICT for a withdrawn one, INVALID when
     *                 the item is in the catalogue no more
     */
    @Transactional
    public DraftStatus repeat(UUID id, UUID piece, Officer officer) {
        var earlier = room.lastOf(piece, officer);
        officer.mustHold(Post.DRAFTER, earlier.office());
        if (disclosures.find(piece).filter(found -> found.withdrawn() == null).isEmpty()) {
            throw Refusal.conflict("这件信息已经撤回，不能照抄。");
        }
        var office = offices.byId(earlier.office()).orElseThrow();
        var item = composing.item(earlier.content().item(), office);
        var old = composing.item(earlier.content());
        var dropped = new ArrayList<String>();
        var draft = json.createObjectNode().put("item", item.id()).put("office", office.code()).put("important", earlier.content().important());
        copy(earlier.content().head(), old.head(), item.head(), draft, dropped);
        copy(earlier.content().fields(), old.fields(), item.fields(), draft.putObject("fields"), dropped);
        earlier.content().jointOffices().forEach(draft.putArray("jointOffices")::add);
        drafting.save(id, draft, officer);
        origins.add(id, earlier.id(), dropped);
        journal.record(new Act("draft.repeated", officer.id(), office.id(), id.toString(), Map.of("of", piece.toString())));
        return room.look(id, officer);
    }

    private static void copy(Map<String, JsonNode> values, Form then, Form today, ObjectNode into, List<String> dropped) {
        values.forEach((name, value) -> {
            var field = today.field(name).filter(found -> !OWN.contains(name) && !OWN_TYPES.contains(found.type().name()));
            if (field.isPresent()) {
                into.set(name, value);
            } else {
                dropped.add(then.field(name).or(() -> today.field(name)).map(found -> found.label()).orElse(name));
            }
        });
    }
}
