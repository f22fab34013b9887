package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack with a fault does not start; the sentence says the file, the place and the fault. */
class PackFaultTest {
    private static final String GOOD = """
            pack: { id: base, title: 试, version: 1, source: 试 }
            items:
              - item: test.notice
                title: 试件
                group: results
                access: proactive
                duty:
                  offices: { levels: [city, county] }
                  starts: decision-made
                  event: 作出决定
                  rules:
                    - { within: 7 working-days, from: 2019-05-15, basis: 新, status: read }
                review: [drafter, secrecy, leader, { head: when important }]
                channels: [site, sms]
                head: { required: [producedOn] }
                fields:
                  - { name: number, label: 文号, type: document-number }
                  - { name: fine, label: 罚款, type: money }
                  - { name: count, label: 宗数, type: number, unit: 宗, least: 1, most: "500", facet: range, example: 12宗 }
                  - { name: site, label: 面积, type: area, unit: 亩, example: 12.5亩 }
                  - { name: term, label: 期限, type: date-range, choices: [ { code: long, label: 长期 } ], example: 2026-01-01至长期 }
                  - name: list
                    label: 明细
                    type: table
                    rows: { most: 5000 }
                    columns:
                      - { name: who, label: 姓名, type: text, public: masked, mask: name, example: 张三 }
                      - { name: sum, label: 补偿金额, type: money, example: "12000.50" }
                checks: [fine-not-negative]
                basis: [试]
            """;

    private static void load(String yaml) {
        Shelf.of(List.of(new PackFile("x.yaml", yaml)));
    }

    @Test
    void the_pattern_of_these_tests_loads() {
        load(GOOD);
    }

    @Test
    void a_dossier_is_found_by_the_key_of_its_duties() {
        var keyed = GOOD.replace("event: 作出决定\n", "event: 作出决定\n      key: number\n") + """
                dossiers:
                  - type: test-thing
                    title: 一件事的全过程
                    key: 文号
                    stages: [{ stage: first, title: 第一步, pieces: [{ item: test.notice, key: number }] }]
                """;
        load(keyed);
        assertThatThrownBy(() -> load(keyed.replace("key: number }", "key: [number, count] }"))).isInstanceOf(PackFault.class)
                .message().contains("test.notice", "number、count", "欠着的");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            group: results                     | group: result                          | items[0].group
            title: 试件                         | title: 试件\\n    colour: red            | items[0] colour
            type: money                        | type: monies                           | items[0].fields[1].type monies
            type: money                        | type: money, public: masked            | items[0].fields[1] 隐名
            type: money                        | type: choice                           | items[0].fields[1] 选择项
            name: fine                         | name: number                           | items[0].fields number 两次
            name: fine                         | name: title                            | items[0].fields[1] title
            checks: [fine-not-negative]        | checks: [fine-is-fine]                 | items[0].checks[0] fine-is-fine
            levels: [city, county]             | levels: [city, village]                | levels[1] village
            leader, {                          | boss, {                                | items[0].review[2] boss
            leader, {                          | LEADER, {                              | items[0].review[2] LEADER
            leader, {                          | sysadmin, {                            | items[0].review[2] sysadmin
            when important                     | when it rains                          | items[0].review[3] rains
            [drafter, secrecy, leader,         | [secrecy, drafter, leader,             | items[0].review drafter
            [drafter, secrecy, leader,         | [drafter, desk, leader,                | items[0].review 保密审查
            [drafter, secrecy, leader,         | [drafter, { secrecy: when important }, leader, | items[0].review 不能带条件
            [drafter, secrecy, leader,         | [drafter, leader, secrecy,             | items[0].review 之前
            [drafter, secrecy, leader,         | [drafter, { all: [desk] }, secrecy, leader, | items[0].review 之前
            secrecy, leader, {                 | secrecy, {                             | items[0].review
            status: read                       | status: mem, active: true              | items[0].duty.rules[0] 没有核实
            status: read                       | status: assumed, active: true          | items[0].duty.rules[0] 没有核实
            status: read                       | status: sure                           | items[0].duty.rules[0].status
            7 working-days                     | 7 days                                 | items[0].duty.rules[0].within 7 working-days
            within: 7 working-days             | within: 7 working-days, every: 1 years  | items[0].duty.rules[0] 只能写一种
            within: 7 working-days             | before: 7 months                       | items[0].duty.rules[0].before
            within: 7 working-days             | by: 02-30                              | items[0].duty.rules[0].by
            starts: decision-made              | starts: decision-made\\n      key: parcel | items[0].duty.key parcel
            2019-05-15                         | 2019-02-30                             | items[0].duty.rules[0].from 2019-02-30
            required: [producedOn]             | required: [signedOn]                   | items[0].head.required[0]
            version: 1                         | version: one                           | pack.version
            unit: 宗, least: 1                  | unit: 宗, least: 501                    | items[0].fields[2] 最小值
            unit: 宗, least: 1                  | unit: 宗, least: many                   | items[0].fields[2].least
            unit: 亩                            | unit: 市尺                              | items[0].fields[3] 公顷
            unit: 亩                            | unit: 亩, facet: value                  | items[0].fields[3] 筛选
            unit: 亩                            | unit: 亩, decimals: 2                   | items[0].fields[3] decimals
            unit: 亩                            | unit: 亩, rows: { most: 3 }             | items[0].fields[3] 不是表格
            12.5亩                              | 十二亩                                  | items[0].fields[3].example 填不进
            2026-01-01至长期                     | 2026-01-01至昨天                         | items[0].fields[4].example 终止日期
            facet: range                       | facet: range, public: hidden           | items[0].fields[2] 筛选
            most: 5000                         | most: 20001                            | items[0].fields[5].rows.most
            name: sum                          | name: who                              | items[0].fields[5] 同名
            type: money, example: "12000.50"   | type: rich-text                        | items[0].fields[5] 不能作表格的列
            mask: name,                        | mask: nam,                             | items[0].fields[5].columns[0].mask
            masked, mask: name,                | masked,                                | items[0].fields[5].columns[0] 隐名
            [site, sms]                        | [site, pigeon]                         | items[0].channels[1] pigeon village-board
            "12000.50"                         | a lot                                  | items[0].fields[5].columns[1].example 填不进
            basis: [试]                         | basis: []                              | items[0].basis
            item: test.notice                  | item: Test Notice                      | items[0].item""")
    void the_sentence_says_where_and_what(String good, String bad, String words) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> load(GOOD.replace(good, bad.replace("\\n", "\n"))))
                .isInstanceOf(PackFault.class).message().contains("x.yaml").contains(words.split(" "));
    }

    @Test
    void a_rule_from_memory_is_kept_but_not_counted_by() {
        var item = Shelf.of(List.of(new PackFile("x.yaml", GOOD.replace("status: read", "status: mem")))).item("test.notice").orElseThrow();
        assertThat(item.duty().rules()).hasSize(1);
        assertThat(item.duty().ruleOn(java.time.LocalDate.of(2020, 1, 1))).isEmpty();
    }

    @Test
    void two_rules_for_one_day_are_refused() {
        assertThatThrownBy(() -> load(GOOD.replace("status: read }", "status: read }\n        - { within: 5 working-days, from: 2020-01-01, basis: 又, status: read }")))
                .message().contains("rules[1]", "重叠");
    }

    @Test
    void an_item_or_pack_is_there_once() {
        assertThatThrownBy(() -> Shelf.of(List.of(new PackFile("x.yaml", GOOD), new PackFile("y.yaml", GOOD)))).message().contains("y.yaml", "pack.id");
        assertThatThrownBy(() -> Shelf.of(List.of(new PackFile("x.yaml", GOOD), new PackFile("y.yaml", GOOD.replace("id: base", "id: other")))))
                .message().contains("y.yaml", "items[0].item", "test.notice");
    }

    @Test
    void what_is_no_yaml_or_too_clever_is_refused_by_line() {
        assertThatThrownBy(() -> load("pack: [")).isInstanceOf(PackFault.class).message().contains("x.yaml", "行");
        assertThatThrownBy(() -> load(GOOD.replace("title: 试件", "title: 试件\n    title: 又"))).isInstanceOf(PackFault.class).message().contains("title");
        assertThatThrownBy(() -> load("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]")).isInstanceOf(PackFault.class);
        assertThatThrownBy(() -> load("")).isInstanceOf(PackFault.class);
        assertThatThrownBy(() -> load("- 1")).isInstanceOf(PackFault.class);
        assertThatThrownBy(() -> load("!!javax.script.ScriptEngineManager [x]")).isInstanceOf(PackFault.class);
        assertThatThrownBy(() -> load("#".repeat(1_100_000))).isInstanceOf(PackFault.class);
    }
}
