package openland.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedNumbersTest {
    private static final String YANTAI = "烟国土资字〔2017〕138";

    private static AskedNumbers asked(String query, String... known) {
        var keys = Set.of(known);
        return AskedNumbers.in(query, (field, key) -> keys.contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "烟国土资字〔2017〕138号", "烟国土资字[2017]138号", "烟国土资字［2017］138号", "烟国土资字(2017)138号", "烟国土资字（2017）138号",
        "烟国土资字【2017】138号", "烟国土资字〈2017〉138号", "烟国土资字《2017》138号", "烟国土资字{2017}138号", "烟国土资字｛2017｝138号",
        "烟国土资字<2017>138号", "烟国土资字＜2017＞138号", "烟国土资字「2017」138号", "烟国土资字〖2017〗138号", "烟国土资字﹝2017﹞138号",
        "烟国土资字〔2017〕138", "烟国土资字〔2017〕第138号", "烟国土资字〔２０１７〕１３８号", "烟国土资字［２０１７］１３８號",
        "烟国土资字 〔2017〕 138 号", " 烟国土资字〔2017〕138号 ", "烟国土资字　〔2017〕　138号", "烟国土资字〔 2017 〕138号", "烟国土资字〔2017年〕138号",
        "烟国土资字〔2 0 1 7〕1 3 8 号", "烟 国土资 字〔2017〕138号", "烟国土资字2017138号", "烟国土资字2017-138号", "烟国土资字2017－138号",
        "烟国土资字2017—138号", "烟国土资字2017-138", "烟国土资字2017–138", "烟国土资字2017138", "烟国土资字2017年138号", "烟国土资字2017年第138号",
        "烟国土资字2017年138", "烟国土资字2017第138号", "烟国土资字 2017 138 号", "烟国土资字2017〕138号", "烟国土资字〔2017 138号", "烟国土资字第〔2017〕138号",
        "文号：烟国土资字〔2017〕138号", "文号 烟国土资字〔2017〕138号", "查烟国土资字〔2017〕138号", "关于烟国土资字〔2017〕138号的通知",
        "烟国土资字〔2017〕138号文件", "烟国土资字〔2017〕138号文", "（烟国土资字〔2017〕138号）", "“烟国土资字〔2017〕138号”", "烟国土资字〔2017〕0138号"})
    void every_way_of_writing_a_document_number_means_the_same(String query) {
        var asked = asked(query);
        assertThat(asked.isNumber()).as("%s leaves “%s”", query, asked.rest()).isTrue();
        assertThat(asked.numbers()).extracting(AskedNumber::key).containsExactly(YANTAI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"〔2017〕138号", "2017〕138", "2017〕138号", "[2017]138", "（2017）138号", "(2017) 138 号", "【２０１７】138号", "〔2017〕第138号"})
    void a_number_can_be_asked_for_from_the_year_on(String query) {
        var asked = asked(query);
        assertThat(asked.isNumber()).isTrue();
        assertThat(asked.numbers()).extracting(AskedNumber::field, AskedNumber::key)
                .containsExactly(tuple(Fields.NUMBER_TAIL, "〔2017〕138"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"014000060/2017-03421", "014000060／2017－03421", "０１４０００060/2017-03421", "014000060 / 2017 - 03421",
        "索引号：014000060/2017-03421", "索引号 014000060/2017-03421", "索 引 号: 014000060/2017-03421", "014000060\\2017-03421", "014000060-2017-03421"})
    void every_way_of_writing_an_index_number_means_the_same(String query) {
        var asked = asked(query);
        assertThat(asked.isNumber()).as("leaves “%s”", asked.rest()).isTrue();
        assertThat(asked.numbers()).extracting(AskedNumber::field, AskedNumber::key)
                .containsExactly(tuple(Fields.INDEX, "014000060201703421"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000014349/2017-00110", "00000001/2018-00042", "0142768-8/2022-00185", "11341702486344515H/202110-00013",
        "11441700007280420Y/2021-00050", "11441700007280420y/2021-00050", "01527918X-2020-153077", "2017-03421", "202110-00013", "QH0412/2024-00203"})
    void index_numbers_of_every_template_are_known_for_what_they_are(String query) {
        assertThat(asked(query).isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017年政务公开工作要点", "2017政务公开工作要点", "江苏省国土资源厅2017年政务公开工作要点", "政府信息公开条例(2019修订)", "土地管理法（2019年修正）",
        "2017年12月", "2017-09-28", "（2017年12月31日）", "耕地保护2017-2020", "土地利用总体规划2006-2020", "土地利用总体规划（2006-2020年）", "0535-6211234", "5个工作日内退还",
        "第十二条", "2017", "138号", "12336", "望江路18号", "2017年第3号台风", "2024年第一批次", "70年到期", "烟J〔2017〕1012号地块", "征地补偿2017年12月",
        "挂牌出让公告2017-05", "2018年1季度", "每亩38000元", "GB/T 2260-2007", "出让金（2017）", "", "   ", "*", "号", "〔〕"})
    void words_with_digits_are_no_numbers(String query) {
        var asked = asked(query);
        assertThat(asked.numbers()).isEmpty();
        assertThat(asked.isNumber()).isFalse();
        assertThat(asked.rest()).isEqualTo(NumberText.level(query));
    }

    @Test
    void words_beside_a_number_are_left_as_words() {
        var asked = asked("青自然资规2023-4 没拍到地保证金多久退");
        assertThat(asked.numbers()).extracting(AskedNumber::key).containsExactly("青自然资规〔2023〕4");
        assertThat(asked.rest()).isEqualTo("没拍到地保证金多久退");
        assertThat(asked("国办发〔2017〕24号 政务公开").rest()).isEqualTo("政务公开");
        assertThat(asked("014000060/2017-03421 要点").rest()).isEqualTo("要点");
        var fromTheYearOn = asked("补偿标准 〔2017〕138号");
        assertThat(fromTheYearOn.rest()).isEqualTo("补偿标准");
        assertThat(fromTheYearOn.numbers()).extracting(AskedNumber::key).containsExactly("〔2017〕138");
    }

    @Test
    void what_may_be_a_number_or_words_is_looked_for_as_both() {
        Stream.of("2017年1号文件", "烟台2017年第8号", "2017年第138号").forEach(query -> {
            var asked = asked(query);
            assertThat(asked.numbers()).extracting(AskedNumber::firm).containsExactly(false);
            assertThat(asked.rest()).isEqualTo(query);
        });
    }

    @Test
    void two_numbers_are_both_found() {
        assertThat(asked("国发〔2017〕5号 国办发〔2017〕24号").numbers()).extracting(AskedNumber::key)
                .containsExactly("国发〔2017〕5", "国办发〔2017〕24");
    }

    @Test
    void a_number_without_year_is_known_by_its_whole() {
        assertThat(asked("国土资源部令第74号").numbers()).extracting(AskedNumber::key)
                .containsExactly(DocumentNumber.keyOf("国土资源部令 第74号"));
        assertThat(asked("自然资源部公告第8号", DocumentNumber.keyOf("自然资源部公告第8号")).isNumber()).isTrue();
    }

    @Test
    void a_year_may_stand_first() {
        assertThat(asked("〔2017〕烟国土资罚字第138号").numbers()).extracting(AskedNumber::key)
                .containsExactly(DocumentNumber.keyOf("烟国土资罚字〔2017〕138号"));
        assertThat(DocumentNumber.keyOf("〔2017〕烟国土资罚字第138号")).isEqualTo("烟国土资罚字〔2017〕138");
    }

    @Test
    void a_sign_may_hold_a_bracket_and_a_number_a_second_part() {
        assertThat(asked("川自然资（矿）函〔2021〕5-1号").numbers()).extracting(AskedNumber::key)
                .containsExactly("川自然资矿函〔2021〕5-1");
    }
}
