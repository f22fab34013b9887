package openland.casework;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.base.Wording;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import openland.screening.Finding;
import openland.screening.Screening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a duty is about is shown to the public when somebody has answered for that: 保密审查岗 or 分管领导, and no finding stands in it. */
@Service
public class ReleasingSubjects {
    /** Who may answer for it. */
    public static final Set<Post> RELEASERS = EnumSet.of(Post.SECRECY, Post.LEADER);
    private static final int LONGEST = 300;

    private final DutyStore duties;
    private final Screening screening;
    private final Journal journal;

    ReleasingSubjects(DutyStore duties, Screening screening, Journal journal) {
        this.duties = duties;
        this.screening = screening;
        this.journal = journal;
    }

    /**
     * @param subject the words for the public; empty to take them back
     * @throws Refusal FORBIDDEN without the post, CONFLICT for what somebody asked an office for: that is never public here; INVALID for what is no line, UNPROCESSABLE when personal data stand in it
     */
    @Transactional
    public DutyCase release(UUID id, String subject, Officer by) {
        var duty = duties.locked(id).orElseThrow(() -> Refusal.notFound("没有这件事项。"));
        duty.kind().mustBeMovedHere();
        by.mustHoldOneOf(RELEASERS, duty.office());
        var line = Wording.line(subject, "公开的事由", LONGEST);
        var wanted = line.isEmpty() ? null : line;
        if (Objects.equals(wanted, duty.publicSubject())) {
            return duty;
        }
        var stops = screening.screen("subject", line).stream().filter(Finding::stops).toList();
        if (!stops.isEmpty()) {
            throw new Refusal(Reason.UNPROCESSABLE, "这段文字里有个人信息，不能公开：" + stops.getFirst().sentence(),
                    stops.stream().map(finding -> new Problem("subject", finding.sentence())).toList());
        }
        duties.publicSubject(id, wanted);
        journal.record(new Act(wanted == null ? "case.subject-hidden" : "case.subject-released", by.id(), duty.office(), id.toString(), Map.of()));
        return duties.byId(id).orElseThrow();
    }
}
