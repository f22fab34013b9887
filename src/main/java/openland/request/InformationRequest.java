package openland.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody asks an office for (政府信息公开申请，一事一申请), as its events have made it.
 *
 * @param number       under which office and applicant know it: QHSQ-2026-0143
 * @param asked        name, number or description of what is asked for, in the applicant's words
 * @param purpose      only before 2019-05-15, when the law asked for it
 * @param regime       null before it is received
 * @param receivedOn   day 0; null before
 * @param caseId       its place in the worklist; null before it is received
 * @param confirmCase  the confirmation that is due the day a letter came; null when none is
 * @param reply        type of the first answer, R01 to R22; null before
 * @param replyPart    which row of the older form, where one type has several; null otherwise
 * @param closedOn     the day the first answer counts as given; null before
 * @param inTime       null before
 * @param redoOf       the case of an answer that a decision ordered again; null when there is none open
 * @param follows      an earlier request that this one goes on from; null when there is none
 * @param version      how many events there are
 */
public record InformationRequest(UUID id, UUID filing, UUID office, String number, String asked, String purpose, Stage stage, @Nullable Regime regime,
        @Nullable LocalDate receivedOn, @Nullable UUID caseId, @Nullable UUID confirmCase, String unit, @Nullable UUID handler, @Nullable String reply,
        @Nullable String replyPart, @Nullable LocalDate closedOn, @Nullable Boolean inTime, boolean extended, @Nullable Integer countedDays,
        @Nullable Integer excludedDays, ApplicantKind applicantKind, Channel channel, @Nullable UUID redoOf, @Nullable UUID follows, int version) {

    /** Whether it ended because the applicant did not correct or pay in time. */
    public boolean isGivenUp() {
        return RequestMove.isGivenUp(reply);
    }

    /** What it is under {@code events} events. */
    InformationRequest standing(Stage to, @Nullable Regime under, @Nullable LocalDate received, @Nullable UUID inCase, int events) {
        return new InformationRequest(id, filing, office, number, asked, purpose, to, under, received, inCase, confirmCase, unit, handler, reply, replyPart,
                closedOn, inTime, extended, countedDays, excludedDays, applicantKind, channel, redoOf, follows, events);
    }

    InformationRequest handledBy(String by, @Nullable UUID officer) {
        return new InformationRequest(id, filing, office, number, asked, purpose, stage, regime, receivedOn, caseId, confirmCase, by, officer, reply, replyPart,
                closedOn, inTime, extended, countedDays, excludedDays, applicantKind, channel, redoOf, follows, version);
    }

    InformationRequest answered(@Nullable String with, @Nullable String part, @Nullable LocalDate on) {
        return new InformationRequest(id, filing, office, number, asked, purpose, stage, regime, receivedOn, caseId, confirmCase, unit, handler, with, part,
                on, inTime, extended, countedDays, excludedDays, applicantKind, channel, redoOf, follows, version);
    }

    InformationRequest timed(@Nullable Boolean kept, boolean longer, @Nullable Integer counted, @Nullable Integer excluded) {
        return new InformationRequest(id, filing, office, number, asked, purpose, stage, regime, receivedOn, caseId, confirmCase, unit, handler, reply, replyPart,
                closedOn, kept, longer, counted, excluded, applicantKind, channel, redoOf, follows, version);
    }

    /** With the cases that stand beside its own: a confirmation that is due, an answer that was ordered again. */
    InformationRequest beside(@Nullable UUID confirming, @Nullable UUID redoing) {
        return new InformationRequest(id, filing, office, number, asked, purpose, stage, regime, receivedOn, caseId, confirming, unit, handler, reply, replyPart,
                closedOn, inTime, extended, countedDays, excludedDays, applicantKind, channel, redoing, follows, version);
    }
}
