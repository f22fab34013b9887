package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import openland.OpenlandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 新收 + 结转 = 办结 + 结转下年, whatever happened, for every level and over every end of a year. */
@OpenlandTest
class ReportIdentityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int REQUESTS = 50;

    @Autowired ApplicationContext context;
    @Autowired Statistics statistics;
    @Autowired ReplyTypes types;
    private final Random random = new Random();
    private List<Counter> counters;

    @BeforeEach
    void offices() {
        counters = List.of(new Counter(context), new Counter(context));
        long seed = System.nanoTime();
        System.out.println("Histories drawn with seed " + seed);
        random.setSeed(seed);
    }

    /** Near the ends of 2017 to 2020: under both regulations. */
    private void happens(Counter counter) {
        var received = LocalDate.of(2017 + random.nextInt(4), 10, 1).plusDays(random.nextInt(150));
        var kind = ApplicantKind.values()[random.nextInt(ApplicantKind.values().length)];
        var channel = List.of(Channel.COUNTER, Channel.REGISTERED_POST, Channel.FAX).get(random.nextInt(3));
        counter.on(received.toString());
        var form = counter.form(channel, "第" + random.nextLong() + "号批复");
        var who = new NewFiling.Who(kind, "甲" + random.nextLong(), "", "13900000000", "", "", "", "");
        var one = counter.files(new NewFiling(form.office(), who, channel, received, form.asks(), form.form(), form.delivery(), "", false, null)).requests().getFirst();
        if (channel == Channel.FAX) {
            var lost = random.nextInt(3);
            if (lost == 0) {
                return;   // nobody ever confirmed it
            }
            one = happens(counter, one, lost == 1 ? RequestMove.WITHDRAW : RequestMove.CONFIRM, Map.of());
        }
        var history = Histories.draw(random, received);
        for (var event : one.stage() == Stage.REGISTERED ? history.subList(1, history.size()) : List.<RequestEvent>of()) {
            counter.on(event.on().toString());
            one = happens(counter, one, event.move(), event.detail());
        }
    }

    private InformationRequest happens(Counter counter, InformationRequest one, RequestMove move, Map<String, String> detail) {
        return counter.within(() -> counter.happening().happened(counter.bean(RequestStore.class).locked(one.id()).orElseThrow(),
                new Happening.New(move, counter.today(), null, "", detail), outcome(move)));
    }

    private Happening.Outcome outcome(RequestMove move) {
        var type = types.all().get(random.nextInt(22));
        var choices = type.choices();
        return switch (move) {
            case ABANDON -> new Happening.Outcome("R20", null);
            case UNPAID -> new Happening.Outcome("R21", null);
            case WITHDRAW -> new Happening.Outcome("R22", null);
            case DELIVER -> new Happening.Outcome(type.code(), choices.isEmpty() ? null : choices.get(random.nextInt(choices.size())));
            default -> null;
        };
    }

    @Test
    void the_tables_add_up_for_every_year_and_level_and_each_number_opens_its_requests() {
        counters.forEach(counter -> IntStream.range(0, REQUESTS).forEach(_ -> happens(counter)));
        var each = counters.stream().map(Counter::id).toList();
        for (int year = 2016; year <= 2022; year++) {
            var whole = table(each, year);
            var parts = List.of(table(each.subList(0, 1), year), table(each.subList(1, 2), year));
            var after = table(each, year + 1);
            mustAddUp(whole);
            parts.forEach(ReportIdentityTest::mustAddUp);
            for (int column = 0; column < 7; column++) {
                for (var row : whole.form().rows()) {
                    int at = column;
                    assertThat(parts.stream().mapToLong(part -> part.number(row.code(), at)).sum()).as("%d %s %d", year, row.code(), column)
                            .isEqualTo(whole.number(row.code(), column));
                }
                assertThat(after.number("二", column)).as("what %d left over", year).isEqualTo(whole.number("四", column));
            }
            opens(each, year, whole);
            mustAddUp(statistics.table("requests-2021", new StatisticsAsked(each, year, LocalDate.of(year, 1, 1).plusDays(random.nextInt(360)), null)));
        }
        assertThat(table(each, 2017).number("三(七)", 6)).isPositive();
        assertThat(table(each, 2022).number("四", 6)).as("drawn histories leave some open").isPositive();
    }

    private StatisticsTable table(List<UUID> offices, int year) {
        return statistics.table("requests-2021", StatisticsAsked.of(offices, year, TODAY));
    }

    private static void mustAddUp(StatisticsTable table) {
        assertThat(table.checks()).hasSize(2).allSatisfy(check -> assertThat(check.residues()).as(check.rule().sentence()).containsOnly(0L));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.numbers().subList(0, 6).stream().mapToLong(Long::longValue).sum()).isEqualTo(line.numbers().get(6)));
    }

    /** A number counts what its list shows, page by page; the older form as well. */
    private void opens(List<UUID> offices, int year, StatisticsTable whole) {
        var asked = StatisticsAsked.of(offices, year, TODAY);
        for (var table : List.of(whole, statistics.table("form-2014", asked))) {
            for (var line : table.lines()) {
                int column = random.nextInt(line.numbers().size());
                assertThat(listed(asked, new Statistics.Figure(table.form().id(), line.row().code(), column))).as("%d %s %d", year, line.row().code(), column)
                        .isEqualTo(line.numbers().get(column));
            }
        }
    }

    private long listed(StatisticsAsked asked, Statistics.Figure figure) {
        var seen = new java.util.HashSet<UUID>();
        String after = null;
        do {
            var page = statistics.behind(asked, figure, Set.copyOf(asked.offices()), after, 7);
            page.items().forEach(one -> assertThat(seen.add(one.id())).as("twice on a list").isTrue());
            after = page.next();
        } while (after != null);
        return seen.size();
    }
}
