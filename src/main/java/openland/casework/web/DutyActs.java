package openland.casework.web;

import java.util.UUID;
import java.util.function.Function;
import openland.base.Refusal;
import openland.casework.CaseMove;
import openland.casework.MeetingDuties;
import openland.casework.Moment;
import openland.casework.MovingDuties;
import openland.casework.PublishedPieces;
import openland.casework.ReleasingSubjects;
import openland.office.Officer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the forms on the page of a duty do, as they are typed. */
@Component
class DutyActs {
    private final MovingDuties moving;
    private final MeetingDuties meeting;
    private final ReleasingSubjects releasing;
    private final PublishedPieces pieces;

    DutyActs(MovingDuties moving, MeetingDuties meeting, ReleasingSubjects releasing, PublishedPieces pieces) {
        this.moving = moving;
        this.meeting = meeting;
        this.releasing = releasing;
        this.pieces = pieces;
    }

    /** Does it and goes on to another page; what the form can mend is shown on its own. */
    ModelAndView act(Runnable act, String after, Function<Refusal, ModelAndView> refused) {
        try {
            act.run();
            return new ModelAndView("redirect:" + after);
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case INVALID, CONFLICT, UNPROCESSABLE, TOO_LARGE -> refused.apply(refusal);
                default -> throw refusal;
            };
        }
    }

    void move(UUID id, String move, String reason, String on, String more, Officer officer) {
        var wanted = CaseMove.of(move).orElseThrow(() -> Refusal.invalid("没有这样的办理动作，请从页面上的按钮办理。"));
        moving.move(new MovingDuties.Wanted(id, wanted, reason, on.isBlank() ? null : Moment.parse(on).toLocalDate(), number(more)), officer);
    }

    private static int number(String more) {
        if (more.isBlank()) {
            return 0;
        }
        if (!more.strip().matches("\\d{1,4}")) {
            throw Refusal.invalid("延长多少应写成数字，例如3。");
        }
        return Integer.parseInt(more.strip());
    }

    void link(UUID id, String written, Officer officer) {
        var piece = pieces.called(written).orElseThrow(() -> Refusal.invalid("没有这条已公开的信息：请从列表里选，或者粘贴索引号。"));
        meeting.link(id, piece.id(), officer);
    }

    void release(UUID id, String subject, Officer officer) {
        releasing.release(id, subject, officer);
    }
}
