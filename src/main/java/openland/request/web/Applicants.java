package openland.request.web;

import java.util.List;
import openland.base.Refusal;
import openland.office.Officer;
import openland.request.Filing;
import openland.request.InformationRequest;
import openland.request.Letter;
import openland.request.RequestSight;
import openland.request.RequestSight.Part;
import openland.request.Requests;
import org.springframework.stereotype.Component;

/** Keeps who asks from officers who handle a request without needing to know it. */
@Component
class Applicants {
    private static final String UNNAMED = "申请人";

    private final RequestSight sight;
    private final Requests requests;

    Applicants(RequestSight sight, Requests requests) {
        this.sight = sight;
        this.requests = requests;
    }

    /** The letter as this officer may see it. @param toOthers whether it goes to a third party or an organ, who are named in it */
    Letter letter(Letter letter, InformationRequest one, boolean toOthers, Officer officer) {
        boolean knows = toOthers || sight.sees(new RequestSight.Viewer.AnOfficer(officer), Part.APPLICANT, one, null);
        return knows ? letter : new Letter(letter.kind(), letter.type(), letter.office(), letter.number(), letter.date(), UNNAMED, letter.title(), letter.summary(), letter.body(),
                letter.enclosures(), letter.remedy(), letter.remedies(), letter.contact(), letter.must(), letter.notes());
    }

    /** The form, for the counter, for those who decide, and for whoever wrote it down. @throws Refusal NOT_FOUND for all others */
    Filing filing(List<InformationRequest> of, Officer officer) {
        var first = of.stream().findFirst().orElseThrow(() -> Refusal.notFound("没有这张申请表。"));
        var filing = requests.filing(sight.see(first.id(), officer));
        if (!officer.id().equals(filing.filedBy())) {
            sight.see(first.id(), Part.APPLICANT, officer);
        }
        return filing;
    }
}
