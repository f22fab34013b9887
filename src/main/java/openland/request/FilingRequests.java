package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.CaseKind;
import openland.casework.FollowedCases;
import openland.catalogue.Rules;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an application form: from a citizen on this site, or from the counter for one who came, wrote, called or sent a fax. Each thing
 * asked for becomes a request with a number and a clock of its own.
 */
@Service
public class FilingRequests {
    /** Who enters what did not come over this site. */
    public static final Set<Post> ENTERING = EnumSet.of(Post.DESK, Post.DRAFTER);
    private static final String CONFIRM_LETTERS = "FOI-14";

    private final FilingStore filings;
    private final RequestStore requests;
    private final RequestDesks desks;
    private final ReplyTypes types;
    private final RequestKey key;
    private final Happening happening;
    private final FollowedCases cases;
    private final Rules rules;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    FilingRequests(FilingStore filings, RequestStore requests, RequestDesks desks, ReplyTypes types, RequestKey key, Happening happening, FollowedCases cases, Rules rules,
            Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.filings = filings;
        this.requests = requests;
        this.desks = desks;
        this.types = types;
        this.key = key;
        this.happening = happening;
        this.cases = cases;
        this.rules = rules;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * What the applicant gets.
     *
     * @param isNew false when the same form had been sent before
     */
    public record Filed(Filing filing, QueryCode code, List<InformationRequest> requests, boolean isNew) {}

    /**
     * A form that a citizen sent over this site. The same form sent again (same client key) gives the same answer.
     *
     * @throws Refusal INVALID that says what is missing; NOT_FOUND for an office that does not exist or no longer does
     */
    @Transactional
    public Filed file(NewFiling form) {
        Words.must(form.channel() == Channel.WEB && form.arrivedOn().equals(today()), "网上提交的申请以提交当天为准。");
        return filed(form, null);
    }

    /**
     * A form that an officer enters.
     *
     * @throws Refusal FORBIDDEN without a post of the office's; otherwise as {@link #file(NewFiling)}
     */
    @Transactional
    public Filed file(NewFiling form, Officer by) {
        by.mustHoldOneOf(ENTERING, form.office());
        Words.must(form.channel() != Channel.WEB, "网上的申请由申请人自己提交。");
        Words.must(!form.arrivedOn().isAfter(today()), "收到的日期" + form.arrivedOn() + "还没有到。");
        return filed(form, by.id());
    }

    private Filed filed(NewFiling form, @Nullable UUID by) {
        var office = offices.byId(form.office()).filter(one -> one.successor() == null).orElseThrow(() -> Refusal.notFound("没有这个机构，或者它已经撤销。"));
        key.ready();
        var clientKey = form.clientKey();
        if (clientKey != null) {
            filings.hold(clientKey);
            var known = filings.byClientKey(clientKey);
            if (known.isPresent()) {
                return again(known.get());
            }
        }
        var who = form.who();
        var applicant = new Applicant(ids.next(office.region()), who.kind(), who.name(), who.contact(), who.phone(), who.mail(), who.address(), who.postcode());
        filings.add(applicant, who.paper());
        var filing = new Filing(ids.next(office.region()), office.id(), applicant.id(), form.channel(), form.arrivedOn(),
                time.instant().truncatedTo(ChronoUnit.MICROS), form.form(), form.delivery(), form.help(), form.oral(), by);
        filings.add(filing, clientKey);
        var filed = new ArrayList<InformationRequest>();
        form.asks().forEach(ask -> filed.add(opened(ask, filing, applicant, office)));
        return new Filed(filing, key.code(filing.id()), filed, true);
    }

    private Filed again(Filing filing) {
        return new Filed(filing, key.code(filing.id()), requests.ofFiling(filing.id()), false);
    }

    private InformationRequest opened(NewFiling.Ask ask, Filing filing, Applicant applicant, Office office) {
        int year = filing.arrivedOn().getYear();
        var word = desks.of(office.id()).numberWord();
        var number = "%s-%d-%04d".formatted(word, year, requests.nextNumber(word, year));
        var one = new InformationRequest(ids.next(office.region()), filing.id(), office.id(), number, ask.asked(), ask.purpose(), Stage.SUBMITTED, null, null,
                null, null, "", null, null, null, null, null, false, null, null, applicant.kind(), filing.channel(), null, ask.follows(), 0);
        requests.add(one);
        journal.record(new Act("request.filed", filing.filedBy(), office.id(), one.id().toString(), Map.of("channel", filing.channel().name())));
        return begun(requests.locked(one.id()).orElseThrow(), filing, office);
    }

    /** Received at once where the law or the office has it so; else its confirmation is due. */
    private InformationRequest begun(InformationRequest one, Filing filing, Office office) {
        var channel = filing.channel();
        if (!channel.needsConfirmation() || channel == Channel.WEB && desks.of(office.id()).webConfirms()) {
            return happening.happened(one, new Happening.New(RequestMove.CONFIRM, filing.arrivedOn(), filing.filedBy(), "", Map.of()), null);
        }
        var confirming = rules.byId(CONFIRM_LETTERS, office, filing.arrivedOn());
        if (confirming.isEmpty()) {
            return one;
        }
        var opened = cases.open(new FollowedCases.Opening(CaseKind.REQUEST, office, confirming.get(), filing.arrivedOn(), one.number(), one.id().toString(), filing.filedBy()));
        var waiting = one.beside(opened.id(), null);
        requests.update(waiting);
        return waiting;
    }

    /**
     * Gives it to another office, with the applicant's consent: that office registers it as received today, under a number of its own.
     * Before it is received here nothing else is owed; afterwards the applicant was told first that it is not this office's (第三十六条
     * 第五项).
     *
     * @param consent how and when the applicant consented
     * @throws Refusal CONFLICT when it was received and not answered so; FORBIDDEN without a post of the office's
     */
    @Transactional
    public Filed handOver(UUID request, UUID to, String consent, Officer by) {
        var one = requests.locked(request).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
        by.mustHoldOneOf(RequestMove.HAND_OVER.posts(), one.office());
        var said = Words.reason(consent, "申请人怎样同意的");
        var target = offices.byId(to).filter(office -> office.successor() == null && !office.id().equals(one.office())).orElseThrow(() -> Refusal.invalid("请选另一个现有的机构。"));
        var known = requests.handedOver(one.id());
        if (known.isPresent()) {
            return again(filings.byId(known.get().filing()).orElseThrow());
        }
        if (one.stage() == Stage.SUBMITTED) {
            happening.happened(one, new Happening.New(RequestMove.HAND_OVER, today(), by.id(), said, Map.of("office", target.id().toString())), null);
        } else if (one.stage() != Stage.CLOSED || !types.is(ReplyTrait.ELSEWHERE, one.reply(), one.replyPart())) {
            throw Refusal.conflict("已经收到的申请，先答复“不属于本机关负责公开”，再转给负责的机关。");
        }
        var from = filings.byId(one.filing()).orElseThrow();
        var filing = new Filing(ids.next(target.region()), target.id(), from.applicant(), from.channel(), today(), time.instant().truncatedTo(ChronoUnit.MICROS),
                from.form(), from.delivery(), from.help(), from.oral(), by.id());
        filings.add(filing, null);
        var applicant = filings.applicant(from.applicant()).orElseThrow();
        var there = opened(new NewFiling.Ask(one.asked(), one.purpose(), one.id()), filing, applicant, target);
        journal.record(new Act("request.handed-over", by.id(), one.office(), one.id().toString(), Map.of("to", there.id().toString(), "office", target.id().toString())));
        return new Filed(filing, key.code(filing.id()), List.of(there), true);
    }

    /** A new query code for an applicant who lost his; the old one ends. @throws Refusal FORBIDDEN without a post of the office's */
    @Transactional
    public QueryCode newCode(UUID filing, Officer by) {
        var kept = filings.byId(filing).orElseThrow(() -> Refusal.notFound("没有这张申请表。"));
        by.mustHoldOneOf(ENTERING, kept.office());
        filings.newCode(filing);
        journal.record(new Act("request.code-renewed", by.id(), kept.office(), filing.toString()));
        return key.code(filing);
    }

    private LocalDate today() {
        return Objects.requireNonNull(Time.dateOf(time.instant()));
    }
}
