package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal.Problem;
import openland.form.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every item's examples satisfy its checks, and each check finds the fault it is for. */
class ChecksTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 20);
    private static final JsonNode PIECE = JSON.readTree("""
            {"id": "01890000-0000-7000-8000-000000000001", "indexNumber": "DEMO349821/2026-00001"}""");
    private static final JsonNode FILE = Form.file("附件.pdf", "0".repeat(64), 9, "application/pdf");
    private static final Shelf SHELF = shelf();

    private static Shelf shelf() {
        try {
            return Shelf.of(PacksTest.files());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Item> items() {
        return SHELF.items().stream();
    }

    @ParameterizedTest
    @MethodSource("items")
    void the_examples_of_an_item_fit_its_fields_and_its_checks(Item item) {
        var filled = item.fields().read(Examples.of(item.fields(), PIECE, FILE));
        assertThat(filled.problems()).as(item.id()).isEmpty();
        assertThat(item.problems(item.head().read(head("2026-11-03")), filled, PUBLISHED)).as(item.id()).isEmpty();
    }

    @Test
    void every_check_is_used_by_an_item() {
        var used = items().flatMap(item -> item.checks().stream()).collect(Collectors.toSet());
        assertThat(Stream.of(DateChecks.all(), SumChecks.all(), RowChecks.all()).flatMap(all -> all).map(Checks.Named::name)).isSubsetOf(used);
    }

    /** The examples of the item, with those fields in place of its own; the words must stand in the sentence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expropriation.compensation-plan | {"noticePeriod": "2026-11-04至2026-12-03"} | 29日 30日
            planning.draft                  | {"noticePeriod": "2026-07-01至2026-07-30"} | 29日
            expropriation.pre-notice        | {"noticePeriod": "2026-05-20至2026-05-29"} | 9日 10个工作日
            mining.evaluation-draw          | {"noticePeriod": "2026-11-09至2026-11-18"} | 9日
            policy.consultation             | {"noticePeriod": "2026-08-10至2026-09-01", "shortened": ""} | 22日 第十五条
            land-market.grant-notice        | {"biddingPeriod": "2026-11-22至2026-12-11"} | 19日 第39号
            mining.grant-notice             | {"biddingPeriod": "2026-11-20至2026-12-18"} | 17日 20个工作日
            land-market.grant-notice        | {"registrationPeriod": "2026-11-30至2026-12-12"} | 2026-12-12 晚于
            land-market.grant-notice        | {"registrationPeriod": "2026-11-01至2026-12-09"} | 2026-11-01 早于
            expropriation.hearing           | {"heardOn": "2026-11-09"} | 7个工作日
            expropriation.notice            | {"approvedOn": "2026-10-13"} | 批准日期 晚于
            expropriation.notice            | {"receivedOn": "2026-11-04"} | 收到批准文件的日期 晚于
            finance.budget                  | {"approvedOn": "2026-11-04"} | 批准日期 晚于
            land-market.supply-result       | {"startBy": "2029-05-25"} | 约定开工时间 约定竣工时间
            land-market.supply-result       | {"startedOn": "2028-01-02", "completedOn": "2028-01-01"} | 实际开工时间
            enforcement.supervised-case     | {"finishBy": "2026-08-11"} | 办理期限
            data.standards                  | {"effectiveOn": "2026-06-29"} | 实施日期
            expropriation.area-price        | {"term": "2026-10-01至2029-10-02"} | 三年
            mining.evaluation-draw          | {"drawnOn": "2026-11-02"} | 当日公告
            enforcement.penalty-decision    | {"decidedOn": "2026-11-21"} | 先公开后决定
            policy.proposal-reply           | {"repliedOn": "2026-11-21"} | 先公开后答复
            policy.meeting                  | {"heldOn": "2026-11-21"} | 先公开后开会
            land-market.supply-plan         | {"totalArea": "115公顷"} | 116公顷 115公顷
            land-market.idle-land           | {"idleArea": "51.4亩"} | 大于
            land-market.supply-result       | {"price": "9861万元"} | 98600000元 98610000元
            finance.project-funds           | {"total": "519万元"} | 5200000元 5190000元
            finance.procurement             | {"price": "168.01万元"} | 大于
            services.service-guide          | {"promisedTime": "21"} | 大于
            services.service-guide          | {"charge": "收费", "chargeStandard": ""} | 收费依据
            enforcement.random-result       | {"normal": "3"} | 之和
            finance.three-public-expenses   | {"total": "27.8万元"} | 277000元 278000元
            hazards.disaster-report         | {"dead": "3"} | 第四条
            hazards.disaster-report         | {"loss": "1000万元", "grade": "大型"} | 第四条
            land-market.supply-result       | {"ratioLeast": "2.51"} | 容积率下限
            land-market.grant-notice        | {"parcels.ratioLeast": "2.51"} | 第1行 容积率
            land-market.transaction-notice  | {"parcels.price": "9499万元"} | 第1行 起始价
            mining.result-notice            | {"parcels.price": "2379万元"} | 第1行 起始价
            enforcement.procedure           | {"standards.least": "301"} | 第1行 上限
            expropriation.area-price        | {"prices.landShare": "41"} | 第1行 101%
            enforcement.report-figures      | {"lines.inRemit": "215"} | 第1行 多于
            expropriation.compensation-plan | {"households.crops": "3526"} | 第1行 152316元 152315元
            expropriation.compensation-payment | {"total": "152314"} | 152315元 152314元
            organisation.annual-report      | {"applications.persons": "1"} | 第1行 各栏之和是1
            organisation.annual-report      | {"disputes.other": "1"} | 第1行 各栏之和是1
            finance.budget                  | {"lines.basic": "3105.3万元"} | 第1行 48217000元
            finance.final-accounts          | {"total": "4821.7万元"} | 48216000元 48217000元
            finance.budget                  | {"lines.code": "22001"} | 第1行 7位
            finance.budget                  | {"basics.code": "301"} | 第1行 5位""")
    void a_check_says_what_does_not_fit(String item, String changed, String words) {
        assertThat(problems(item, changed)).as(item + changed).hasSize(1).first().extracting(Problem::sentence).asString().contains(words.split(" "));
    }

    @Test
    void a_shorter_consultation_needs_its_reason() {
        assertThat(problems("policy.consultation", """
                {"noticePeriod": "2026-08-10至2026-09-01", "shortened": "汛期临近，须在九月上旬施行。"}""")).isEmpty();
    }

    @Test
    void a_notice_of_thirty_days_does_not_count_its_first() {
        assertThat(problems("expropriation.compensation-plan", "{\"noticePeriod\": \"2026-11-04至2026-12-04\"}")).isEmpty();
    }

    @Test
    void areas_are_added_across_units() {
        assertThat(problems("land-market.supply-plan", "{\"totalArea\": \"1740亩\"}")).isEmpty();
    }

    private static final String LINES = """
            {"total": "600", "lines": [%s
              {"code": "22001", "level": "款", "name": "自然资源事务", "basic": "100", "project": "500", "amount": "600"},
              {"code": "2200101", "level": "项", "name": "行政运行", "basic": "100", "project": "0", "amount": "100"},
              {"code": "2200106", "level": "项", "name": "自然资源利用与保护", "basic": "0", "project": "%s", "amount": "%s"}]}""";
    private static final String CATEGORY = "{\"code\": \"220\", \"level\": \"类\", \"name\": \"自然资源海洋气象等支出\", \"basic\": \"100\", \"project\": \"500\", \"amount\": \"600\"},";

    @Test
    void a_line_of_a_budget_is_the_sum_of_the_lines_below_it_and_counted_once() {
        assertThat(problems("finance.budget", LINES.formatted(CATEGORY, "500", "500"))).isEmpty();
        assertThat(problems("finance.budget", LINES.formatted("", "500", "500"))).isEmpty();
        assertThat(problems("finance.budget", LINES.formatted(CATEGORY, "400", "400"))).hasSize(1).first()
                .extracting(Problem::sentence).asString().contains("第2行", "22001", "600元", "500元");
    }

    private static final String APPLICATIONS = """
            {"applications": [
              {"indicator": "本年新收政府信息公开申请数量", "persons": "9", "companies": "2", %1$s "total": "11"},
              {"indicator": "上年结转政府信息公开申请数量", "persons": "1", "companies": "0", %1$s "total": "1"},
              {"indicator": "予以公开", "persons": "%2$s", "companies": "2", %1$s "total": "%3$s"},
              {"indicator": "无法提供：本机关不掌握相关政府信息", "persons": "2", "companies": "0", %1$s "total": "2"},
              {"indicator": "总计", "persons": "9", "companies": "2", %1$s "total": "11"},
              {"indicator": "结转下年度继续办理", "persons": "%4$s", "companies": "0", %1$s "total": "%4$s"}]}""";
    private static final String NONE = "\"research\": \"0\", \"welfare\": \"0\", \"legal\": \"0\", \"others\": \"0\",";

    @Test
    void what_came_in_a_year_was_answered_or_is_carried_forward() {
        assertThat(problems("organisation.annual-report", APPLICATIONS.formatted(NONE, "7", "9", "1"))).isEmpty();
        assertThat(problems("organisation.annual-report", APPLICATIONS.formatted(NONE, "6", "8", "1"))).hasSize(1).first()
                .extracting(Problem::sentence).asString().contains("各种答复之和是8", "总计是9");
        assertThat(problems("organisation.annual-report", APPLICATIONS.formatted(NONE, "7", "9", "0"))).hasSize(1).first()
                .extracting(Problem::sentence).asString().contains("新收与上年结转之和是10", "是9");
    }

    private static List<Problem> problems(String id, String changed) {
        var item = SHELF.item(id).orElseThrow();
        var raw = Examples.of(item.fields(), PIECE, FILE);
        for (var change : JSON.readTree(changed).properties()) {
            var path = change.getKey().split("\\.");
            if (path.length == 1) {
                raw.put(path[0], change.getValue());
            } else {
                ((ObjectNode) raw.get(path[0]).get(0)).set(path[1], change.getValue());
            }
        }
        var filled = item.fields().read(raw);
        assertThat(filled.problems()).as(id + changed).isEmpty();
        return item.problems(item.head().read(head("2026-11-03")), filled, PUBLISHED);
    }

    private static Map<String, JsonNode> head(String producedOn) {
        return Map.of("title", JsonNodeFactory.instance.stringNode("题"), "producedOn", JsonNodeFactory.instance.stringNode(producedOn),
                "body", JsonNodeFactory.instance.stringNode("文"), "documentNumber", JsonNodeFactory.instance.stringNode("青自然资〔2026〕1号"));
    }
}
