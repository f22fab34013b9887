package openland.request;

import java.time.LocalDate;
import java.util.List;
import openland.base.Refusal;
import openland.request.ReplyFile.Term;

/** What the law of a day says of remedies. */
record RemedyTerms(List<Term> terms) {
    /** @throws Refusal INVALID for a day before the first regulation */
    Term on(LocalDate day) {
        return terms.stream().filter(term -> term.holdsOn(day)).findFirst()
                .orElseThrow(() -> Refusal.invalid("信件的日期" + LetterText.date(day) + "早于政府信息公开条例施行之日（2008年5月1日）。"));
    }
}
