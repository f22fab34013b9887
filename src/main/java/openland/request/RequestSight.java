package openland.request;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees what of a request: one function, asked by every page, file, name, picture, export, list, feed and interface. The public sees
 * nothing here: an answer of general interest is published as a disclosure of its own.
 */
@Component
public class RequestSight {
    private static final Set<Post> OFFICE = EnumSet.of(Post.DESK, Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD);
    private static final Set<Post> FRONT = EnumSet.of(Post.DESK, Post.LEADER, Post.HEAD);

    private final RequestStore requests;
    private final Journal journal;

    RequestSight(RequestStore requests, Journal journal) {
        this.requests = requests;
        this.journal = journal;
    }

    /** Who looks. */
    public sealed interface Viewer {
        /** Nobody has said who he is. */
        record Anybody() implements Viewer {}

        /** Who knows a number of the form and its query code. */
        record ApplicantOf(UUID filing) implements Viewer {}

        /** Who came by the link of a consultation. */
        record AskedIn(UUID request, UUID consultation) implements Viewer {}

        /** An officer, with his posts of this moment. */
        record AnOfficer(Officer officer) implements Viewer {}
    }

    /** What there is to see. */
    public enum Part {
        /** Stage, dates and their reasons, number. */ PROGRESS,
        /** What is asked for, in the applicant's words. */ ASKED,
        /** Name and contact of the applicant. */ APPLICANT,
        /** Identity papers; the act of opening needs a reason besides. */ IDENTITY,
        /** What the applicant sent along. */ FILED,
        /** What the office looks through, notes, drafts, advice, searches, signatures. */ WORK,
        /** What a third party or an organ was asked, and what it said. */ CONSULTATION,
        /** Letters to the applicant and what is given to him, once they went out. */ ANSWER
    }

    /**
     * @param one          the request
     * @param consultation which one it is about; null when it is about none
     */
    public boolean sees(Viewer viewer, Part part, InformationRequest one, @Nullable UUID consultation) {
        return switch (viewer) {
            case Viewer.Anybody _ -> false;
            case Viewer.ApplicantOf(UUID filing) -> filing.equals(one.filing()) && switch (part) {
                case PROGRESS, ASKED, APPLICANT, FILED, ANSWER -> true;
                case IDENTITY, WORK, CONSULTATION -> false;
            };
            case Viewer.AskedIn(UUID request, UUID asked) -> part == Part.CONSULTATION && request.equals(one.id()) && asked.equals(consultation);
            case Viewer.AnOfficer(Officer officer) -> officer.holdsOneOf(part == Part.APPLICANT || part == Part.IDENTITY ? FRONT : OFFICE, one.office());
        };
    }

    /** The request, if he sees that part of it. @throws Refusal NOT_FOUND otherwise, whether there is such a request or not */
    public InformationRequest see(UUID id, Part part, Viewer viewer) {
        return requests.byId(id).filter(one -> sees(viewer, part, one, null)).orElseThrow(RequestSight::none);
    }

    /** Of the offices where he works. */
    public Set<UUID> offices(Officer officer) {
        return officer.posts().stream().filter(held -> OFFICE.contains(held.post())).map(Officer.Holding::office).collect(Collectors.toSet());
    }

    /** For the desk. @throws Refusal NOT_FOUND when the officer has no post of its office, of which the journal has a row */
    public InformationRequest see(UUID id, Officer officer) {
        return see(id, Part.WORK, officer);
    }

    /** That part of it. @throws Refusal NOT_FOUND when he does not see it, of which the journal has a row */
    public InformationRequest see(UUID id, Part part, Officer officer) {
        var one = requests.byId(id).orElseThrow(RequestSight::none);
        if (!sees(new Viewer.AnOfficer(officer), part, one, null)) {
            journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), id.toString()));
            throw none();
        }
        return one;
    }

    /** The request that a case of the worklist is about. @throws Refusal NOT_FOUND */
    public InformationRequest ofCase(UUID caseId, Officer officer) {
        return see(requests.ofCase(caseId).orElseThrow(RequestSight::none), officer);
    }

    /** Whether he sees an office's figures, small ones as well: who works there, or for an office above it. */
    public boolean seesFigures(UUID office, Officer officer) {
        return offices(officer).stream().anyMatch(own -> own.equals(office) || officer.reach().isWithin(office, own));
    }

    Optional<InformationRequest> byNumber(String number) {
        return requests.byNumber(number);
    }

    private static Refusal none() {
        return Refusal.notFound("没有这件申请。请核对编号；不是本机构的申请看不到。");
    }
}
