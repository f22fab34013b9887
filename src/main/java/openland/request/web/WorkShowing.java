package openland.request.web;

import java.util.UUID;
import openland.casework.FollowedCases;
import openland.casework.Nearness;
import openland.office.Officer;
import openland.office.Officers;
import openland.request.InformationRequest;
import openland.request.Letters;
import openland.request.Remedies;
import openland.request.RequestRemedy;
import openland.request.RequestSight;
import openland.request.Searches;
import openland.request.web.RequestView.RemedyRow;
import openland.request.web.RequestView.SearchRow;
import openland.request.web.RequestView.Work;
import org.springframework.stereotype.Component;

/** What was looked for, which letters went out, and what the applicant did against them. */
@Component
class WorkShowing {
    private final Letters letters;
    private final Searches searches;
    private final Remedies remedies;
    private final FollowedCases cases;
    private final Nearness nearness;
    private final Officers officers;

    WorkShowing(Letters letters, Searches searches, Remedies remedies, FollowedCases cases, Nearness nearness, Officers officers) {
        this.letters = letters;
        this.searches = searches;
        this.remedies = remedies;
        this.cases = cases;
        this.nearness = nearness;
        this.officers = officers;
    }

    Work of(InformationRequest one, Officer officer) {
        return new Work(letters.of(one, new RequestSight.Viewer.AnOfficer(officer)),
                searches.of(one.id(), officer).stream().map(search -> new SearchRow(search, name(search.officer()))).toList(),
                remedies.of(one.id(), officer).stream().map(this::row).toList());
    }

    private RemedyRow row(RequestRemedy one) {
        var caseId = one.caseId();
        var duty = caseId == null ? null : cases.byId(caseId).orElse(null);
        return new RemedyRow(one, duty == null ? null : nearness.of(duty), duty == null ? null : duty.clock().dueOn());
    }

    private String name(UUID officer) {
        return officers.byId(officer).map(Officer::displayName).orElse("（已离岗）");
    }
}
