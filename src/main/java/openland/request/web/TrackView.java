package openland.request.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import openland.calendar.Due;
import openland.office.Office;
import openland.request.Filing;
import openland.request.InformationRequest;
import openland.request.Paper;
import openland.request.Remedy;
import openland.request.RequestDesk;
import openland.request.RequestMove;
import openland.request.SentLetter;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant sees of his request; nothing of who works on it, of what the office thinks, or of who else was asked.
 *
 * @param due         null before receipt and while it is paused
 * @param noAnswerUntil up to when he can ask for review if no answer comes; null while there is no due date
 * @param others      that he asked for on the same form
 * @param handedTo    what another office made of it; null when it was not handed over
 */
public record TrackView(InformationRequest one, Filing filing, Office office, RequestDesk desk, Headline headline, List<Milestone> miles, List<String> why,
        List<ClockMonth> months, @Nullable Due due, List<Told> history, List<Paper> papers, List<SentLetter> letters, @Nullable After after, @Nullable LocalDate noAnswerUntil,
        List<InformationRequest> others, @Nullable InformationRequest handedTo, LocalDate today) {

    /** @param style r1 calm, r2 soon, r3 late; empty for none */
    public record Headline(String words, String more, String style) {}

    /** Something that happened. @param remark words of the office for him, or his own */
    public record Told(LocalDate on, String title, String words, String remark) {}

    /** What he can do against the answer, and up to when. */
    public record After(Remedy remedy, @Nullable LocalDate reviewUntil, @Nullable LocalDate suitUntil) {
        public boolean isReviewFirst() {
            return remedy != Remedy.FREE;
        }
    }

    public boolean can(RequestMove move) {
        return move.isPossibleIn(one.stage());
    }

    public boolean isOpen() {
        return one.stage().isOpen();
    }

    public boolean isAnswered() {
        return one.stage() == Stage.CLOSED && !one.isGivenUp();
    }

    /** 还有2个工作日; empty when it does not apply. */
    public String left() {
        var until = due;
        if (until == null || one.redoOf() != null || !one.stage().isOpen() || until.date().isBefore(today)) {
            return "";
        }
        int days = until.calendar().workingDaysBetween(today, until.date());
        return days == 0 ? "就是今天" : "还有" + days + "个工作日";
    }

    public List<Paper> sent() {
        return of(Paper.Role.FILED).toList();
    }

    public List<Paper> given() {
        return of(Paper.Role.RELEASED).toList();
    }

    private Stream<Paper> of(Paper.Role role) {
        return papers.stream().filter(paper -> paper.role() == role);
    }

    /** 1.2 MB */
    public static String size(long bytes) {
        return bytes < 1 << 20 ? Math.max(1, bytes >> 10) + " KB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}
