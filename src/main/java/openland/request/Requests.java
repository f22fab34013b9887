package openland.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.calendar.Derived;
import openland.calendar.Due;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.catalogue.Rules;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks requests up. Who may see what of them is asked at {@link RequestSight}. */
@Service
public class Requests {
    private final RequestStore requests;
    private final FilingStore filings;
    private final RequestKey key;
    private final Happening happening;
    private final Rules rules;
    private final Calendars calendars;
    private final Offices offices;

    Requests(RequestStore requests, FilingStore filings, RequestKey key, Happening happening, Rules rules, Calendars calendars, Offices offices) {
        this.requests = requests;
        this.filings = filings;
        this.key = key;
        this.happening = happening;
        this.rules = rules;
        this.calendars = calendars;
        this.offices = offices;
    }

    /**
     * The filing that a number and a query code open.
     *
     * @throws Refusal NOT_FOUND when they do not belong together, in the same words whichever of them is wrong
     */
    public Filing track(String number, String code) {
        return requests.byNumber(number.strip().toUpperCase(java.util.Locale.ROOT)).filter(one -> key.code(one.filing()).isTyped(code))
                .flatMap(one -> filings.byId(one.filing())).orElseThrow(() -> Refusal.notFound("编号和查询码对不上。请照受理回执上的写；查询码的大小写和短横线不影响。"));
    }

    public Optional<InformationRequest> byId(UUID id) {
        return requests.byId(id);
    }

    public Filing filing(InformationRequest one) {
        return filings.byId(one.filing()).orElseThrow();
    }

    public Optional<Filing> filing(UUID id) {
        return filings.byId(id);
    }

    /** Whether the applicant agrees that another office takes it over (第三十六条第五项). */
    public boolean mayBeHandedOver(Filing filing) {
        return filings.mayBeHandedOverBy(filing.id());
    }

    /** What another office made of it after it was handed over; empty when it was not. */
    public Optional<InformationRequest> handedOver(UUID id) {
        return requests.handedOver(id);
    }

    public Applicant applicant(Filing filing) {
        return filings.applicant(filing.applicant()).orElseThrow();
    }

    /** For receipts that the counter prints, and for whom has shown it already. */
    public QueryCode code(Filing filing) {
        return key.code(filing.id());
    }

    public List<InformationRequest> ofFiling(UUID filing) {
        return requests.ofFiling(filing);
    }

    /** What happened, in the order of being written down. */
    public List<RequestEvent> events(UUID id) {
        return requests.events(id);
    }

    /** Others of the same applicant for the same thing: perhaps 重复申请 (第三十六条第六项). */
    public List<InformationRequest> sameAsked(InformationRequest one) {
        return requests.sameAsked(one);
    }

    /** How many the same applicant has asked the office for, by month, in the year before the form. */
    public List<Month> monthsOf(Filing filing) {
        return filings.asked(filing.applicant(), filing.office(), filing.arrivedOn().minusYears(1)).stream().map(one -> new Month(one.month(), one.count())).toList();
    }

    /** {@code month} as 2026-11. */
    public record Month(String month, long count) {}

    /**
     * The time to answer, as it stands.
     *
     * @param due        null before receipt and while it is stopped or paused
     * @param derivation why that day, first how the day of receipt came about; while it is stopped, why it is
     * @param correctBy  the last day of the seven for a notice to correct; null when none applies
     */
    public record Answer(RequestClock clock, @Nullable Due due, List<Derived> derivation, @Nullable LocalDate correctBy, Calendar calendar, int within) {}

    /** The clock with its reasons, day by day; empty before the request is received. */
    public Optional<Answer> answer(InformationRequest one) {
        var clock = RequestClock.of(requests.events(one.id()));
        var received = clock.receivedOn();
        if (received == null) {
            return Optional.empty();
        }
        var office = offices.byId(one.office()).orElseThrow();
        var calendar = calendars.forRegion(office.region());
        var within = happening.within(office, received);
        var due = clock.due(within, calendar).orElse(null);
        return Optional.of(new Answer(clock, due, reasons(one, clock, due), correctBy(office, received, calendar), calendar, within.n()));
    }

    private List<Derived> reasons(InformationRequest one, RequestClock clock, @Nullable Due due) {
        var sentences = new ArrayList<Derived>();
        var received = java.util.Objects.requireNonNull(clock.receivedOn());
        sentences.add(new Derived(Derived.Kind.START, one.channel().label() + "的申请，" + one.channel().receivedOn() + "：" + received + "。收到那天不算。"
                + (one.regime() == Regime.OF_2019 ? "依据条例第三十一条。" : "")));
        if (!received.equals(clock.start())) {
            sentences.add(new Derived(Derived.Kind.START, "申请人" + clock.start() + "补正或者缴费，答复期限从这一天起重新计算。依据条例第三十条。"));
        }
        if (clock.extension() > 0) {
            sentences.add(new Derived(Derived.Kind.START, "经公开工作机构负责人同意并告知申请人，延长" + clock.extension() + "个工作日。依据条例第三十三条第二款。"));
        }
        if (clock.delayedTo() != null) {
            sentences.add(new Derived(Derived.Kind.START, "申请的数量、频次明显超过合理范围而理由合理，延迟到" + clock.delayedTo() + "答复并已告知申请人。依据条例第三十五条。"));
        }
        if (due == null) {
            clock.pausedOn().ifPresent(since -> sentences.add(new Derived(Derived.Kind.PAUSE, clock.stoppedOn() != null
                    ? since + "通知申请人补正或者缴费，收到以后答复期限重新计算。" : since + "起征求意见，这段时间不算在答复期限里，收到意见后接着算。依据条例第三十三条第三款。")));
        } else {
            sentences.addAll(due.derivation());
        }
        return sentences;
    }

    /** 第三十条: within seven working days of receipt. */
    private @Nullable LocalDate correctBy(Office office, LocalDate received, Calendar calendar) {
        return rules.byId("FOI-06", office, received).map(rule -> Reckoning.due(Happening.workingDays(rule), received, Pauses.NONE, calendar).date()).orElse(null);
    }
}
