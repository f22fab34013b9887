package openland.drafting.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Refusal;
import openland.drafting.DraftStatus;
import openland.drafting.Drafting;
import openland.drafting.Draftroom;
import openland.drafting.Intent;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.Overriding;
import openland.drafting.Remarking;
import openland.drafting.State;
import openland.drafting.Worklist;
import openland.office.Officer;
import openland.office.Post;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Writing and reviewing a draft. One page shows the form to who may write, and the piece with the 审批单 to who reviews. */
@Controller
@RequestMapping("/desk/drafts")
public class DraftPages {
    private static final String ANSWER = "answer.";
    private static final String MARK = "mark.";

    private final Drafting drafting;
    private final Moving moving;
    private final Overriding overriding;
    private final Remarking remarking;
    private final Draftroom room;
    private final Worklist worklist;
    private final PostedDraft posted;
    private final DraftReading reading;
    private final InstantSource time;

    DraftPages(Drafting drafting, Moving moving, Overriding overriding, Remarking remarking, Draftroom room, Worklist worklist,
            PostedDraft posted, DraftReading reading,
            InstantSource time) {
        this.drafting = drafting;
        this.moving = moving;
        this.overriding = overriding;
        this.remarking = remarking;
        this.room = room;
        this.worklist = worklist;
        this.posted = posted;
        this.reading = reading;
        this.time = time;
    }

    /** @param done code of the move that this officer has just made */
    @GetMapping("/{id}")
    ModelAndView page(@PathVariable UUID id, @RequestParam @Nullable String done, Officer officer) {
        return page(room.look(id, officer), officer, done == null ? "" : "“" + Move.ofCode(done).label() + "”已办。");
    }

    private ModelAndView page(DraftStatus status, Officer officer, String said) {
        var draft = status.draft();
        boolean mayWrite = draft.state() == State.DRAFTING && officer.holds(Post.DRAFTER, draft.office());
        var model = new HashMap<String, Object>(Map.of("draft", reading.of(status, officer), "said", said));
        if (!said.isEmpty()) {
            worklist.waiting(officer, null, 2).items().stream().filter(other -> !other.id().equals(draft.id())).findFirst()
                    .ifPresent(next -> model.put("next", next));
        }
        return new ModelAndView(mayWrite ? "drafting/draft" : "drafting/review", model);
    }

    /** Saves, and submits when the second button was pressed; what stops it is shown beside its field. */
    @PostMapping("/{id}")
    ModelAndView save(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Officer officer) {
        var saved = keep(id, parameters, officer);
        if (!parameters.containsKey("submit")) {
            return page(saved, officer, "已保存。");
        }
        if (saved.findings().stream().anyMatch(f -> f.stops())) {
            return page(saved, officer, "");
        }
        moving.move(id, Move.SUBMIT, "", officer);
        return new ModelAndView("redirect:/desk/drafts/" + id + "?done=" + Move.SUBMIT.code());
    }

    /** What a browser keeps by itself while somebody types. @param at in China; @param stops how many findings stop the draft */
    record Kept(String digest, String at, long stops) {}

    /** Saves as the button does, for the script of the page; nothing of it is journaled. */
    @PostMapping("/{id}/autosave")
    @ResponseBody
    Kept autosave(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Officer officer) {
        var saved = keep(id, parameters, officer);
        return new Kept(Digests.hex(saved.draft().digest()), Dates.minute(time.instant()), saved.findings().stream().filter(f -> f.stops()).count());
    }

    private DraftStatus keep(UUID id, Map<String, String> parameters, Officer officer) {
        var before = room.look(id, officer);
        var saved = drafting.save(id, posted.of(before.draft(), parameters),
                parameters.getOrDefault("digest", Digests.hex(before.draft().digest())), officer);
        remarking.answer(saved.draft(), starting(ANSWER, parameters), officer);
        return room.look(id, officer);
    }

    /** The parameters of that beginning, without it. */
    private static Map<String, String> starting(String with, Map<String, String> parameters) {
        var found = new HashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(with)) {
                found.put(name.substring(with.length()), value);
            }
        });
        return found;
    }

    @PostMapping("/{id}/moves")
    String move(@PathVariable UUID id, @RequestParam String move, @RequestParam(defaultValue = "") String remark,
            @RequestParam Map<String, String> parameters, Officer officer) {
        var wanted = Move.ofCode(move);
        var digest = parameters.get("digest");
        if (digest == null && (wanted == Move.SIGN || wanted == Move.PUBLISH)) {
            room.look(id, officer);
            throw Refusal.invalid("请打开审核页面，看过再签：签名要连同所看内容的摘要（digest）一起提交。");
        }
        var status = moving.move(new Intent(id, wanted, remark, digest, starting(MARK, parameters)), officer);
        return status.draft().state() == State.DISCARDED ? "redirect:/desk" : "redirect:/desk/drafts/" + id + "?done=" + wanted.code();
    }

    @PostMapping("/{id}/overrides")
    String pass(@PathVariable UUID id, @RequestParam String finding, @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason, Officer officer) {
        overriding.pass(id, finding, ground, reason, officer);
        return "redirect:/desk/drafts/" + id;
    }

    @GetMapping("/{id}/preview")
    ModelAndView preview(@PathVariable UUID id, Officer officer) {
        var draft = room.look(id, officer).draft();
        return new ModelAndView("drafting/preview", Map.of("projection", room.preview(draft), "id", id));
    }
}
