package openland.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.Time;
import openland.base.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class OfficesTest {
    @Autowired ApplicationContext context;
    @Autowired Offices offices;
    @Autowired InstantSource time;
    @Autowired JdbcClient db;
    Town town;
    LocalDate today;

    @BeforeEach
    void town() {
        town = Town.of(context);
        today = Time.dateOf(time.instant());
    }

    @Test
    void a_renamed_office_keeps_its_old_name_in_history_and_answers_to_its_old_code() {
        var county = town.county();
        var later = today.plusDays(30);
        offices.rename(county.id(), "改名县自然资源局", county.code() + "-NEW", later, town.sysadmin());
        assertThat(offices.byId(county.id())).get().extracting(Office::name).isEqualTo(county.name());
        assertThat(offices.byId(county.id(), later)).get().extracting(Office::name).isEqualTo("改名县自然资源局");
        assertThat(offices.at(later)).extracting(Office::code).contains(county.code() + "-NEW").doesNotContain(county.code());
        assertThat(offices.byCode(county.code().toLowerCase())).get().extracting(Office::id).isEqualTo(county.id());
    }

    @Test
    void an_office_renamed_on_the_day_of_its_creation_has_one_name_that_day() {
        var county = town.county();
        offices.rename(county.id(), "当日改名局", "SAME-DAY-" + county.code(), today, town.sysadmin());
        assertThat(offices.byCode("SAME-DAY-" + county.code())).get().extracting(Office::name).isEqualTo("当日改名局");
        assertThat(offices.byCode(county.code())).isEmpty();
    }

    @Test
    void history_is_not_rewritten() {
        var county = town.county();
        assertRefused(Reason.CONFLICT, () -> offices.rename(county.id(), "昨日局", county.code(), today.minusDays(1), town.sysadmin()));
        assertThatThrownBy(() -> db.sql("delete from office_span where office = :id").param("id", county.id()).update())
                .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void a_moved_office_lies_under_the_new_one_with_all_below_it() {
        var province = town.office(code("P"), "甲省厅", Level.PROVINCE, "620000", town.ministry());
        var city = town.office(code("C"), "乙市局", Level.CITY, "620100", town.ministry());
        var county = town.office(code("X"), "丙县局", Level.COUNTY, "620102", city);
        assertThat(offices.isWithin(county.id(), province.id())).isFalse();
        offices.move(city.id(), province.id(), today, town.sysadmin());
        assertThat(offices.isWithin(county.id(), province.id())).isTrue();
        assertThat(offices.subtree(province.id())).extracting(Office::id).containsExactly(province.id(), city.id(), county.id());
        assertRefused(Reason.CONFLICT, () -> offices.move(province.id(), county.id(), today, town.sysadmin()));
    }

    @Test
    void a_successor_takes_over_what_lay_under_its_predecessor() {
        var old = town.office(code("P"), "国土资源厅", Level.PROVINCE, "630000", town.ministry());
        var fresh = town.office(code("P"), "自然资源厅", Level.PROVINCE, "630000", town.ministry());
        var county = town.office(code("X"), "丁县局", Level.COUNTY, "630102", old);
        var reform = today.plusDays(1);
        offices.succeed(old.id(), fresh.id(), reform, town.sysadmin());
        assertThat(offices.at(reform)).extracting(Office::id).contains(fresh.id()).doesNotContain(old.id());
        assertThat(offices.at(today)).extracting(Office::id).contains(old.id());
        assertThat(offices.byId(old.id(), reform)).get().extracting(Office::successor).isEqualTo(fresh.id());
        assertThat(offices.byId(county.id(), reform)).get().extracting(Office::parent).isEqualTo(fresh.id());
        assertThat(offices.byCode(old.code())).get().extracting(Office::id).isEqualTo(old.id());
    }

    @Test
    void no_two_offices_bear_one_code_at_one_time_whoever_writes_the_row() {
        var county = town.county();
        assertRefused(Reason.CONFLICT, () ->
                town.office(county.code().toLowerCase(), "另一局", Level.COUNTY, "610113", town.ministry()));
        var owner = TestDatabase.of(context.getEnvironment()).sql();
        assertThatThrownBy(() -> owner.sql("""
                insert into office_span (office, valid_from, code, name, level, region)
                select office, valid_from + 3, code || 'x', name, level, region from office_span where office = :id""")
                .param("id", county.id()).update()).rootCause().hasMessageContaining("exclusion constraint");
    }

    @Test
    void an_office_stands_under_a_higher_level_and_inside_its_region() {
        var province = town.office(code("P"), "戊省厅", Level.PROVINCE, "640000", town.ministry());
        assertRefused(Reason.INVALID, () -> town.office(code("X"), "别省县局", Level.COUNTY, "610112", province));
        assertRefused(Reason.INVALID, () -> town.office(code("P"), "又一省厅", Level.PROVINCE, "640000", province));
        assertRefused(Reason.INVALID, () -> town.office(code("X"), "无此省", Level.COUNTY, "990112", town.ministry()));
        assertRefused(Reason.INVALID, () -> town.office(code("X"), "短代码", Level.COUNTY, "61011", town.ministry()));
        assertRefused(Reason.INVALID, () -> town.office("机构", "坏代码", Level.COUNTY, "610112", town.ministry()));
    }

    @Test
    void only_the_system_administrator_above_changes_an_office() {
        var county = town.county();
        var stranger = town.officer(town.county(), Post.SYSADMIN);
        assertRefused(Reason.NOT_FOUND, () -> offices.rename(county.id(), "别人改的", county.code(), today, stranger));
        assertRefused(Reason.FORBIDDEN, () -> offices.rename(county.id(), "审计改的", county.code(), today, town.auditor()));
        offices.rename(county.id(), "上级改的", county.code(), today, town.sysadmin());
        assertThat(offices.byId(county.id())).get().extracting(Office::name).isEqualTo("上级改的");
    }

    @Test
    void pages_give_every_office_once_top_down() {
        for (int i = 0; i < 5; i++) {
            town.county();
        }
        var read = new ArrayList<Office>();
        @Nullable String after = null;
        do {
            var page = offices.page(after, 2);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(read).isEqualTo(offices.all()).doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Office::level).thenComparing(Office::code));
    }

    private static String code(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void assertRefused(Reason reason, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
