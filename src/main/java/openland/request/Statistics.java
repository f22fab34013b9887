package openland.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.request.StatisticsForm.Columns;
import openland.request.StatisticsForm.Row;
import openland.request.StatisticsStore.RemedyCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The official statistics at any moment (条例第四十九条第二款第三项, 国办公开办函〔2021〕30号): counted from the book each time, so that no figure
 * can differ from its cases; the sums that must be equal are checked each time, and what is left over is shown.
 */
@Service
public class Statistics {
    /** Rows of the table of 2021 whose time is that of an answer; what was given up or withdrawn (六) had none. */
    private static final Map<String, String> OUTCOMES = outcomes();
    private static final List<String> PENDING = List.of("UPHELD", "CORRECTED", "OTHER", "PENDING");
    private static final int FIRST_LATE_DAY = 18;
    private static final int LAST_DAY = 20;

    private final StatisticsStore store;
    private final StatisticsForms forms;
    private final ReplyRows rows;

    Statistics(StatisticsStore store, StatisticsForms forms, ReplyRows rows) {
        this.store = store;
        this.forms = forms;
        this.rows = rows;
    }

    private static Map<String, String> outcomes() {
        var outcomes = new LinkedHashMap<String, String>();
        outcomes.put("一", "予以公开");
        outcomes.put("二", "部分公开");
        outcomes.put("三", "不予公开");
        outcomes.put("四", "无法提供");
        outcomes.put("五", "不予处理");
        return outcomes;
    }

    /** The tables that are for the year. */
    public List<StatisticsTable> tables(StatisticsAsked asked) {
        return tables(forms.of(asked.year()), asked);
    }

    /** One of them, whatever year it is for. @throws Refusal NOT_FOUND when there is none of that id */
    public StatisticsTable table(String form, StatisticsAsked asked) {
        return tables(List.of(forms.byId(form)), asked).getFirst();
    }

    private List<StatisticsTable> tables(List<StatisticsForm> wanted, StatisticsAsked asked) {
        var groups = store.groups(asked);
        var remedies = store.remedies(asked);
        return wanted.stream().map(form -> new StatisticsTable(form, form.rows().stream().map(row -> numbers(form.columns(), row, groups, remedies)).toList())).toList();
    }

    private List<Long> numbers(Columns columns, Row row, List<StatisticsGroup> groups, List<RemedyCount> remedies) {
        var numbers = switch (columns) {
            case APPLICANTS -> List.of(ApplicantKind.values()).stream()
                    .map(kind -> groups.stream().filter(group -> group.kind() == kind && row.holds(group, rows)).mapToLong(StatisticsGroup::count).sum()).toList();
            case RESULTS -> PENDING.stream().map(result -> remedies(row, result, remedies)).toList();
            case NUMBER -> List.of(row.counts().isRemedy() ? remedies(row, row.result(), remedies)
                    : groups.stream().filter(group -> row.holds(group, rows)).mapToLong(StatisticsGroup::count).sum());
        };
        return columns == Columns.NUMBER ? numbers : withSum(numbers);
    }

    private static List<Long> withSum(List<Long> numbers) {
        return LongStream.concat(numbers.stream().mapToLong(Long::longValue), LongStream.of(numbers.stream().mapToLong(Long::longValue).sum())).boxed().toList();
    }

    private static long remedies(Row row, @Nullable String result, List<RemedyCount> remedies) {
        return remedies.stream().filter(one -> row.counts().remedies().contains(one.kind()) && (result == null || result.equals(one.result())))
                .mapToLong(RemedyCount::count).sum();
    }

    /**
     * The requests that a number counts, the newest first; only those of offices whose book is seen.
     *
     * @param books as {@link RequestSight#offices} gives them
     * @param after as the page before gave it
     * @throws Refusal NOT_FOUND when the table has no such number
     */
    public Keyset<InformationRequest> behind(StatisticsAsked asked, Figure figure, Set<UUID> books, @Nullable String after, int limit) {
        var form = forms.byId(figure.form());
        var row = form.rows().stream().filter(one -> one.code().equals(figure.row())).findFirst().orElseThrow(Statistics::none);
        if (figure.column() < 0 || figure.column() >= form.columns().heads().size()) {
            throw none();
        }
        var seen = asked.only(books);
        var found = row.counts().isRemedy()
                ? store.withRemedies(seen, row.counts().remedies(), result(form, row, figure.column()), after, limit + 1)
                : store.requests(seen, keys(form, row, figure.column(), seen), after, limit + 1);
        return Keyset.of(found, limit, StatisticsStore::key);
    }

    /** Where a number stands. @param column from 0 */
    public record Figure(String form, String row, int column) {}

    private static @Nullable String result(StatisticsForm form, Row row, int column) {
        return form.columns() == Columns.RESULTS ? column < PENDING.size() ? PENDING.get(column) : null : row.result();
    }

    private List<String> keys(StatisticsForm form, Row row, int column, StatisticsAsked asked) {
        var kinds = ApplicantKind.values();
        var kind = form.columns() == Columns.APPLICANTS && column < kinds.length ? kinds[column] : null;
        return store.groups(asked).stream().filter(group -> (kind == null || group.kind() == kind) && row.holds(group, rows)).map(StatisticsGroup::key).toList();
    }

    private static Refusal none() {
        return Refusal.notFound("统计表里没有这个数字。");
    }

    /** The words of a row of a table. @throws Refusal NOT_FOUND */
    public String title(Figure figure) {
        return forms.byId(figure.form()).rows().stream().filter(one -> one.code().equals(figure.row())).findFirst().map(Row::text).orElseThrow(Statistics::none);
    }

    /**
     * Some figures of a part.
     *
     * @param part name of a unit, or id of an office
     * @param late closed after their last day
     */
    public record Part(String part, long received, long carried, long answered, long late, long left) {
        /** Both together. */
        public Part plus(Part other) {
            return new Part(part, received + other.received, carried + other.carried, answered + other.answered, late + other.late, left + other.left);
        }

        static Part of(StatisticsStore.PartCount count) {
            return new Part(count.part(), count.received(), count.carried(), count.answered(), count.late(), count.remains());
        }
    }

    /** By the units that handle them; the empty one is for what was never given to one. */
    public List<Part> byUnit(StatisticsAsked asked) {
        return store.byUnit(asked).stream().map(Part::of).toList();
    }

    /** By office. */
    public Map<UUID, Part> byOffice(StatisticsAsked asked) {
        return store.byOffice(asked).stream().map(Part::of).collect(Collectors.toMap(part -> UUID.fromString(part.part()), part -> part));
    }

    /**
     * How long it took.
     *
     * @param all   all answers together; null when there was none
     * @param lines by outcome, those that there were
     * @param last  how many took 18, 19 and 20 counted days of those that were not extended, and how many longer, under the regulation of 2019
     */
    public record Times(@Nullable AnswerTimes all, List<AnswerTimes> lines, List<OnDay> last) {}

    /** @param label 第18个工作日 */
    public record OnDay(String label, long count) {}

    public Times times(StatisticsAsked asked) {
        var took = store.took(asked).stream().filter(one -> OUTCOMES.containsKey(outcome(one.reply()))).toList();
        var lines = OUTCOMES.entrySet().stream()
                .map(outcome -> AnswerTimes.of(outcome.getValue(), took.stream().filter(one -> outcome(one.reply()).equals(outcome.getKey())).toList()))
                .filter(Objects::nonNull).toList();
        return new Times(AnswerTimes.of("全部答复", took), lines, lastDays(took));
    }

    private String outcome(String reply) {
        var row = rows.row(reply);
        return row.isEmpty() ? "" : row.substring(0, 1);
    }

    private static List<OnDay> lastDays(List<AnswerTimes.Took> took) {
        var days = new ArrayList<OnDay>();
        for (int day = FIRST_LATE_DAY; day <= LAST_DAY; day++) {
            int that = day;
            days.add(new OnDay("第" + day + "个工作日", took.stream().filter(one -> !one.extended() && one.counted() == that).mapToLong(AnswerTimes.Took::count).sum()));
        }
        days.add(new OnDay("第" + LAST_DAY + "个工作日以后", took.stream().filter(one -> !one.extended() && one.counted() > LAST_DAY).mapToLong(AnswerTimes.Took::count).sum()));
        return days;
    }
}
