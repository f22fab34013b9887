package openland.disclosure;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import openland.base.RepeatedWork;
import openland.base.Time;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.Duties;
import openland.catalogue.Rules;
import openland.disclosure.NumberSequences.Gap;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds once a day what an office has numbered and neither published nor reported (文号缺号). A number that was published and
 * withdrawn, with no duty behind it, is among them: an officer says that it is not so, and it is not found again.
 */
@Component
class NumberGaps extends RepeatedWork {
    private final PublishedStore published;
    private final Duties duties;
    private final Candidates candidates;
    private final Rules rules;
    private final Offices offices;
    private final InstantSource time;
    private @Nullable LocalDate found;

    NumberGaps(PublishedStore published, Duties duties, Candidates candidates, Rules rules, Offices offices, InstantSource time) {
        super("gaps", Duration.ofMinutes(10));
        this.published = published;
        this.duties = duties;
        this.candidates = candidates;
        this.rules = rules;
        this.offices = offices;
        this.time = time;
    }

    @Override
    protected boolean work() {
        var today = Time.dateOf(time.instant());
        if (!today.equals(found)) {
            find();
            found = today;
        }
        return false;
    }

    /** Looks through all numbers. Only what an office owes by a day becomes a candidate. */
    void find() {
        var sequences = new NumberSequences();
        published.eachNumber(sequences::add);
        duties.eachKey(sequences::add);
        var owed = new HashMap<List<Object>, Boolean>();
        for (var gap : sequences.gaps()) {
            if (owed.computeIfAbsent(List.of(gap.office(), gap.item()), _ -> isOwed(gap))) {
                candidates.found(new Candidates.Noticed(gap.office(), gap.item(), gap.number(), "", null,
                        gap.before() + "和" + gap.after() + "都有，" + gap.number() + "没有公开，也没有登记。", Candidate.Source.GAP, gap.sequence()));
            }
        }
    }

    private boolean isOwed(Gap gap) {
        return offices.byId(gap.office()).flatMap(office -> rules.dueOf(gap.item(), office, Time.dateOf(time.instant()))).isPresent();
    }
}
