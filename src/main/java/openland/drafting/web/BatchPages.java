package openland.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.drafting.Batching;
import openland.drafting.Batching.Outcome;
import openland.drafting.Batching.Seen;
import openland.drafting.Draftroom;
import openland.drafting.Move;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Several drafts at one sitting (批量办理): the page shows each of them, and what it showed is what is signed. */
@Controller
@RequestMapping("/desk/batch")
public class BatchPages {
    private static final Pattern SEEN = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9a-f]{64})");

    private final Batching batching;
    private final Draftroom room;
    private final DraftReading reading;

    BatchPages(Batching batching, Draftroom room, DraftReading reading) {
        this.batching = batching;
        this.room = room;
        this.reading = reading;
    }

    /** @param moves those that at least one of the drafts is waiting for from this officer */
    public record Batch(List<DraftPage> drafts, List<Move> moves) {}

    @GetMapping
    ModelAndView look(@RequestParam @Nullable List<UUID> draft, Officer officer) {
        if (draft == null || draft.isEmpty()) {
            throw Refusal.invalid("请先在工作台勾选要办的稿件。");
        }
        if (draft.size() > Batching.MOST) {
            throw Refusal.invalid("一次最多办" + Batching.MOST + "件，请少选几件。");
        }
        var pages = new ArrayList<DraftPage>();
        var moves = new TreeSet<Move>();
        draft.stream().distinct().forEach(id -> {
            var status = room.look(id, officer);
            pages.add(reading.of(status, officer));
            moves.addAll(status.moves());
        });
        moves.removeIf(move -> move == Move.DISCARD || move == Move.RECALL || move == Move.ANSWER);
        return new ModelAndView("drafting/batch", Map.of("batch", new Batch(pages, List.copyOf(moves))));
    }

    @PostMapping
    ModelAndView move(@RequestParam @Nullable List<String> seen, @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String remark, Officer officer) {
        var outcomes = batching.moveAll(seen == null ? List.of() : seen.stream().map(BatchPages::seen).toList(), Move.ofCode(move),
                remark, officer);
        return new ModelAndView("drafting/outcomes", Map.of("label", Move.ofCode(move).label(), "outcomes", List.<Outcome>copyOf(outcomes)));
    }

    /** A draft's id and the digest of what the page showed of it. */
    private static Seen seen(String posted) {
        var parts = SEEN.matcher(posted);
        if (!parts.matches()) {
            throw Refusal.invalid("勾选的内容不完整，请回到工作台重新选。");
        }
        return new Seen(UUID.fromString(parts.group(1)), parts.group(2));
    }
}
