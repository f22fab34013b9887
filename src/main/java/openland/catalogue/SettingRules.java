package openland.catalogue;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.calendar.ClockRule;
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
 * What administrators say of the rules: that somebody has read the law (核实), which the highest office says for all; and what an
 * office sets for itself where the law leaves it open (地方参数). Cases that are open keep the rule of their day.
 */
@Service
public class SettingRules {
    private static final int LEAST = 4;
    private static final int LONGEST = 300;

    private final Rules rules;
    private final RuleStore store;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    SettingRules(Rules rules, RuleStore store, Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.rules = rules;
        this.store = store;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** True for a 系统管理员 of an office that has none above it. */
    public boolean mayConfirm(Officer officer) {
        return officer.posts().stream().filter(held -> held.post() == Post.SYSADMIN)
                .anyMatch(held -> offices.byId(held.office()).map(Office::parent).isEmpty());
    }

    /**
     * Somebody has read the law: the rule counts from now on.
     *
     * @param name   of the obligation, as {@link Obligation#name}
     * @param source where it was read: title, number, article
     * @throws Refusal FORBIDDEN, NOT_FOUND, INVALID without a source, CONFLICT when it counts already
     */
    @Transactional
    public void confirm(String name, String source, Officer by) {
        mustConfirm(by);
        var one = obligation(name);
        var words = words(source, "来源（法律名称、文号、条款）");
        if (one.rule().active()) {
            throw Refusal.conflict("这条规则已经在施行，不用再核实。");
        }
        store.add(new RuleConfirmation(ids.next("000000"), name, words, by.id(), time.instant()));
        record("rule.confirmed", name, by, by.office());
    }

    /** It was not so: the rule counts no more. @throws Refusal FORBIDDEN, NOT_FOUND, CONFLICT when nobody has confirmed it */
    @Transactional
    public void takeBack(String name, Officer by) {
        mustConfirm(by);
        obligation(name);
        if (!store.endConfirmation(name, by.id(), time.instant())) {
            throw Refusal.conflict("这条规则没有人核实过，没有可以收回的。");
        }
        record("rule.taken-back", name, by, by.office());
    }

    /**
     * The office's own time, or that it keeps to a rule which holds only by choice. It replaces what the office has set before.
     *
     * @param clock as it is written ({@code WD 7}); blank to choose a rule as it stands
     * @param basis by what decision
     * @throws Refusal FORBIDDEN, NOT_FOUND, INVALID, CONFLICT when the law does not leave it open
     */
    @Transactional
    public void set(UUID office, String name, String clock, String basis, Officer by) {
        by.mustHold(Post.SYSADMIN, office);
        var one = obligation(name);
        var own = clock.isBlank() ? null : clock(clock, one);
        if (own == null && !one.byChoice()) {
            throw Refusal.conflict(one.rule().adjustable() ? "请写明本机构的期限。" : "法律没有留给地方另定的余地，这条规则不能改。");
        }
        var words = words(basis, "依据（本机构的决定、文号）");
        store.endSetting(office, name, by.id(), time.instant());
        store.add(new RuleSetting(ids.next("000000"), office, name, own, words, by.id(), time.instant(), null));
        record("rule.set", name, by, office);
    }

    private static ClockRule clock(String clock, Obligation one) {
        if (!one.rule().adjustable()) {
            throw Refusal.conflict("法律没有留给地方另定的余地，这条规则的期限不能改。");
        }
        var own = ClockRule.parse(clock.strip());
        var law = one.rule().clock();
        if (law != null && isAfter(law) != isAfter(own)) {
            throw Refusal.invalid("原来的规则是“" + law.label() + "”，不能改成另一种算法“" + own.label() + "”。");
        }
        return own;
    }

    /** Whether it is a time within which, and not a shortest one or one before. */
    private static boolean isAfter(ClockRule rule) {
        return !(rule instanceof ClockRule.MinimumWorkingDays || rule instanceof ClockRule.MinimumCalendarDays
                || rule instanceof ClockRule.BeforeWorkingDays || rule instanceof ClockRule.BeforeCalendarDays);
    }

    /** The office keeps to what the offices above or the packs say. @throws Refusal FORBIDDEN, CONFLICT when it has set nothing */
    @Transactional
    public void end(UUID office, String name, Officer by) {
        by.mustHold(Post.SYSADMIN, office);
        if (!store.endSetting(office, name, by.id(), time.instant())) {
            throw Refusal.conflict("这个机构对这条规则没有另外的规定。");
        }
        record("rule.setting-ended", name, by, office);
    }

    private void mustConfirm(Officer by) {
        if (!mayConfirm(by)) {
            throw Refusal.forbidden("规则各级机构共用，由最上级机构的系统管理员核实。");
        }
    }

    private Obligation obligation(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("没有这项义务。"));
    }

    /** The obligation that administrators call so. */
    public Optional<Obligation> find(String name) {
        return rules.all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static String words(@Nullable String text, String what) {
        var words = text == null ? "" : text.strip();
        if (words.length() < LEAST || words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("请写明" + what + "，" + LEAST + "到" + LONGEST + "字。");
        }
        return words;
    }

    private void record(String done, String name, Officer by, UUID office) {
        journal.record(new Act(done, by.id(), office, name, Map.of()));
    }
}
