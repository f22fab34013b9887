package openland.casework;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Calendars;
import openland.calendar.ClockRule;
import openland.catalogue.Catalogue;
import openland.catalogue.Obligation;
import openland.catalogue.Rule;
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
 * Opens what is owed (公开义务) when something happened: the rule that is in force on that day is kept with the case and holds for
 * it for ever, whatever the law says later. The same thing reported again opens nothing.
 */
@Service
public class OpeningDuties {
    /** Who may report for his own office. */
    public static final Set<Post> REPORTERS = EnumSet.of(Post.DRAFTER, Post.DESK, Post.LEADER, Post.HEAD);

    private final DutyStore duties;
    private final Rules rules;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Calendars calendars;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    OpeningDuties(DutyStore duties, Rules rules, Catalogue catalogue, Offices offices, Calendars calendars, Journal journal, Ids ids, InstantSource time) {
        this.duties = duties;
        this.rules = rules;
        this.catalogue = catalogue;
        this.offices = offices;
        this.calendars = calendars;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** The case, and whether it is new. */
    public record Opened(DutyCase duty, boolean isNew) {}

    /**
     * Opens what an officer reports.
     *
     * @throws Refusal FORBIDDEN without a post at that office; INVALID when nothing is owed after such a trigger on such a day
     */
    @Transactional
    public Opened open(Trigger trigger, Officer by) {
        by.mustHoldOneOf(REPORTERS, trigger.office());
        return opened(trigger, by);
    }

    /** Opens what the program itself noticed. @throws Refusal INVALID when nothing is owed after such a trigger on such a day */
    @Transactional
    public Opened open(Trigger trigger) {
        return opened(trigger, null);
    }

    /**
     * What would be opened, and nothing is: the day that results can be looked at before.
     *
     * @throws Refusal as {@link #open(Trigger, Officer)}
     */
    @Transactional(readOnly = true)
    public DutyCase preview(Trigger trigger, Officer by) {
        by.mustHoldOneOf(REPORTERS, trigger.office());
        return wanted(trigger, by);
    }

    /** What a case that the program opens by itself is about, and where it comes from. */
    record About(String key, String subject, Trigger.Source source, String ref) {}

    /** Opens what the program knows to be owed; once. */
    void owed(Obligation one, Office office, LocalDateTime from, About about) {
        var item = one.item();
        var trigger = new Trigger(office.id(), item, item == null ? one.id() : "", from, about.key(), about.subject(), about.source(), about.ref());
        duties.add(duty(trigger, office, one, null));
    }

    private Opened opened(Trigger trigger, @Nullable Officer by) {
        var duty = wanted(trigger, by);
        if (!duties.add(duty)) {
            return new Opened(duties.same(duty), false);
        }
        journal.record(new Act("case.opened", by == null ? null : by.id(), duty.office(), duty.id().toString(),
                Map.of("obligation", duty.obligation(), "source", trigger.source().name())));
        return new Opened(duty, true);
    }

    private DutyCase wanted(Trigger trigger, @Nullable Officer by) {
        var office = offices.byId(trigger.office()).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var obligation = obligation(trigger, office);
        if (by != null && obligation.rule().kind() != Rule.Kind.LEAD && trigger.happenedAt().toLocalDate().isAfter(Time.dateOf(time.instant()))) {
            throw Refusal.invalid("日期" + trigger.happenedAt().toLocalDate() + "还没有到。事情发生以后再登记。");
        }
        return duty(trigger, office, obligation, by);
    }

    private Obligation obligation(Trigger trigger, Office office) {
        var day = trigger.happenedAt().toLocalDate();
        Optional<Obligation> found = trigger.item() == null ? rules.byId(trigger.obligation(), office, day) : ofItem(trigger.item(), office, trigger);
        return found.filter(one -> one.rule().clock() != null)
                .orElseThrow(() -> Refusal.invalid(office.name() + "在" + day + "没有" + name(trigger) + "的期限：本级没有这项义务，或者当天没有施行中的、已核实的规则。"));
    }

    private Optional<Obligation> ofItem(String item, Office office, Trigger trigger) {
        if (catalogue.byId(item).isEmpty()) {
            throw Refusal.invalid("目录里没有事项" + item + "。");
        }
        return rules.dueOf(item, office, trigger.happenedAt().toLocalDate());
    }

    private String name(Trigger trigger) {
        var item = trigger.item();
        return item == null ? trigger.obligation() : catalogue.byId(item).map(openland.catalogue.Item::title).orElse(item);
    }

    private DutyCase duty(Trigger trigger, Office office, Obligation obligation, @Nullable Officer by) {
        duties.holdCalendar();
        var rule = obligation.rule();
        ClockRule clockRule = Objects.requireNonNull(rule.clock());
        var id = ids.next(office.region());
        var happenedAt = clockRule instanceof ClockRule.Hours ? trigger.happenedAt() : trigger.happenedAt().toLocalDate().atStartOfDay();
        var clock = CaseClock.started(id, office, rule.kind(), clockRule, happenedAt, calendars.forRegion(office.region()));
        return new DutyCase(id, CaseKind.DUTY, office.id(), obligation.who(), obligation.id(), rule, obligation.item(), obligation.title(), trigger.subject(), null,
                trigger.key(), happenedAt, trigger.source(), trigger.ref(), CaseState.OPEN, null, null, time.instant().truncatedTo(ChronoUnit.MICROS),
                by == null ? null : by.id(), clock);
    }
}
