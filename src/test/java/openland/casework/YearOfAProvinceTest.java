package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import openland.OpenlandTest;
import openland.calendar.Calendars;
import openland.calendar.Notice;
import openland.calendar.NoticeDay;
import openland.calendar.Pause;
import openland.casework.MovingDuties.Wanted;
import openland.catalogue.LoadingNotices;
import openland.catalogue.Obligation;
import openland.catalogue.Rules;
import openland.office.Level;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A year of a province: its cities and counties owe something every day, some of it is stopped, extended, done or cancelled, and
 * in the middle of it the holidays change. Every day that is due is counted a second time, one day after the other.
 * {@code -Dyear.duties=200000 -Dyear.cities=10 -Dyear.counties=100} is the long form.
 */
@OpenlandTest
@TestPropertySource(properties = "test.of=a year with other holidays")   // a database of its own
@DirtiesContext
class YearOfAProvinceTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final int DAYS = 360;

    @Autowired ApplicationContext context;
    @Autowired Rules rules;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Duties duties;
    @Autowired Recounting recounting;
    @Autowired Calendars calendars;
    @Autowired LoadingNotices loading;
    private final long seed = Long.getLong("year.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<UUID, Expected> expected = new HashMap<>();

    /** What the clerk remembers of a case. */
    private record Expected(String rule, int extension, LocalDate start, List<Pause> pauses, boolean running, boolean stopped) {}

    @Test
    void every_day_that_is_due_is_the_one_that_a_clerk_counts() {
        var offices = offices();
        var wanted = Integer.getInteger("year.duties", 1500);
        var dated = new HashMap<UUID, List<Obligation>>();
        offices.keySet().forEach(office -> dated.put(office.id(), rules.datedOf(office, FIRST.plusDays(DAYS)).stream()
                .filter(one -> !one.starts().isByCalendar() && !one.rule().clock().text().startsWith("H ")).toList()));
        var all = new ArrayList<>(offices.keySet());
        for (int i = 0; i < wanted; i++) {
            var office = all.get(random.nextInt(all.size()));
            var owed = dated.get(office.id());
            live(office, owed.get(random.nextInt(owed.size())), i, offices.get(office));
        }
        allAgree(all, "before the notice");
        secondNotice();
        recounting.recount();
        allAgree(all, "after the second notice");
        assertThat(expected).hasSize(wanted);
    }

    private Map<Office, Officer> offices() {
        var town = Town.of(context);
        var offices = new HashMap<Office, Officer>();
        var province = town.office("YEAR-P", "东江省自然资源厅", Level.PROVINCE, "630000", town.ministry());
        offices.put(province, town.officer(province, Post.DRAFTER, Post.LEADER));
        int cities = Integer.getInteger("year.cities", 2);
        int counties = Integer.getInteger("year.counties", 6);
        for (int c = 0; c < cities; c++) {
            var city = town.office("YEAR-C" + c, "第" + c + "市自然资源局", Level.CITY, "63" + (10 + c) + "00", province);
            offices.put(city, town.officer(city, Post.DRAFTER, Post.LEADER));
            for (int x = 0; x < counties / cities; x++) {
                var county = town.office("YEAR-X" + c + "-" + x, "第" + c + "市第" + x + "县自然资源局", Level.COUNTY, "63" + (10 + c) + (21 + x), city);
                offices.put(county, town.officer(county, Post.DRAFTER, Post.LEADER));
            }
        }
        return offices;
    }

    /** One case from its trigger to wherever its year leaves it. */
    private void live(Office office, Obligation one, int number, Officer officer) {
        var start = FIRST.plusDays(random.nextInt(DAYS));
        var trigger = !one.ofItemsRule() ? new Trigger(office.id(), null, one.id(), start.atStartOfDay(), "N" + number, "第" + number + "件", Trigger.Source.PROGRAM, "")
                : new Trigger(office.id(), one.item(), "", start.atStartOfDay(), "N" + number, "第" + number + "件", Trigger.Source.PROGRAM, "");
        var duty = opening.open(trigger, officer).duty();
        var rule = duty.clock().rule();
        var pauses = new ArrayList<Pause>();
        int extension = 0;
        boolean stopped = false;
        if (rule instanceof openland.calendar.ClockRule.Deadline) {
            var day = start;
            for (int i = random.nextInt(10) - 7; i > 0 && !stopped; i--) {
                var sent = day.plusDays(random.nextInt(5));
                if (sent.isAfter(java.util.Objects.requireNonNull(duty.clock().dueOn()))) {
                    break;
                }
                then(sent, new Wanted(duty.id(), CaseMove.PAUSE, "征求意见" + i, sent, 0), officer);
                stopped = random.nextInt(20) == 0;
                if (!stopped) {
                    day = sent.plusDays(random.nextInt(12));
                    duty = then(day, new Wanted(duty.id(), CaseMove.RESUME, "收到意见" + i, day, 0), officer);
                    pauses.add(new Pause(sent, day));
                }
            }
            if (!stopped && random.nextInt(8) == 0 && !day.isAfter(java.util.Objects.requireNonNull(duty.clock().dueOn()))) {
                extension = 1 + random.nextInt(20);
                then(day, new Wanted(duty.id(), CaseMove.EXTEND, "情况复杂", null, extension), officer);
            }
        }
        boolean running = true;
        if (random.nextInt(3) == 0) {
            boolean done = one.item() == null && random.nextBoolean();
            moving.move(new Wanted(duty.id(), done ? CaseMove.MEET : CaseMove.CANCEL, "了结", null, 0), officer);
            running = false;
        }
        expected.put(duty.id(), new Expected(rule.text(), extension, start, pauses, running, stopped && running));
    }

    private DutyCase then(LocalDate day, Wanted wanted, Officer officer) {
        return Then.move(context, day, wanted, officer);
    }

    private void allAgree(List<Office> offices, String when) {
        var clerk = new DayByDay(calendars.notices());
        for (var each : expected.entrySet()) {
            var know = each.getValue();
            if (!know.running()) {
                continue;
            }
            var clock = duties.byId(each.getKey()).orElseThrow().clock();
            if (know.stopped()) {
                assertThat(clock.dueOn()).isNull();
                continue;
            }
            assertThat(clock.dueOn()).as("seed %d, %s: %s", seed, when, know).isEqualTo(clerk.due(longer(know), know.start(), know.pauses()));
        }
        var listed = offices.stream().flatMap(office -> all(office).stream()).map(DutyCase::id).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected.entrySet().stream().filter(one -> one.getValue().running()).map(Map.Entry::getKey).toList());
    }

    private static String longer(Expected know) {
        var parts = know.rule().split(" ");
        return know.extension() == 0 ? know.rule() : parts[0] + " " + (Integer.parseInt(parts[1]) + know.extension());
    }

    private List<DutyCase> all(Office office) {
        var found = new ArrayList<DutyCase>();
        var page = duties.running(List.of(office.id()), DutyQuery.ALL, 1000);
        found.addAll(page.items());
        while (page.next() != null) {
            page = duties.running(List.of(office.id()), new DutyQuery(null, null, java.util.Set.of(), page.next()), 1000);
            found.addAll(page.items());
        }
        return found;
    }

    /** The holidays of the year are changed once more: two working days become free, a Saturday is worked. */
    private void secondNotice() {
        var old = calendars.notices().stream().map(openland.calendar.LoadedNotice::notice).filter(notice -> notice.year() == 2026 && notice.region().isEmpty())
                .findFirst().orElseThrow();
        var days = new ArrayList<>(old.days());
        var taken = days.stream().map(NoticeDay::date).toList();
        for (var day : List.of(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 9, 3), LocalDate.of(2026, 11, 12))) {
            if (!taken.contains(day)) {
                days.add(new NoticeDay(day, true, "临时放假"));
            }
        }
        if (!taken.contains(LocalDate.of(2026, 8, 29))) {
            days.add(new NoticeDay(LocalDate.of(2026, 8, 29), false, "临时调休"));
        }
        loading.load(new Notice("", 2026, "关于调整2026年部分节假日安排的通知", null, null, days), Town.of(context).sysadmin());
    }
}
