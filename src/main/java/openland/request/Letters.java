package openland.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Derived;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters of requests: numbered and kept as they were signed, and shown to whom {@link RequestSight} lets see them. */
@Service
public class Letters {
    private final LetterStore letters;
    private final RequestStore requests;
    private final FilingStore filings;
    private final Requests reading;
    private final RequestDesks desks;
    private final WritingLetters writing;
    private final RequestSight sight;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Letters(LetterStore letters, RequestStore requests, FilingStore filings, Requests reading, RequestDesks desks, WritingLetters writing, RequestSight sight,
            Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.letters = letters;
        this.requests = requests;
        this.filings = filings;
        this.reading = reading;
        this.desks = desks;
        this.writing = writing;
        this.sight = sight;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** What every letter of a request begins with; dated today. */
    LetterFacts facts(InformationRequest one) {
        var filing = filings.byId(one.filing()).orElseThrow();
        var applicant = filings.applicant(filing.applicant()).orElseThrow();
        var asked = new LetterFacts.Asked(one.number(), new LetterFacts.Party(applicant.name(), applicant.kind().isOrganisation()),
                Objects.requireNonNullElse(one.receivedOn(), filing.arrivedOn()), one.asked());
        return LetterFacts.of(sender(one.office()), asked, today());
    }

    private LetterFacts.Sender sender(UUID office) {
        var desk = desks.of(office);
        var contact = Stream.of(desk.unit(), labelled("电话：", desk.phone()), labelled("地址：", desk.address()), labelled("邮政编码：", desk.postcode()),
                labelled("办公时间：", desk.hours())).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return new LetterFacts.Sender(offices.byId(office).orElseThrow().name(), contact, desk.reviewBody(), desk.court(),
                desk.reviewChannel().isEmpty() ? null : desk.reviewChannel());
    }

    private static String labelled(String label, String words) {
        return words.isEmpty() ? "" : label + words;
    }

    /** Numbers the letter and keeps it, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SentLetter issue(InformationRequest one, LetterKind kind, LetterFacts facts, @Nullable UUID consultation, @Nullable UUID by) {
        var office = offices.byId(one.office()).orElseThrow();
        int year = today().getYear();
        var number = "%s依申请〔%d〕%d号".formatted(office.name(), year, requests.nextNumber("letter " + office.id(), year));
        var letter = writing.write(kind, facts.numbered(number));
        var sent = new SentLetter(ids.next(office.region()), one.id(), kind, number, letter, consultation, time.instant().truncatedTo(ChronoUnit.MICROS), "", "",
                null);
        letters.add(sent, by);
        journal.record(new Act("request.letter-issued", by, one.office(), one.id().toString(), Map.of("kind", kind.name(), "letter", sent.id().toString())));
        return sent;
    }

    /** It went out, in the caller's transaction. */
    void sent(SentLetter one, String way, String proof, LocalDate on) {
        letters.sent(one.id(), way, proof, on);
    }

    /** All of a request, in their order; for whoever has asked {@link RequestSight}. */
    List<SentLetter> all(UUID request) {
        return letters.of(request);
    }

    /** Those that the viewer sees: an applicant those to him, once they went out; who was asked those to him. */
    public List<SentLetter> of(InformationRequest one, RequestSight.Viewer viewer) {
        return letters.of(one.id()).stream().filter(letter -> sees(letter, one, viewer)).toList();
    }

    /** One that the viewer sees. @throws Refusal NOT_FOUND when there is none, or he does not see it */
    public SentLetter see(UUID request, UUID id, RequestSight.Viewer viewer) {
        return letters.byId(id).filter(letter -> letter.request().equals(request))
                .filter(letter -> requests.byId(request).filter(one -> sees(letter, one, viewer)).isPresent())
                .orElseThrow(() -> Refusal.notFound("没有这封信。"));
    }

    private boolean sees(SentLetter letter, InformationRequest one, RequestSight.Viewer viewer) {
        var part = letter.consultation() == null ? RequestSight.Part.ANSWER : RequestSight.Part.CONSULTATION;
        boolean out = letter.sentOn() != null || viewer instanceof RequestSight.Viewer.AnOfficer;
        return out && sight.sees(viewer, part, one, letter.consultation());
    }

    /**
     * The receipt (登记回执): it carries the query code and is therefore made anew each time and kept nowhere.
     *
     * @throws Refusal CONFLICT before the request is received, or while its day is not known
     */
    public Letter receipt(InformationRequest one) {
        var answer = reading.answer(one).orElseThrow(() -> Refusal.conflict("还没有与申请人确认收到，确认以后才有回执。"));
        var due = answer.due();
        if (due == null) {
            throw Refusal.conflict("答复期限正在停算，恢复以后再打印回执。");
        }
        var filing = reading.filing(one);
        var facts = facts(one).state(Stated.RECEIVED_HOW, one.channel().label() + "，" + one.channel().receivedOn())
                .state(Stated.DUE_DATE, due.date()).state(Stated.QUERY_CODE, reading.code(filing).text())
                .state(Stated.DUE_DERIVATION, sentences(answer.derivation(), false));
        return writing.write(LetterKind.RECEIPT, due.provisional() ? facts.state(Stated.DUE_PROVISIONAL, sentences(answer.derivation(), true)) : facts);
    }

    private static String sentences(List<Derived> derivation, boolean provisional) {
        var all = new ArrayList<String>();
        derivation.stream().filter(one -> (one.kind() == Derived.Kind.PROVISIONAL) == provisional).map(Derived::sentence).forEach(all::add);
        return all.isEmpty() ? "下一年的节假日安排还没有发布。" : String.join("", all);
    }

    private LocalDate today() {
        return Time.dateOf(time.instant());
    }
}
