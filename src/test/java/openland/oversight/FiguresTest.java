package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Time;
import openland.casework.CaseMove;
import openland.casework.DutyCase;
import openland.casework.MovingDuties;
import openland.casework.MovingDuties.Wanted;
import openland.casework.OpeningDuties;
import openland.casework.Then;
import openland.casework.Trigger;
import openland.disclosure.Withdrawing;
import openland.drafting.Desk;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each figure is what its list shows, and the figures of a level are the sum of those below. */
@OpenlandTest
class FiguresTest {
    private static final String PENALTY = "enforcement.penalty-decision";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);   // due on 11 March

    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Withdrawing withdrawing;
    @Autowired Openness openness;
    @Autowired Counting counting;
    @Autowired FigureStore figures;
    @Autowired Offices offices;
    @Autowired InstantSource time;
    @Autowired JdbcClient db;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private DutyCase owed(LocalDate on, String key) {
        return opening.open(Trigger.ofItem(desk.office.id(), PENALTY, on, key, "未批先占土地", Trigger.Source.OFFICER), desk.drafter).duty();
    }

    private void move(DutyCase duty, CaseMove move, LocalDate on) {
        var wanted = new Wanted(duty.id(), move, "等上级机关答复。", on, 0);
        if (on == null) {
            moving.move(wanted, desk.leader);
        } else {
            Then.move(context, on, wanted, desk.leader);
        }
    }

    private UUID publish(DutyCase duty, LocalDate decidedOn) {
        var piece = desk.piece("行政处罚决定").put("item", PENALTY).put("duty", duty.id().toString());
        piece.putObject("fields").put("decisionNumber", duty.key()).put("offender", "青禾县柳河新型建材有限公司").put("decidedOn", decidedOn.toString());
        return desk.publish(piece);
    }

    private Asked all(Office office) {
        return Asked.all(openness.subtree(office));
    }

    private Tally counted(Asked asked) {
        counting.count(time.instant());
        return openness.sum(asked);
    }

    private void everyFigureIsWhatItsListShows(Asked asked) {
        var tally = counted(asked);
        assertThat(tally.owed()).isEqualTo(tally.inTime() + tally.late() + tally.overdue() + tally.pending());
        Arrays.stream(What.values()).forEach(what -> assertThat((long) openness.list(what, asked, null, 1000).items().size()).as(what.label()).isEqualTo(tally.of(what)));
    }

    @Test
    void what_is_late_met_in_time_or_late_stopped_or_cancelled_counts_where_it_should() {
        owed(MARCH, "逾1号");
        publish(owed(MARCH, "晚1号"), MARCH);
        var yesterday = Time.dateOf(time.instant()).minusDays(1);
        publish(owed(yesterday, "按1号"), yesterday);
        owed(yesterday, "未1号");
        move(owed(MARCH, "停1号"), CaseMove.PAUSE, MARCH.plusDays(1));
        move(owed(MARCH, "撤1号"), CaseMove.CANCEL, null);
        assertThat(counted(all(desk.office))).isEqualTo(new Tally(4, 1, 1, 1, 1, 1));
        everyFigureIsWhatItsListShows(all(desk.office));
        var march = new Asked(Set.of(desk.office.id()), YearMonth.of(2026, 3), YearMonth.of(2026, 3), PENALTY, false);
        assertThat(openness.sum(march)).isEqualTo(new Tally(2, 0, 1, 1, 0, 1));
        everyFigureIsWhatItsListShows(march);
        assertThat(openness.byItem(all(desk.office))).containsOnlyKeys(PENALTY);
        assertThat(openness.sum(all(desk.office).targets())).isEqualTo(Tally.NONE);
    }

    @Test
    void what_was_met_and_is_withdrawn_is_late_again() {
        var duty = owed(MARCH, "重1号");
        var piece = publish(duty, MARCH);
        assertThat(counted(all(desk.office)).late()).isOne();
        withdrawing.withdraw(piece, desk.leader, "决定被撤销。", "", false);
        assertThat(counted(all(desk.office))).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
        everyFigureIsWhatItsListShows(all(desk.office));
    }

    @Test
    void the_last_day_ends_at_midnight_in_China() {
        owed(MARCH, "夜1号");
        var midnight = Instant.parse("2026-03-11T16:00:00Z");
        var asked = all(desk.office);
        figures.count(asked.offices(), midnight.minusMillis(1));
        assertThat(openness.sum(asked)).isEqualTo(new Tally(1, 0, 0, 0, 1, 0));
        figures.count(asked.offices(), midnight);
        assertThat(openness.sum(asked)).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
    }

    @Test
    void a_day_that_passes_counts_without_anybodys_touch() {
        var today = Time.dateOf(time.instant());
        owed(today, "天1号");
        assertThat(counted(all(desk.office)).pending()).isOne();
        assertThat(figures.fallenDue(time.instant(), time.instant().plusSeconds(40L * 86_400))).contains(desk.office.id());
    }

    @Test
    void the_figures_of_a_level_are_the_sums_of_those_below() {
        var town = Town.of(context);
        int number = (int) (System.nanoTime() % 1_000_000);
        var province = town.office("P" + number, "东江省自然资源厅" + number, Level.PROVINCE, "620000", town.ministry());
        var cities = List.of("620100", "620200").stream().map(region -> town.office("C" + number + region, region + "市自然资源局", Level.CITY, region, province)).toList();
        for (int i = 0; i < 6; i++) {
            var city = cities.get(i % 2);
            var county = town.office("X" + number + i, i + "县自然资源局" + number, Level.COUNTY, city.region().substring(0, 4) + "2" + (i + 1), city);
            var drafter = town.officer(county, Post.DRAFTER);
            for (int j = 0; j <= i; j++) {
                opening.open(Trigger.ofItem(county.id(), PENALTY, MARCH.plusDays(20L * j), "和" + j + "号", "未批先占土地", Trigger.Source.OFFICER), drafter);
            }
        }
        counting.count(time.instant());
        var whole = openness.branch(province, all(province));
        assertThat(whole.whole().owed()).isEqualTo(21);
        assertThat(whole.below().keySet()).extracting(Office::id).containsExactlyInAnyOrderElementsOf(cities.stream().map(Office::id).toList());
        cities.forEach(city -> {
            var branch = openness.branch(city, all(city));
            assertThat(branch.whole()).isEqualTo(whole.below().get(offices.byId(city.id()).orElseThrow()));
            assertThat(branch.below().values().stream().reduce(branch.own(), Tally::plus)).isEqualTo(branch.whole());
            branch.below().forEach((county, tally) -> assertThat(openness.sum(all(county))).isEqualTo(tally));
        });
        everyFigureIsWhatItsListShows(all(province));
        assertThat(db.sql("select count(*) from casework_clock where office = any(:offices)").param("offices", openness.subtree(province).toArray(UUID[]::new))
                .query(Long.class).single()).isEqualTo(21);
    }

    @Test
    void the_ends_of_the_months_say_how_many_were_late_then() {
        var first = YearMonth.from(Time.dateOf(time.instant())).minusMonths(2);
        owed(first.atDay(1), "月1号");
        counting.count(time.instant());
        var ends = openness.monthEnds(Set.of(desk.office.id()));
        assertThat(ends).hasSize(12);
        assertThat(ends.get(first.minusMonths(1))).isZero();
        assertThat(ends.get(first)).isOne();
        assertThat(ends.get(first.plusMonths(2))).isOne();
    }
}
