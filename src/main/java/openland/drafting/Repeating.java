package openland.drafting;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

/**
 * Begins a draft with what an earlier piece of the own office said (照去年的再来一件), in today's form of its item: without
 * numbers, files and signatures. What today's form has no place for is named to the drafter, not lost in silence. Or begins
 * the next edition of a piece with what the newest one says.
 */
@Service
public class Repeating {
    /** Each piece has its own. */
    private static final Set<String> OWN = Set.of(CommonHead.INDEX_NUMBER, CommonHead.PUBLISHED_AT, CommonHead.DOCUMENT_NUMBER);
    /** What only a first edition says. */
    private static final Set<String> OF_THE_FIRST = Set.of(CommonHead.INDEX_NUMBER, CommonHead.PUBLISHED_AT);
    private static final Set<String> OWN_TYPES = Set.of("document-number", "file", "files");

    private final Draftroom room;
    private final Drafting drafting;
    private final Composing composing;
    private final Origins origins;
    private final Disclosures disclosures;
    private final Offices offices;
    private final Journal journal;

    Repeating(Draftroom room, Drafting drafting, Composing composing, Origins origins, Disclosures disclosures, Offices offices,
            Journal journal) {
        this.room = room;
        this.drafting = drafting;
        this.composing = composing;
        this.origins = origins;
        this.disclosures = disclosures;
        this.offices = offices;
        this.journal = journal;
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
        drafting.save(id, DraftInput.like(earlier.content(), office.code(), name -> isCopied(name, item.head()), name -> isCopied(name, item.fields())), officer);
        origins.add(id, earlier.id(), Stream.concat(dropped(earlier.content().head(), old.head(), item.head()),
                dropped(earlier.content().fields(), old.fields(), item.fields())).toList());
        journal.record(new Act("draft.repeated", officer.id(), office.id(), id.toString(), Map.of("of", piece.toString())));
        return room.look(id, officer);
    }

    private static boolean isCopied(String name, Form today) {
        return !OWN.contains(name) && today.field(name).filter(found -> !OWN_TYPES.contains(found.type().name())).isPresent();
    }

    /** The labels of what is not copied. */
    private static Stream<String> dropped(Map<String, JsonNode> values, Form then, Form today) {
        return values.keySet().stream().filter(name -> !isCopied(name, today))
                .map(name -> then.field(name).or(() -> today.field(name)).map(found -> found.label()).orElse(name));
    }

    /**
     * Creates the draft {@code id} that changes a piece: it begins as the newest edition was signed, nothing masked.
     *
     * @throws Refusal NOT_FOUND for a foreign piece, FORBIDDEN without the post, CONFLICT for a withdrawn one
     */
    @Transactional
    public DraftStatus amend(UUID id, UUID piece, Officer officer) {
        var last = room.lastOf(piece, officer);
        var office = offices.byId(last.office()).orElseThrow();
        return drafting.save(id, DraftInput.like(last.content(), office.code(), name -> !OF_THE_FIRST.contains(name), _ -> true)
                .put("amends", piece.toString()), officer);
    }
}
