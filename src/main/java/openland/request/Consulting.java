package openland.request;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Digests;
import openland.base.Ids;
import openland.base.MailAddress;
import openland.base.Refusal;
import openland.base.Wording;
import openland.calendar.Calendars;
import openland.calendar.Due;
import openland.calendar.Pauses;
import openland.calendar.Reckoning;
import openland.catalogue.Rules;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks others for their view (征求意见) and takes it: a third party whose rights would be touched (第三十二条), an organ that made the
 * information as well (第三十四条). That time is not counted, that of several at once only once.
 */
@Service
public class Consulting {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RequestStore requests;
    private final ConsultationStore consultations;
    private final Letters letters;
    private final Happening happening;
    private final Rules rules;
    private final Calendars calendars;
    private final Offices offices;
    private final Ids ids;

    Consulting(RequestStore requests, ConsultationStore consultations, Letters letters, Happening happening, Rules rules, Calendars calendars, Offices offices, Ids ids) {
        this.requests = requests;
        this.consultations = consultations;
        this.letters = letters;
        this.happening = happening;
        this.rules = rules;
        this.calendars = calendars;
        this.offices = offices;
        this.ids = ids;
    }

    /**
     * Whom to ask what.
     *
     * @param question what would be disclosed and what about it is asked; nothing of the applicant
     * @param on       the day it is sent; today when null
     */
    public record Asking(UUID request, Consultation.Kind kind, String asked, String contact, String mail, String question, @Nullable LocalDate on) {
        /** @throws Refusal INVALID that says what is missing */
        public Asking {
            asked = Wording.line(asked, "被征求意见的人或机关", 100);
            contact = Wording.line(contact, "联系方式", 200);
            mail = MailAddress.optional(mail).map(MailAddress::text).orElse("");
            question = Words.reason(question, "征求意见的内容");
            Words.must(!asked.isEmpty(), "请写明向谁征求意见。");
        }
    }

    /**
     * Who was asked.
     *
     * @param link opens the page on which he answers, without an account; it is kept nowhere
     */
    public record Asked(Consultation consultation, String link) {}

    /** @throws Refusal FORBIDDEN without the post, CONFLICT when the request does not stand there */
    @Transactional
    public Asked ask(Asking asking, Officer by) {
        var one = locked(asking.request());
        by.mustHoldOneOf(RequestMove.CONSULT.posts(), one.office());
        var on = asking.on() == null ? happening.today() : asking.on();
        if (consultations.of(one.id()).stream().anyMatch(known -> known.answer() == null && known.kind() == asking.kind() && known.asked().equals(asking.asked())
                && known.question().equals(asking.question()))) {
            throw Refusal.conflict("已经就同样的内容征求“" + asking.asked() + "”的意见，还没有答复。发给对方的链接只显示一次；没有记下的，请书面征求，收到后由窗口登记。");
        }
        var link = link();
        var consultation = new Consultation(ids.next(office(one).region()), one.id(), asking.kind(), asking.asked(), asking.contact(), asking.mail(),
                asking.question(), on, null, null, "", null);
        consultations.add(consultation, digest(link));
        var moved = happening.happened(one, new Happening.New(RequestMove.CONSULT, on, by.id(), asking.asked(), detail(consultation)), null);
        write(moved, consultation, by);
        return new Asked(consultation, link);
    }

    /** The letter of enquiry: it says what would be disclosed, and never who asked. */
    private void write(InformationRequest one, Consultation asked, Officer by) {
        boolean third = asked.kind() == Consultation.Kind.THIRD_PARTY;
        var facts = letters.facts(one).to(new LetterFacts.Party(asked.asked(), true)).state(third ? Stated.THIRD_PARTY_MATTER : Stated.ORGAN_MATTER, asked.question())
                .state(Stated.ANSWER_WAY, "书面寄回本机关，或者在随信所附的网址上填写");
        var letter = letters.issue(one, third ? LetterKind.THIRD_PARTY_ENQUIRY : LetterKind.ORGAN_ENQUIRY, third ? facts : facts.choose("共同制作"), asked.id(), by.id());
        letters.sent(letter, "征求意见", "", asked.sentOn());
    }

    private static String link() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] digest(String link) {
        return Digests.sha256(link.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> detail(Consultation one) {
        return Map.of(RequestEvent.CONSULTATION, one.id().toString(), RequestEvent.KIND, one.kind().name());
    }

    /** The day on which the one asked received it: from then on he has his time. @throws Refusal as {@link #ask} */
    @Transactional
    public Consultation reached(UUID id, LocalDate on, Officer by) {
        var consultation = byId(id);
        var one = locked(consultation.request());
        by.mustHoldOneOf(RequestMove.CONSULT.posts(), one.office());
        Words.must(!on.isBefore(consultation.sentOn()) && !on.isAfter(happening.today()), "收到的日期应在发出之日和今天之间。");
        if (consultation.answer() != null) {
            throw Refusal.conflict("意见已经收到，不用再登记。");
        }
        consultations.reached(id, on);
        return byId(id);
    }

    /**
     * What came back, entered by the counter.
     *
     * @param reason why not; needed when he does not agree
     * @throws Refusal INVALID without a reason for a no; CONFLICT when there is an answer already
     */
    @Transactional
    public Consultation answer(UUID id, Consultation.Answer answer, String reason, @Nullable LocalDate on, Officer by) {
        var consultation = byId(id);
        var one = locked(consultation.request());
        by.mustHoldOneOf(RequestMove.VIEW.posts(), one.office());
        return answered(one, byId(id), answer, reason, on == null ? happening.today() : on, by.id());
    }

    /** What the one asked says himself, on the page behind his link. Opening it is the proof that it reached him. */
    @Transactional
    public Consultation answerByLink(String link, Consultation.Answer answer, String reason) {
        var consultation = byLink(link).orElseThrow(() -> Refusal.notFound("这个链接不对，或者已经失效。"));
        var one = locked(consultation.request());
        return answered(one, byId(consultation.id()), answer, reason, happening.today(), null);
    }

    /** The one asked says that he has it: from today he has his time. Said again, it stays the first day. @throws Refusal NOT_FOUND for no such link */
    @Transactional
    public Consultation reachedByLink(String link) {
        var known = byLink(link).orElseThrow(() -> Refusal.notFound("这个链接不对，或者已经失效。"));
        locked(known.request());
        var asked = byId(known.id());
        if (asked.reachedOn() == null && asked.answer() == null) {
            consultations.reached(asked.id(), happening.today());
        }
        return byId(asked.id());
    }

    public Optional<Consultation> byLink(String link) {
        return consultations.byLink(digest(link));
    }

    public List<Consultation> of(UUID request) {
        return consultations.of(request);
    }

    private Consultation answered(InformationRequest one, Consultation asked, Consultation.Answer answer, String reason, LocalDate on, @Nullable UUID by) {
        Words.must(answer != Consultation.Answer.SILENT, "没有意见请登记为“逾期没有意见”。");
        var why = Wording.text(reason, "理由", 1000);
        Words.must(answer == Consultation.Answer.AGREES || why.length() >= 2, "不同意公开的，请写明理由。");
        if (asked.answer() != null) {
            if (asked.answer() == answer && asked.reason().equals(why)) {
                return asked;
            }
            throw Refusal.conflict("已经有了意见：" + asked.answer().label() + "。");
        }
        Words.must(!on.isBefore(asked.sentOn()), "答复的日期不能早于发出之日" + asked.sentOn() + "。");
        var detail = new HashMap<>(detail(asked));
        last(asked, one).filter(due -> on.isAfter(due.date())).ifPresent(due -> detail.put(RequestEvent.BY, due.date().toString()));
        consultations.answered(asked.id(), answer, why, on);
        happening.happened(one, new Happening.New(RequestMove.VIEW, on, by, answer.label(), detail), null);
        return byId(asked.id());
    }

    /**
     * Nothing came in time: an organ is taken to agree (第三十四条), for a third party the office decides (第三十二条). The time not counted ends
     * with the last day of the fifteen.
     *
     * @throws Refusal CONFLICT before that day has passed, or when it is not known when it reached them
     */
    @Transactional
    public Consultation silence(UUID id, Officer by) {
        var asked = byId(id);
        var one = locked(asked.request());
        by.mustHoldOneOf(RequestMove.SILENCE.posts(), one.office());
        if (asked.answer() != null) {
            return asked;
        }
        var last = last(asked, one).orElseThrow(() -> Refusal.conflict("请先登记对方收到征求意见书的日期，15个工作日从那天算起。")).date();
        if (!happening.today().isAfter(last)) {
            throw Refusal.conflict("对方提出意见的期限是" + last + "，过了这一天才能登记为没有意见。");
        }
        consultations.answered(id, Consultation.Answer.SILENT, "", last);
        var detail = new HashMap<>(detail(asked));
        detail.put(RequestEvent.BY, last.toString());
        happening.happened(one, new Happening.New(RequestMove.SILENCE, happening.today(), by.id(), Consultation.Answer.SILENT.label(), detail), null);
        return byId(id);
    }

    /** The last day for a view, with its derivation; empty while nobody knows when it reached them, and under the rules of 2007. */
    public Optional<Due> last(Consultation asked, InformationRequest one) {
        var reached = asked.reachedOn();
        if (reached == null || one.regime() != Regime.OF_2019) {
            return Optional.empty();
        }
        var obligation = asked.kind() == Consultation.Kind.THIRD_PARTY ? "FOI-10" : "FOI-12";
        return rules.all().stream().filter(rule -> rule.id().equals(obligation) && rule.rule().isInForceOn(reached)).findFirst()
                .map(rule -> Reckoning.due(Happening.workingDays(rule), reached, Pauses.NONE, calendars.forRegion(office(one).region())));
    }

    private Consultation byId(UUID id) {
        return consultations.byId(id).orElseThrow(() -> Refusal.notFound("没有这次征求意见。"));
    }

    private InformationRequest locked(UUID id) {
        return requests.locked(id).orElseThrow(() -> Refusal.notFound("没有这件申请。"));
    }

    private Office office(InformationRequest one) {
        return offices.byId(one.office()).orElseThrow();
    }
}
