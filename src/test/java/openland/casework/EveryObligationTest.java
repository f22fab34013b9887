package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.Gates.Subject;
import openland.casework.MovingDuties.Wanted;
import openland.catalogue.Catalogue;
import openland.catalogue.Gate;
import openland.catalogue.Item;
import openland.catalogue.Obligation;
import openland.catalogue.Rule.Kind;
import openland.catalogue.Rules;
import openland.office.Level;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Every obligation does what its kind says: it is missed, refused too early, refused at a gate, shown, or never counted. */
@OpenlandTest
@TestPropertySource(properties = "test.of=every obligation")   // a database of its own: here every rule is confirmed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryObligationTest {
    @Autowired ApplicationContext context;
    @Autowired Catalogue catalogue;
    @Autowired Rules rules;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Duties duties;
    @Autowired Gates gates;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;
    private final Map<Level, Office> offices = new EnumMap<>(Level.class);
    private final Map<Level, Officer> leaders = new EnumMap<>(Level.class);

    /** An office of each level under the ministry of the test's database, each with somebody to report and to decide. */
    @BeforeAll
    void offices() {
        var town = Town.of(context);
        var province = town.office("OB-P", "某省自然资源厅", Level.PROVINCE, "620000", town.ministry());
        var city = town.office("OB-C", "某市自然资源局", Level.CITY, "620100", province);
        offices.putAll(Map.of(Level.MINISTRY, town.ministry(), Level.PROVINCE, province, Level.CITY, city,
                Level.COUNTY, town.office("OB-X", "某县自然资源局", Level.COUNTY, "620102", city)));
        offices.forEach((level, office) -> leaders.put(level, town.officer(office, Post.LEADER, Post.DRAFTER)));
    }

    Stream<Obligation> obligations() {
        return catalogue.obligations().stream();
    }

    @ParameterizedTest
    @MethodSource("obligations")
    void it_does_what_its_kind_says(Obligation declared) {
        if (declared.others()) {
            bindsNoOffice(declared);
            return;
        }
        var office = Objects.requireNonNull(offices.get(declared.levels().stream().sorted().reduce((_, last) -> last).orElseThrow()));
        if (!declared.rule().active()) {
            countsForNobody(declared, office);
            confirm(declared);
        }
        if (declared.byChoice()) {
            countsForNobody(declared, office);
            choose(declared, office);
        }
        var day = aDayOf(declared);
        var one = rules.inForce(office, day).stream().filter(other -> isSame(other, declared)).findFirst().orElseThrow();
        holdsOnItsDaysOnly(declared, office);
        switch (one.rule().kind()) {
            case DEADLINE, LEAD, TARGET, PERIODIC, IMMEDIATE -> isMissedAfterItsDay(one, office, day);
            case MIN_DURATION -> isRefusedTooEarly(one, office);
            case GATE -> isRefusedAtTheGate(one, office, day);
            case STATE -> hasNoDay(one, office, day);
        }
    }

    private void bindsNoOffice(Obligation declared) {
        var day = aDayOf(declared);
        for (var office : offices.values()) {
            assertThat(rules.inForce(office, day)).as(declared.id()).noneMatch(one -> one.id().equals(declared.id()));
        }
        assertThat(rules.all()).as(declared.id()).anyMatch(one -> one.id().equals(declared.id()));
    }

    private void countsForNobody(Obligation declared, Office office) {
        assertThat(rules.inForce(office, aDayOf(declared))).as(declared.id()).noneMatch(one -> isSame(one, declared));
    }

    private void confirm(Obligation declared) {
        db.sql("insert into catalogue_rule_confirmation (id, obligation, source, officer, at) values (:id, :o, '核对了原文', :id, now()) on conflict do nothing")
                .param("id", UUID.randomUUID()).param("o", declared.name()).update();
    }

    private void choose(Obligation declared, Office office) {
        db.sql("insert into catalogue_rule_setting (id, office, obligation, basis, officer, at) values (:id, :office, :o, '本机关决定采用', :id, '2000-01-01') on conflict do nothing")
                .param("id", UUID.randomUUID()).param("office", office.id()).param("o", declared.name()).update();
    }

    private static boolean isSame(Obligation one, Obligation other) {
        return one.id().equals(other.id()) && Objects.equals(one.item(), other.item()) && one.rule().from().equals(other.rule().from())
                && one.rule().basis().equals(other.rule().basis());
    }

    /** A day on which its rule is in force, and for which there is a calendar. */
    private static LocalDate aDayOf(Obligation one) {
        var first = LocalDate.of(2008, 1, 2);
        return one.rule().from().isBefore(first) ? first : one.rule().from();
    }

    private void holdsOnItsDaysOnly(Obligation one, Office office) {
        assertThat(rules.inForce(office, one.rule().from().minusDays(1))).as(one.id()).noneMatch(other -> isSame(other, one));
        var to = one.rule().to();
        if (to != null) {
            assertThat(rules.inForce(office, to)).as(one.id()).anyMatch(other -> isSame(other, one));
            assertThat(rules.inForce(office, to.plusDays(1))).as(one.id()).noneMatch(other -> isSame(other, one));
        }
    }

    private static String key(Obligation one, LocalDateTime happened) {
        return Item.asKey("K-" + one.name() + "-" + one.item() + "-" + happened);
    }

    private DutyCase opened(Obligation one, Office office, LocalDateTime happened) {
        opening.owed(one, office, happened, new OpeningDuties.About(key(one, happened), "某事", Trigger.Source.OFFICER, ""));
        return duties.running(Set.of(office.id()), DutyQuery.ALL, 1000).items().stream()
                .filter(duty -> duty.key().equals(key(one, happened))).findFirst().orElseThrow();
    }

    private void isMissedAfterItsDay(Obligation one, Office office, LocalDate day) {
        var duty = opened(one, office, day.atTime(9, 0));
        Instant due = Objects.requireNonNull(duty.clock().dueAt());
        assertThat(duty.clock().isLate(due.minusMillis(1))).as(one.id()).isFalse();
        assertThat(duty.clock().isLate(due)).as(one.id()).isTrue();
        assertThat(duties.derivation(duty)).as(one.id()).isNotEmpty();
        assertThat(duty.rule().basis()).as(one.id()).isNotBlank();
        var done = new Wanted(duty.id(), CaseMove.MEET, "已经办理，见" + one.paper(), null, 0);
        var leader = Objects.requireNonNull(leaders.get(office.level()));
        if (one.item() == null) {
            assertThat(moving.move(done, leader).state()).as(one.id()).isEqualTo(CaseState.MET);
        } else {
            assertThatThrownBy(() -> moving.move(done, leader)).as(one.id()).isInstanceOf(Refusal.class).hasMessageContaining("拟稿");
        }
    }

    private void isRefusedTooEarly(Obligation one, Office office) {
        var leader = Objects.requireNonNull(leaders.get(office.level()));
        var today = Time.localTimeOf(time.instant()).toLocalDate().atStartOfDay();
        var fresh = opened(one, office, today);
        assertThatThrownBy(() -> moving.move(new Wanted(fresh.id(), CaseMove.MEET, "公示结束，办下一步", null, 0), leader)).as(one.id())
                .isInstanceOf(Refusal.class).hasMessageContaining("才能办下一步").hasMessageContaining(one.rule().basis());
        var over = opened(one, office, today.minusYears(2));
        assertThat(over.clock().isLate(time.instant())).as(one.id() + " is never late").isFalse();
        assertThat(moving.move(new Wanted(over.id(), CaseMove.MEET, "公示结束，办下一步", null, 0), leader).state()).as(one.id()).isEqualTo(CaseState.MET);
    }

    private void isRefusedAtTheGate(Obligation one, Office office, LocalDate day) {
        var gate = Objects.requireNonNull(one.gate());
        var item = gate.items().stream().findFirst().orElse("any.item");
        var leader = Objects.requireNonNull(leaders.get(office.level()));
        var subject = new Subject(UUID.randomUUID(), office, item, day, Set.of());
        if (!gate.by().equals(Gate.RECORD)) {
            assertThat(standing(one, gate, subject).isPassed()).as(one.id()).isFalse();
            assertThat(standing(one, gate, new Subject(subject.id(), office, item, day, Set.of(gate.by()))).isPassed()).as(one.id()).isTrue();
            return;
        }
        gates.answer(subject, one.id(), true, "", leader);
        assertThatThrownBy(() -> gates.mustPass(gate.act(), subject)).as(one.id()).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problems()).anyMatch(problem -> problem.field().equals(one.id()) && problem.sentence().contains(one.rule().basis())));
        gates.answer(subject, one.id(), true, "某文号，当日办理", leader);
        assertThat(standing(one, gate, subject).isPassed()).as(one.id()).isTrue();
    }

    private Gates.Standing standing(Obligation one, Gate gate, Subject subject) {
        return gates.before(gate.act(), subject).stream().filter(standing -> standing.obligation().id().equals(one.id())).findFirst().orElseThrow();
    }

    private void hasNoDay(Obligation one, Office office, LocalDate day) {
        assertThat(one.rule().clock()).as(one.id()).isNull();
        if (!one.ofItemsRule()) {
            var trigger = new Trigger(office.id(), null, one.id(), day.atStartOfDay(), "", "某事", Trigger.Source.OFFICER, "");
            assertThatThrownBy(() -> opening.open(trigger)).as(one.id()).isInstanceOf(Refusal.class).hasMessageContaining("期限");
        }
    }

    @org.junit.jupiter.api.Test
    void each_kind_is_there() {
        assertThat(catalogue.obligations()).extracting(one -> one.rule().kind()).contains(Kind.values());
    }
}
