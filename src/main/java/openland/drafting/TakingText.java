package openland.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.catalogue.CommonHead;
import openland.files.FileText;
import openland.files.Files;
import openland.form.FieldType;
import openland.form.Form;
import openland.form.PastedText;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the office's own file the text of a draft (用作正文): first it shows what would come of it and which title, number
 * and date stand in it; only what the drafter then names is taken. The file stays an attachment.
 */
@Service
public class TakingText {
    private final Draftroom room;
    private final Drafting drafting;
    private final Offices offices;
    private final Files files;
    private final JsonMapper json;

    TakingText(Draftroom room, Drafting drafting, Offices offices, Files files, JsonMapper json) {
        this.room = room;
        this.drafting = drafting;
        this.offices = offices;
        this.files = files;
        this.json = json;
    }

    /**
     * What a file says of a field of the head.
     *
     * @param now   what stands in the field, "" for nothing
     * @param found what stands in the file, in the form in which it would be kept
     */
    public record Proposal(String field, String label, String now, String found) {}

    /**
     * What would come of a file.
     *
     * @param replaces how many signs the text of the draft has now
     * @param file     says what of it could not be read
     */
    public record Offer(Draft draft, DraftFile attachment, PastedText text, List<Proposal> proposals, int replaces, FileText file) {}

    /** @throws Refusal NOT_FOUND, FORBIDDEN or CONFLICT as {@link Attaching#attach}; INVALID when the text is too long for a page */
    public Offer look(UUID id, String sha256, Officer officer) {
        var draft = room.look(id, officer).draft();
        officer.mustHold(Post.DRAFTER, draft.office());
        var attachment = draft.content().attachments().stream().filter(file -> file.sha256().equals(sha256)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        files.mustBeClean(attachment.uploaded());
        var file = files.text(sha256);
        var text = PastedText.of(file.html());
        if (text.html().length() > FieldType.named("rich-text").orElseThrow().ceiling()) {
            throw Refusal.invalid("“" + attachment.name() + "”里的文字整理以后超过2 MB，不能用作正文，请留作附件。");
        }
        var body = draft.content().text(CommonHead.BODY);
        return new Offer(draft, attachment, text, proposals(draft, text), body == null ? 0 : PastedText.of(body).text().length(), file);
    }

    private List<Proposal> proposals(Draft draft, PastedText text) {
        var head = room.itemOf(draft).head();
        var proposals = new ArrayList<Proposal>();
        Found.in(text).forEach((name, words) -> head.field(name).ifPresent(field -> {
            var read = new Form(List.of(field)).read(Map.of(name, json.getNodeFactory().stringNode(words))).values().get(name);
            var now = draft.content().text(name);
            if (read != null && !read.asString().equals(now)) {
                proposals.add(new Proposal(name, field.label(), now == null ? "" : now, read.asString()));
            }
        }));
        return proposals;
    }

    /**
     * Puts what the file says into the named fields and leaves the others as they are.
     *
     * @param fields of {@code body} and the fields of {@link Offer#proposals}
     * @param seen   digest of the content that the offer was made for, in hexadecimal; null for the one there is now
     * @throws Refusal as {@link #look} and {@link Drafting#save}, so CONFLICT when the draft has changed; INVALID when nothing is
     *                 named that the file has
     */
    public DraftStatus take(UUID id, String sha256, Set<String> fields, @Nullable String seen, Officer officer) {
        var offer = look(id, sha256, officer);
        boolean body = fields.contains(CommonHead.BODY) && !offer.text().html().isEmpty();
        var taken = offer.proposals().stream().filter(proposal -> fields.contains(proposal.field())).toList();
        if (!body && taken.isEmpty()) {
            throw Refusal.invalid("请勾选要从文件里取用的内容。");
        }
        var input = DraftInput.again(offer.draft(), offices.byId(offer.draft().office()).orElseThrow().code());
        taken.forEach(proposal -> input.put(proposal.field(), proposal.found()));
        if (body) {
            input.put(CommonHead.BODY, offer.text().html());
        }
        return drafting.save(id, input, seen == null ? Digests.hex(offer.draft().digest()) : seen, officer);
    }
}
