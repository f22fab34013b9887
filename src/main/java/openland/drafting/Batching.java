package openland.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Officer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Makes one move with several drafts (批量办理): each is checked and moved by itself, and one that cannot be holds up no other. */
@Service
public class Batching {
    /** The most drafts of one batch: what somebody reads at one sitting. */
    public static final int MOST = 30;

    private static final Logger log = LoggerFactory.getLogger(Batching.class);

    private final Moving moving;
    private final Draftroom room;

    Batching(Moving moving, Draftroom room) {
        this.moving = moving;
        this.room = room;
    }

    /** A draft and the digest of what the officer read of it. */
    public record Seen(UUID draft, String digest) {}

    /** What became of one draft. @param title empty for a draft that he may not see; @param sentence in words */
    public record Outcome(UUID draft, String title, boolean done, String sentence) {}

    /**
     * @return what became of each, in the order given
     * @throws Refusal INVALID when none or too many are given
     */
    public List<Outcome> moveAll(List<Seen> seen, Move move, String remark, Officer officer) {
        if (seen.isEmpty()) {
            throw Refusal.invalid("请先勾选要办的稿件。");
        }
        if (seen.size() > MOST) {
            throw Refusal.invalid("一次最多办" + MOST + "件。");
        }
        var outcomes = new ArrayList<Outcome>();
        seen.stream().distinct().forEach(one -> outcomes.add(move(one, move, remark, officer)));
        return outcomes;
    }

    private Outcome move(Seen one, Move move, String remark, Officer officer) {
        try {
            var after = moving.move(new Intent(one.draft(), move, remark, one.digest()), officer).draft();
            var awaited = room.awaitedBy(after);
            return new Outcome(one.draft(), after.title(), true,
                    "“" + move.label() + "”已办，现在" + after.state().label() + (awaited.isEmpty() ? "。" : "，等" + awaited + "。"));
        } catch (Refusal refusal) {
            return new Outcome(one.draft(), title(one.draft(), officer), false, refusal.sentence());
        } catch (DataAccessException e) {
            log.error("Draft {} of a batch could not be moved", one.draft(), e);
            return new Outcome(one.draft(), title(one.draft(), officer), false, "系统没有办成，这一件没有动。请稍后再试；仍不行，请告诉系统管理员。");
        }
    }

    private String title(UUID draft, Officer officer) {
        try {
            return room.look(draft, officer).draft().title();
        } catch (Refusal | DataAccessException notHisOrAway) {
            return "";
        }
    }
}
