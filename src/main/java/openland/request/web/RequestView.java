package openland.request.web;

import java.time.LocalDate;
import java.util.List;
import openland.calendar.Derived;
import openland.calendar.Due;
import openland.casework.Nearness;
import openland.request.Applicant;
import openland.request.Consultation;
import openland.request.Filing;
import openland.request.IdentityPapers;
import openland.request.InformationRequest;
import openland.request.Paper;
import openland.request.RequestEvent;
import openland.request.RequestRemedy;
import openland.request.Requests;
import openland.request.Searches;
import openland.request.SentLetter;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of one request, as far as this officer may see it.
 *
 * @param person null for whoever may not know who asks
 * @param ended  how it was answered; empty while it is open
 */
public record RequestView(InformationRequest one, String office, Clock clock, Filing filing, @Nullable Person person, List<Line> history, Alike alike,
        List<MoveForm> moves, List<Asking> asking, Work work, List<Paper> papers, List<InformationRequest> siblings, String handler, String ended, May may, RequestShowing.Told told) {

    /**
     * How its time stands.
     *
     * @param near      null before it is received and when it is closed
     * @param due       null while it does not run
     * @param correctBy last day of the seven for a notice to correct; null when none applies
     */
    public record Clock(Nearness.@Nullable Near near, @Nullable LocalDate due, boolean provisional, List<Derived> why, @Nullable LocalDate correctBy, int within) {
        static final Clock NOT_STARTED = new Clock(null, null, false, List.of(), null, 0);
    }

    /** Who asks, for the counter and for those who decide. */
    public record Person(Applicant applicant, List<IdentityPapers.Kept> papers, List<Requests.Month> months) {
        public long most() {
            return months.stream().mapToLong(Requests.Month::count).max().orElse(0);
        }
    }

    /** Something that happened. @param details what it said besides, in words */
    public record Line(RequestEvent event, String by, List<String> details) {}

    /**
     * Others that ask for the same.
     *
     * @param same       of the same applicant
     * @param applicants how many different ones have asked for it
     */
    public record Alike(List<InformationRequest> same, long applicants) {}

    /** Somebody who was asked. @param last his last day; null while it is not known when it reached him. @param over whether that has passed */
    public record Asking(Consultation one, @Nullable Due last, boolean over) {}

    /** What was done for the answer, and what came after it. */
    public record Work(List<SentLetter> letters, List<SearchRow> searches, List<RemedyRow> remedies) {}

    /** A search, and who made it. */
    public record SearchRow(Searches.Search one, String by) {}

    /** A remedy. @param near null for a complaint, for which the law names no time */
    public record RemedyRow(RequestRemedy one, Nearness.@Nullable Near near, @Nullable LocalDate due) {}

    /**
     * What this officer may do besides the moves.
     *
     * @param hand give it to another office with the applicant's consent
     * @param consented whether the applicant has agreed to that on his form
     */
    public record May(boolean work, boolean consult, boolean reply, boolean hand, boolean draft, boolean consented) {}

    public List<MoveForm> moves(boolean besides) {
        return moves.stream().filter(move -> move.besides() == besides).toList();
    }

    /** The paper's list of one role. */
    public List<Paper> papers(Paper.Role role) {
        return papers.stream().filter(paper -> paper.role() == role).toList();
    }

    /** What is asked for, short enough for a head. */
    public String title() {
        var line = one.asked().replace('\n', ' ');
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** Where a draft for everybody begins, without a word of who asked. */
    public String publishing() {
        return action() + "/publish";
    }

    public String action() {
        return "/desk/requests/" + one.id();
    }
}
