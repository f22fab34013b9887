package openland.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.database.TestDatabase;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpenlandTest
class OfficersTest {
    @Autowired ApplicationContext context;
    @Autowired Officers officers;
    @Autowired Offices offices;
    @Autowired Enrolling enrolling;
    @Autowired Granting granting;
    @Autowired Founding founding;
    @Autowired Access access;
    @Autowired Journal journal;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    Town town;
    Office county;

    @BeforeEach
    void town() {
        town = Town.of(context);
        county = town.county();
    }

    @Test
    void a_business_post_holds_for_its_own_office_and_no_other() {
        var drafter = town.officer(county, Post.DRAFTER, Post.IMPORTER);
        drafter.mustHold(Post.DRAFTER, county.id());
        assertThat(drafter.holds(Post.SECRECY, county.id())).isFalse();
        var above = town.officer(town.ministry(), Post.LEADER);
        assertThatThrownBy(() -> above.mustHold(Post.LEADER, county.id())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.FORBIDDEN);
            assertThat(refusal.sentence()).contains("分管领导");
        });
        assertThatThrownBy(() -> drafter.mustHoldOneOf(Set.of(Post.LEADER, Post.HEAD), county.id()))
                .hasMessageContaining("分管领导、主要领导");
    }

    @Test
    void an_administrators_post_reaches_down_but_not_up_or_sideways() {
        var city = town.office("C-" + UUID.randomUUID().toString().substring(0, 8), "某市局", Level.CITY, "610100", town.ministry());
        var below = town.office("X-" + UUID.randomUUID().toString().substring(0, 8), "某县局", Level.COUNTY, "610102", city);
        var auditor = town.officer(city, Post.AUDITOR);
        assertThat(auditor.holds(Post.AUDITOR, below.id())).isTrue();
        assertThat(auditor.holds(Post.AUDITOR, town.ministry().id())).isFalse();
        assertThat(auditor.holds(Post.AUDITOR, county.id())).isFalse();
        assertThat(officers.administered(auditor, Set.of(Post.AUDITOR))).containsExactlyInAnyOrder(city.id(), below.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSADMIN", "SECADMIN", "AUDITOR"})
    void nobody_is_an_administrator_and_anything_else(Post administrator) {
        for (var other : Post.values()) {
            if (other == administrator) {
                continue;
            }
            var person = town.officer(county, administrator);
            assertRefused(Reason.CONFLICT, () -> granting.grant(person.id(), other, county.id(), town.secadmin()));
            var reversed = town.officer(town.ministry(), other);
            assertRefused(Reason.CONFLICT, () -> granting.grant(reversed.id(), administrator, county.id(), town.secadmin()));
        }
    }

    @Test
    void the_separation_stands_in_the_database_too() {
        var auditor = town.officer(county, Post.AUDITOR);
        assertThatThrownBy(() -> TestDatabase.of(context.getEnvironment()).sql().sql(
                "insert into office_post (officer, office, post, valid_from) values (:officer, :office, 'DRAFTER', now())")
                .param("officer", auditor.id()).param("office", county.id()).update())
                .rootCause().hasMessageContaining("office_post_separate");
    }

    @Test
    void who_has_laid_down_one_administrators_post_may_take_another() {
        var person = town.officer(county, Post.AUDITOR);
        granting.take(person.id(), Post.AUDITOR, county.id(), town.secadmin());
        granting.grant(person.id(), Post.DRAFTER, county.id(), town.secadmin());
        assertThat(officers.byId(person.id()).orElseThrow().posts()).containsExactly(new Officer.Holding(Post.DRAFTER, county.id()));
        assertThat(db.sql("select count(*) from office_post where officer = :id").param("id", person.id()).query(Long.class).single())
                .as("what was once held is still known").isEqualTo(2);
    }

    @Test
    void each_administrator_does_his_own_work_only() {
        var newcomer = new NewOfficer("newcomer-" + county.code().toLowerCase(), "新人", county.id(), Town.PASSWORD);
        assertRefused(Reason.FORBIDDEN, () -> enrolling.enrol(newcomer, town.secadmin()));
        assertRefused(Reason.FORBIDDEN, () -> enrolling.enrol(newcomer, town.auditor()));
        var id = enrolling.enrol(newcomer, town.sysadmin());
        assertRefused(Reason.FORBIDDEN, () -> granting.grant(id, Post.DRAFTER, county.id(), town.sysadmin()));
        assertRefused(Reason.FORBIDDEN, () -> granting.grant(id, Post.DRAFTER, county.id(), town.auditor()));
        assertRefused(Reason.FORBIDDEN, () -> enrolling.close(id, town.secadmin()));
        granting.grant(id, Post.DRAFTER, county.id(), town.secadmin());
        assertThat(officers.byId(id).orElseThrow().holds(Post.DRAFTER, county.id())).isTrue();
    }

    @Test
    void the_system_administrator_cannot_become_another_administrator_by_a_new_password() {
        var auditor = town.officer(county, Post.AUDITOR);
        assertRefused(Reason.CONFLICT, () -> enrolling.resetPassword(auditor.id(), "taken over now", town.sysadmin()));
        granting.take(auditor.id(), Post.AUDITOR, county.id(), town.secadmin());
        enrolling.resetPassword(auditor.id(), "given by two people", town.sysadmin());
    }

    @Test
    void an_administrator_of_one_county_does_not_even_learn_of_the_officers_of_another() {
        var stranger = town.officer(town.county(), Post.SYSADMIN);
        var drafter = town.officer(county, Post.DRAFTER);
        assertRefused(Reason.NOT_FOUND, () -> enrolling.close(drafter.id(), stranger));
        assertRefused(Reason.NOT_FOUND, () -> enrolling.close(UUID.randomUUID(), stranger));
        assertThat(officers.accounts(stranger)).extracting(Account::office).containsOnly(stranger.office());
        assertJournaled("office.foreign-refused", drafter.id().toString(), stranger);
    }

    @Test
    void the_thing_of_a_foreign_office_is_not_there_and_the_journal_knows_who_asked() {
        var drafter = town.officer(county, Post.DRAFTER);
        var subject = UUID.randomUUID().toString();
        access.mustSee(drafter, county.id(), subject);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> access.mustSee(drafter, town.ministry().id(), subject)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND));
        assertJournaled("office.foreign-refused", subject, drafter);
    }

    @Test
    void nobody_takes_or_closes_what_is_his_own() {
        assertRefused(Reason.CONFLICT, () -> granting.take(town.secadmin().id(), Post.SECADMIN, town.ministry().id(), town.secadmin()));
        assertRefused(Reason.CONFLICT, () -> enrolling.close(town.sysadmin().id(), town.sysadmin()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "Ünder", "has space", "1first", "", "very-long-name-very-long-name-very-long"})
    void a_sign_in_name_is_short_and_plain(String name) {
        assertRefused(Reason.INVALID, () -> enrolling.enrol(new NewOfficer(name, "张三", county.id(), Town.PASSWORD), town.sysadmin()));
    }

    @Test
    void a_password_has_ten_signs_and_is_not_the_name_and_a_name_is_given_once() {
        assertRefused(Reason.INVALID, () -> enrolling.enrol(new NewOfficer("someone", "张三", county.id(), "123456789"), town.sysadmin()));
        assertRefused(Reason.INVALID, () -> enrolling.enrol(new NewOfficer("someone-else", "张三", county.id(), "Someone-else"), town.sysadmin()));
        assertRefused(Reason.CONFLICT, () -> enrolling.enrol(new NewOfficer("root-auditor", "张三", county.id(), Town.PASSWORD), town.sysadmin()));
    }

    @Test
    void there_is_one_founding() {
        assertRefused(Reason.CONFLICT, () -> founding.found(new NewOffice("SECOND", "第二个部", Level.MINISTRY, "000000", null), Map.of(
                Post.SYSADMIN, new Founding.Person("second-a", "甲", "password number 1"),
                Post.SECADMIN, new Founding.Person("second-b", "乙", "password number 2"),
                Post.AUDITOR, new Founding.Person("second-c", "丙", "password number 3"))));
    }

    private void assertJournaled(String act, String subject, Officer by) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (entries(subject, by).stream().noneMatch(entry -> entry.act().equals(act))) {
            assertThat(System.nanoTime()).as(act).isLessThan(end);
            Thread.yield();
        }
    }

    private List<Entry> entries(String subject, Officer by) {
        return journal.entries(new Filter(by.id(), subject, null), null, 10).items();
    }

    private static void assertRefused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
