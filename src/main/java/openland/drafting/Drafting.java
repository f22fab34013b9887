package openland.drafting;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.casework.Duties;
import openland.disclosure.Disclosures;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Writes drafts (拟稿). Saving never refuses what is unfinished: what is wrong comes back as findings. */
@Service
public class Drafting {
    private final DraftStore drafts;
    private final PassedStore passed;
    private final Draftroom room;
    private final Composing composing;
    private final Disclosures disclosures;
    private final Duties duties;
    private final Offices offices;
    private final Journal journal;
    private final InstantSource time;

    Drafting(DraftStore drafts, PassedStore passed, Draftroom room, Composing composing, Disclosures disclosures, Duties duties, Offices offices,
            Journal journal, InstantSource time) {
        this.drafts = drafts;
        this.passed = passed;
        this.room = room;
        this.composing = composing;
        this.disclosures = disclosures;
        this.duties = duties;
        this.offices = offices;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Creates the draft {@code id} or replaces its content. The same content again changes nothing, in any state.
     *
     * @param id   made by the client
     * @param json {@code {item, office, title, …, fields:{…}}} under the names of the import record
     * @throws Refusal INVALID for a malformed input; FORBIDDEN without post drafter at the office; CONFLICT when the
     *                 draft is under review or done; NOT_FOUND when the office, or the draft of that id, is another's
     */
    @Transactional
    public DraftStatus save(UUID id, JsonNode json, Officer officer) {
        return save(id, json, null, officer);
    }

    /**
     * As {@link #save(UUID, JsonNode, Officer)}.
     *
     * @param seen digest of the content that was being changed, in hexadecimal; null to ask for no such check
     * @throws Refusal CONFLICT too when somebody else has changed the draft meanwhile
     */
    @Transactional
    public DraftStatus save(UUID id, JsonNode json, @Nullable String seen, Officer officer) {
        var input = DraftInput.of(json);
        var office = offices.byCode(input.office())
                .orElseThrow(() -> Refusal.invalid("没有代码为“" + input.office() + "”的机构。"));
        if (!officer.holdsOneOf(EnumSet.allOf(Post.class), office.id())) {
            throw room.foreign(id, officer);
        }
        officer.mustHold(Post.DRAFTER, office.id());
        var before = drafts.locked(id).orElse(null);
        if (before == null) {
            return create(id, input, office, officer);
        }
        if (!before.office().equals(office.id())) {
            throw room.foreign(id, officer);
        }
        var content = content(input, office, before);
        if (seen != null && !seen.equals(Digests.hex(before.digest())) && !Arrays.equals(before.digest(), content.digest())) {
            throw Refusal.conflict("您打开以后，别人（或者您在另一个窗口）改过这份稿件，这次没有保存。请另开一页看新的内容，把您的改动合进去。");
        }
        return replace(before, content, officer);
    }

    private DraftStatus create(UUID id, DraftInput input, Office office, Officer officer) {
        var content = content(input, office, null);
        var now = time.instant();
        var draft = new Draft(id, office.id(), content, content.digest(), State.DRAFTING, 0, 1, officer.id(), null, null,
                null, now, now);
        if (!drafts.insert(draft)) {
            throw Refusal.conflict("同一编号的稿件正在保存，请再试一次。");
        }
        passed.wrote(id, officer.id());
        drafts.await(id, Set.of(new Awaited(office.id(), Post.DRAFTER)));
        journal.record(new Act("draft.created", officer.id(), office.id(), id.toString(), Map.of("item", content.item())));
        return room.status(draft, officer);
    }

    DraftStatus replace(Draft before, Content content, Officer officer) {
        if (Arrays.equals(before.digest(), content.digest())) {
            return room.status(before, officer);
        }
        if (before.state() != State.DRAFTING) {
            throw Refusal.conflict("稿件" + before.state().label() + "，不能改动；要改请先取回或由审核人退回。");
        }
        var after = before.with(content);
        drafts.update(after, time.instant());
        passed.wrote(after.id(), officer.id());
        return room.status(after, officer);
    }

    private Content content(DraftInput input, Office office, @Nullable Draft before) {
        mustBeOwed(input, office);
        var had = before == null ? filesOf(input.amends()) : before.content().attachments();
        var names = input.attachments();
        var attachments = names == null ? had : names.stream().map(name -> named(had, name)).toList();
        return composing.content(input, office, before, attachments, baseEdition(input, office, before));
    }

    /** A draft that is begun from a duty is of the duty's office and item. */
    private void mustBeOwed(DraftInput input, Office office) {
        if (input.duty() != null && duties.byId(input.duty()).filter(duty -> duty.office().equals(office.id()) && input.item().equals(duty.item())).isEmpty()) {
            throw Refusal.invalid("本机关在事项" + input.item() + "下没有编号为" + input.duty() + "的公开义务（duty）。");
        }
    }

    /** An amendment begins with the files of the edition it amends. */
    private List<DraftFile> filesOf(@Nullable UUID amends) {
        return amends == null ? List.of()
                : disclosures.current(amends).map(edition -> edition.projection().attachments()).orElse(List.of()).stream()
                        .map(DraftFile::of).toList();
    }

    private static DraftFile named(List<DraftFile> had, String name) {
        return had.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow(() -> Refusal.invalid(
                "附件“" + name + "”还没有上传：稿件建立后用PUT /api/v1/drafts/{编号}/attachments/{文件名}上传。"));
    }

    /** The edition an amendment is written against: fixed when the draft first names the piece. */
    private int baseEdition(DraftInput input, Office office, @Nullable Draft before) {
        if (input.amends() == null) {
            return 0;
        }
        if (before != null && Objects.equals(before.content().amends(), input.amends())) {
            return before.content().baseEdition();
        }
        var piece = disclosures.find(input.amends()).filter(p -> p.office().equals(office.id()))
                .orElseThrow(() -> Refusal.notFound("要修改的信息不存在，或者不是本机关公开的。"));
        if (piece.withdrawn() != null) {
            throw Refusal.conflict("这件信息已经撤回，不能再修改；需要公开的，请重新拟稿。");
        }
        return piece.editions().getLast().number();
    }
}
