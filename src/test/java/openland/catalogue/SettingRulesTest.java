package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.ClockRule;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Level;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class SettingRulesTest {

    @Autowired ApplicationContext context;
    @Autowired SettingRules setting;
    @Autowired Rules rules;
    private Office office;
    private Officer top;
    private Officer own;

    @BeforeEach
    void people() {
        var town = Town.of(context);
        office = town.county();
        top = town.sysadmin();
        own = town.officer(office, Post.SYSADMIN);
    }

    private LocalDate today() {
        return Time.dateOf(context.getBean(InstantSource.class).instant());
    }

    private Obligation one(Predicate<Obligation> which) {
        return rules.all().stream().filter(one -> !one.others() && one.levels().contains(Level.COUNTY) && one.rule().to() == null
                && !one.rule().from().isAfter(today())).filter(which).findFirst().orElseThrow();
    }

    private Optional<Obligation> here(Obligation one) {
        return rules.inForce(office, today()).stream().filter(other -> other.name().equals(one.name())).findFirst();
    }

    @Test
    void a_rule_that_nobody_has_read_counts_once_the_highest_office_says_where_it_was_read() {
        var one = one(other -> !other.rule().active() && !other.byChoice());
        assertThat(here(one)).isEmpty();
        assertThatThrownBy(() -> setting.confirm(one.name(), "国土资源部文件", own)).isInstanceOf(Refusal.class).hasMessageContaining("最上级");
        assertThatThrownBy(() -> setting.confirm(one.name(), " ", top)).hasMessageContaining("来源");
        setting.confirm(one.name(), "某某办法第十二条，2026年11月核对原文", top);
        assertThat(here(one)).isPresent();
        assertThatThrownBy(() -> setting.confirm(one.name(), "某某办法第十二条", top)).hasMessageContaining("已经在施行");
        setting.takeBack(one.name(), top);
        assertThat(here(one)).isEmpty();
        assertThatThrownBy(() -> setting.takeBack(one.name(), top)).hasMessageContaining("没有人核实过");
        assertThat(context.getBean(Journal.class).entries(new Filter(top.id(), null, null), null, 1000).items())
                .filteredOn(entry -> entry.subject().equals(one.name())).extracting(entry -> entry.act()).containsExactlyInAnyOrder("rule.confirmed", "rule.taken-back");
    }

    @Test
    void an_office_sets_its_own_time_only_where_the_law_leaves_it_open() {
        var open = one(other -> other.rule().active() && other.rule().adjustable() && !other.byChoice() && other.rule().kind().canBeMissed());
        setting.set(office.id(), open.name(), "WD 2", "本局公开制度第三条", own);
        setting.set(office.id(), open.name(), "WD 3", "本局公开制度第三条（修订）", own);
        assertThat(here(open).orElseThrow().rule().clock()).isEqualTo(new ClockRule.WorkingDays(3));
        assertThatThrownBy(() -> setting.set(office.id(), open.name(), "BEFORE_WD 3", "本局公开制度第三条", own)).hasMessageContaining("另一种算法");
        assertThatThrownBy(() -> setting.set(office.id(), open.name(), "三天", "本局公开制度第三条", own)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> setting.set(office.id(), open.name(), "WD 3", "", own)).hasMessageContaining("依据");
        assertThatThrownBy(() -> setting.set(Town.of(context).ministry().id(), open.name(), "WD 3", "本局公开制度第三条", own)).hasMessageContaining("岗位");
        setting.end(office.id(), open.name(), own);   // from today on; what happened before keeps it
        assertThat(here(open).orElseThrow().rule().clock()).isEqualTo(open.rule().clock());
        var closed = one(other -> other.rule().active() && !other.rule().adjustable() && !other.byChoice());
        assertThatThrownBy(() -> setting.set(office.id(), closed.name(), "WD 30", "本局公开制度第三条", own)).hasMessageContaining("不能改");
    }

    @Test
    void a_rule_of_one_place_holds_where_it_was_chosen() {
        var one = one(other -> other.byChoice() && other.rule().active());
        assertThat(here(one)).isEmpty();
        setting.set(office.id(), one.name(), "", "本局决定照此执行", own);
        assertThat(here(one)).isPresent();
        setting.end(office.id(), one.name(), own);
        assertThat(here(one)).isEmpty();
        assertThatThrownBy(() -> setting.end(office.id(), one.name(), own)).hasMessageContaining("没有另外的规定");
    }
}
