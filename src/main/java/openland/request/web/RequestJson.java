package openland.request.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.calendar.Derived;
import openland.request.Applicant;
import openland.request.InformationRequest;
import openland.request.RequestEvent;
import openland.request.Requests;
import org.jspecify.annotations.Nullable;

/**
 * A request as programs read it.
 *
 * @param due        null before receipt, while it is stopped, and in lists
 * @param derivation why that day; null in lists
 * @param events     null in lists
 * @param applicant  null for who may not know it, and in lists
 */
record RequestJson(UUID id, String number, String office, UUID filing, String asked, String stage, String stageLabel, @Nullable String regime,
        @Nullable LocalDate receivedOn, @Nullable LocalDate due, @Nullable Boolean provisional, @Nullable String reply, @Nullable LocalDate closedOn,
        @Nullable Boolean inTime, boolean extended, @Nullable Integer countedDays, @Nullable Integer excludedDays, String applicantKind, String channel, String unit,
        @Nullable List<String> derivation, @Nullable List<EventJson> events, @Nullable ApplicantJson applicant) {

    /** @param on the day that counts in law; {@code at} when it was written down */
    record EventJson(int n, String move, LocalDate on, Instant at, String remark, Map<String, String> detail) {
        static EventJson of(RequestEvent event) {
            return new EventJson(event.n(), event.move().code(), event.on(), event.at(), event.remark(), event.detail());
        }
    }

    /** Who asks. */
    record ApplicantJson(String kind, String name, String contact, String phone, String mail, String address, String postcode) {
        static ApplicantJson of(Applicant one) {
            return new ApplicantJson(one.kind().name(), one.name(), one.contact(), one.phone(), one.mail(), one.address(), one.postcode());
        }
    }

    static RequestJson listed(InformationRequest one, String office) {
        return of(one, office, null, null, null);
    }

    static RequestJson of(InformationRequest one, String office, Requests.@Nullable Answer answer, @Nullable List<RequestEvent> events, @Nullable Applicant applicant) {
        var due = answer == null ? null : answer.due();
        var regime = one.regime();
        return new RequestJson(one.id(), one.number(), office, one.filing(), one.asked(), one.stage().name(), one.stage().label(), regime == null ? null : regime.name(),
                one.receivedOn(), due == null ? null : due.date(), due == null ? null : due.provisional(), one.reply(), one.closedOn(), one.inTime(), one.extended(),
                one.countedDays(), one.excludedDays(), one.applicantKind().name(), one.channel().name(), one.unit(),
                answer == null ? null : answer.derivation().stream().map(Derived::sentence).toList(),
                events == null ? null : events.stream().map(EventJson::of).toList(), applicant == null ? null : ApplicantJson.of(applicant));
    }
}
