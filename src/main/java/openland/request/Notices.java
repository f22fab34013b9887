package openland.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letter that a move demands: what the applicant is told, he is told in writing and as the law of the day wants it. */
@Component
class Notices {
    private final Letters letters;
    private final RequestStore requests;

    Notices(Letters letters, RequestStore requests) {
        this.letters = letters;
        this.requests = requests;
    }

    /**
     * What a letter says besides the event.
     *
     * @param before the last day to answer before the event; null while it was stopped
     * @param after  the same after it
     */
    record Days(@Nullable LocalDate before, @Nullable LocalDate after) {}

    /** The letter of the event that has just happened; most events need none. Letters to the applicant count as sent that day. */
    void write(InformationRequest one, Days days) {
        var event = requests.events(one.id()).getLast();
        switch (event.move()) {
            case ASK_CORRECTION -> issue(one, event, LetterKind.CORRECTION, letters.facts(one).state(Stated.CORRECTION_ITEMS, event.remark())
                    .state(Stated.CORRECTION_UNTIL, by(event)));
            case ASK_REASONS -> issue(one, event, LetterKind.REASONS, letters.facts(one).state(Stated.COUNTS, event.remark()).state(Stated.REASONS_UNTIL, by(event)));
            case DELAY -> issue(one, event, LetterKind.DELAY, letters.facts(one).state(Stated.DELAYED_TO, by(event)).state(Stated.REASON, event.remark()));
            case EXTEND -> extended(one, event, days);
            case CHARGE -> charged(one, event);
            case ABANDON -> abandoned(one, event, RequestMove.ASK_CORRECTION, List.of(Stated.CORRECTION_DATE, Stated.CORRECTION_UNTIL));
            case UNPAID -> abandoned(one, event, RequestMove.CHARGE, List.of(Stated.FEE_DATE, Stated.FEE_UNTIL));
            default -> { }
        }
    }

    private static LocalDate by(RequestEvent event) {
        return Objects.requireNonNull(event.day(RequestEvent.BY));
    }

    private void issue(InformationRequest one, RequestEvent event, LetterKind kind, LetterFacts facts) {
        letters.sent(letters.issue(one, kind, facts, null, event.officer()), "告知申请人", "", event.on());
    }

    private void extended(InformationRequest one, RequestEvent event, Days days) {
        issue(one, event, LetterKind.EXTENSION, letters.facts(one).state(Stated.DUE_DATE, Objects.requireNonNull(days.before()))
                .state(Stated.NEW_DUE_DATE, Objects.requireNonNull(days.after())).state(Stated.REASON, event.remark())
                .state(Stated.CONSENT, "经本机关政府信息公开工作机构负责人同意"));
    }

    private void charged(InformationRequest one, RequestEvent event) {
        var standard = Fee.Standard.valueOf(Objects.requireNonNull(event.detail().get("standard")));
        var count = event.detail().get("count") + standard.unit();
        var yuan = Objects.requireNonNull(event.detail().get("amount"));
        issue(one, event, LetterKind.FEE, letters.facts(one).choose(standard.label()).state(Stated.COUNTS, count).state(Stated.FEE_AMOUNT, yuan)
                .state(Stated.FEE_RECKONING, standard.label() + "，共" + count + "，按国办函〔2020〕109号的标准计算为" + yuan + "元")
                .state(Stated.FEE_UNTIL, by(event)).state(Stated.FEE_WAY, event.remark()));
    }

    private void abandoned(InformationRequest one, RequestEvent event, RequestMove notice, List<Stated> dates) {
        var asked = requests.events(one.id()).reversed().stream().filter(earlier -> earlier.move() == notice).findFirst().orElseThrow();
        issue(one, event, LetterKind.REPLY, letters.facts(one).reply(event.move().reply().orElseThrow(), null).state(dates.getFirst(), asked.on()).state(dates.getLast(), by(asked)));
    }
}
