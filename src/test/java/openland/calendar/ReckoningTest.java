package openland.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.calendar.ClockRule.DayRule;
import openland.calendar.ClockRule.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTest {
    private static final Calendar CALENDAR = Calendar.of(1, "", NoticeFiles.all());

    static Stream<String[]> vectors() throws IOException {
        try (var file = ReckoningTest.class.getResourceAsStream("/calendar/vectors.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split("\t", -1)).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0} {2} from {1} is {4}")
    @MethodSource("vectors")
    void real_holidays_give_the_date_that_was_counted_by_hand(String id, String start, String rule, String pauses, String due, String why) {
        assertThat(due(rule, start, pauses).text()).as(why).isEqualTo(due);
    }

    @Test
    void all_vectors_are_there() throws IOException {
        assertThat(vectors()).hasSize(42);
    }

    @ParameterizedTest
    @CsvSource({"2015-08-31,WD 5,2015-09-08", "2019-04-28,WD 3,2019-05-05", "2019-04-27,WD 1,2019-04-28", "2026-09-18,WD 1,2026-09-20",
        "2026-02-13,CD 0,2026-02-13", "2026-10-01,CD 0,2026-10-08", "2024-02-29,Y 1,2025-02-28", "2024-01-31,M 1,2024-02-29",
        "2026-03-01,FIXED 10-30 same-year,2026-10-30", "2026-03-01,FIXED 02-29,2027-02-28", "2026-11-20,Y 70,2096-11-20"})
    void second_notices_the_same_day_and_the_ends_of_months(String start, String rule, String due) {
        assertThat(due(rule, start, "").text()).isEqualTo(due);
    }

    @Test
    void a_deadline_does_not_end_while_it_is_paused() {
        assertThat(due("CD 5", "2025-03-10", "2025-03-16/2025-03-19").text()).isEqualTo("2025-03-20");   // the 15th is a Saturday
        assertThat(due("CD 5", "2025-03-10", "").text()).isEqualTo("2025-03-17");
    }

    @Test
    void after_the_last_notice_only_weekends_are_left_out_and_the_date_is_provisional() {
        var due = due("WD 10", "2026-12-25", "");
        assertThat(due.text()).isEqualTo("2027-01-08");
        assertThat(due.provisional()).isTrue();
        assertThat(sentences(due)).anyMatch(sentence -> sentence.contains("2027年的放假安排还没有公布") && sentence.contains("暂定"));
        assertThat(due("WD 3", "2026-12-21", "").provisional()).isFalse();
        assertThat(sentences(due("WD 3", "2026-12-25", ""))).anyMatch(sentence -> sentence.contains("12月最后几天"));
        assertThat(due("BEFORE_WD 5", "2027-01-20", "").provisional()).isTrue();
        assertThat(due("BEFORE_WD 5", "2027-01-01", "").provisional()).isFalse();
        assertThat(due("Y 2", "2026-01-01", "").provisional()).as("no calendar is needed").isFalse();
    }

    @Test
    void the_derivation_says_each_day_left_out_and_why() {
        assertThat(sentences(due("WD 7", "2017-09-28", ""))).containsExactly(
                "2017年9月28日起算，当日不计，从次日起数7个工作日。",
                "9月30日（周六）中秋节、国庆节调休上班，计。",
                "10月1日至8日 中秋节、国庆节放假，不计。",
                "2017年10月13日（星期五）是第7个工作日。",
                "工作日不含周末和法定节假日，参照行政许可法第八十二条；调休上班的日子是工作日。",
                "放假和调休：国务院办公厅2017年节假日安排。");
        assertThat(sentences(due("WD 20", "2025-04-01", "2025-04-07/2025-04-25;2025-04-28/2025-05-16"))).contains(
                "4月8日至25日停算，其间14个工作日不计。", "4月4日至6日 清明节放假，不计。",
                "4月27日（周日）劳动节调休上班，计。");
        assertThat(sentences(due("CD 60", "2024-08-02", ""))).contains("2024年10月1日（星期二）是第60日。",
                "10月1日至7日 国庆节放假，不到期。", "顺延到2024年10月8日（星期二）。");
        assertThat(sentences(due("M 6", "2024-08-31", ""))).anyMatch(sentence -> sentence.contains("那个月没有31日"));
        assertThat(sentences(due("FIXED 01-31", "2024-12-31", ""))).anyMatch(sentence -> sentence.contains("2025年1月27日（周一）以前办好"));
        assertThat(sentences(due("DUR_CD 30", "2022-01-10", ""))).anyMatch(sentence -> sentence.contains("2022年2月10日起可以办下一步"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WD", "WD 0", "WD -1", "WD 10000", "WD 07", "XX 3", "wd 7", "WD 7 CD 3", "M 0", "FIXED 02-30", "FIXED 13-01",
        "FIXED 1-31", "WD ٧", "${7*7}"})
    void a_rule_nobody_knows_is_refused_and_named(String rule) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ClockRule.parse(rule))
                .matches(refusal -> refusal.reason() == Refusal.Reason.INVALID)
                .withMessageMatching("(?s).*(不认识期限规则“" + java.util.regex.Pattern.quote(rule) + "”|期限的数目).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WD 7", "CD 0", "M 3", "Y 5", "H 24", "DUR_WD 10", "DUR_CD 30", "BEFORE_WD 20", "BEFORE_CD 20", "FIXED 01-31",
        "FIXED 10-30 same-year"})
    void a_rule_is_written_as_it_is_read(String rule) {
        assertThat(ClockRule.parse(rule).text()).isEqualTo(rule);
    }

    @Test
    void before_2007_and_after_2099_there_is_no_calendar() {
        refused("WD 7", "2006-12-29", "", "2007年以前");
        refused("BEFORE_WD 20", "2007-01-10", "", "2007年以前");
        refused("BEFORE_CD 20", "2007-01-10", "", "2007年以前");
        refused("WD 7", "2099-12-28", "", "2099-12-31");
        refused("WD 9999", "2090-01-01", "", "2099-12-31");
        refused("CD 1", "2099-12-31", "", "2099-12-31");
        refused("Y 9999", "2026-01-01", "", "9999");
        refused("WD 7", "9999-12-31", "", "2099-12-31");
    }

    @Test
    void pauses_that_cannot_be_are_refused() {
        refused("WD 7", "2026-03-02", "2026-03-05/2026-03-04", "写反了");
        refused("WD 7", "2026-03-02", "2026-03-05", "读不懂");
        refused("WD 7", "2026-03-02", "2026-03-05/2026-03-06,", "第2段");
        refused("WD 7", "2026-03-02", "2026-02-30/2026-03-06", "不存在的日期");
        refused("WD 7", "2026-03-02", "2026-03-05/2026-03-06,".repeat(101), "最多");
        refused("DUR_WD 10", "2026-03-02", "2026-03-05/2026-03-06", "不能停算");
    }

    @Test
    void a_pause_outside_the_term_changes_nothing_and_is_said_to() {
        var due = due("WD 5", "2026-03-02", "2026-01-05/2026-02-06,2026-05-05/2026-06-06");
        assertThat(due.text()).isEqualTo("2026-03-09");
        assertThat(sentences(due)).filteredOn(sentence -> sentence.contains("不影响结果")).hasSize(2);
    }

    private static void refused(String rule, String start, String pauses, String because) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> due(rule, start, pauses))
                .matches(refusal -> refusal.reason() == Refusal.Reason.INVALID).withMessageContaining(because);
    }

    private static List<String> sentences(Due due) {
        return due.derivation().stream().map(Derived::sentence).toList();
    }

    private static Due due(String rule, String start, String pauses) {
        return switch (ClockRule.parse(rule)) {
            case DayRule days -> Reckoning.due(days, LocalDate.parse(start), Pauses.parse(pauses), CALENDAR);
            case Hours hours -> Reckoning.due(hours, LocalDateTime.parse(start), CALENDAR);
        };
    }
}
