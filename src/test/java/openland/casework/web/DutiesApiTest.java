package openland.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import openland.OpenlandTest;
import openland.disclosure.Disclosures;
import openland.drafting.Desk;
import openland.ledger.Await;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Tokens;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program of an office reports and reads. */
@OpenlandTest
class DutiesApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired ApplicationContext context;
    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
    }

    private HttpResponse<String> ask(Officer officer, String method, String path, String body) {
        var browser = new Browser(context.getEnvironment());
        var token = context.getBean(Tokens.class).issue(officer, false).token();
        return browser.send(browser.request("/api/v1/duties" + path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private String penalty(String on, String key) {
        return JSON.writeValueAsString(JSON.createObjectNode().put("item", "enforcement.penalty-decision").put("office", desk.office.code())
                .put("happenedOn", on).put("key", key).put("subject", "未批先占土地"));
    }

    private java.time.LocalDate today() {
        return openland.base.Time.dateOf(context.getBean(java.time.InstantSource.class).instant());
    }

    @Test
    void a_program_reports_a_decision_and_reads_by_when_it_must_be_public_and_why() {
        var answer = ask(desk.drafter, "POST", "", penalty("2017-09-28", "青自然资罚〔2017〕12号"));
        assertThat(answer.statusCode()).isEqualTo(201);
        var duty = json(answer);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/duties/" + duty.path("id").asString());
        assertThat(duty.path("due").asString()).isEqualTo("2017-10-13");
        assertThat(duty.path("rule").path("clock").asString()).isEqualTo("WD 7");
        assertThat(duty.path("derivation").toString()).contains("国庆");
        assertThat(duty.path("late").asBoolean()).isTrue();
        var again = ask(desk.leader, "POST", "", penalty("2017-09-28", "青自然资罚〔2017〕12号 "));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("id")).isEqualTo(duty.path("id"));
        assertThat(json(ask(desk.drafter, "GET", "/" + duty.path("id").asString(), ""))).isEqualTo(duty);
    }

    @Test
    void its_clock_is_stopped_and_runs_again() {
        var id = json(ask(desk.drafter, "POST", "", penalty(today().minusDays(2).toString(), "青自然资罚〔2026〕2号"))).path("id").asString();
        var paused = json(ask(desk.leader, "POST", "/" + id + "/moves", "{\"move\": \"pause\", \"reason\": \"等上级机关答复。\", \"on\": \"" + today().minusDays(1) + "\"}"));
        assertThat(paused.path("state").asString()).isEqualTo("paused");
        assertThat(paused.path("due").isNull()).isTrue();
        var resumed = json(ask(desk.leader, "POST", "/" + id + "/moves", "{\"move\": \"resume\", \"reason\": \"收到答复。\", \"on\": \"" + today() + "\"}"));
        assertThat(resumed.path("due").asString()).isGreaterThanOrEqualTo(resumed.path("firstDue").asString());
        assertThat(resumed.path("moves").size()).isEqualTo(2);
        assertThat(resumed.path("changes").path(1).path("to").asString()).isEqualTo(resumed.path("due").asString());
    }

    @Test
    void the_list_goes_by_the_day_and_by_state() {
        for (int i = 1; i <= 3; i++) {
            ask(desk.drafter, "POST", "", penalty("2026-03-0" + (5 - i), "列" + i + "号"));
        }
        var first = json(ask(desk.secrecy, "GET", "?limit=2", ""));
        assertThat(first.path("items").valueStream().map(duty -> duty.path("key").asString())).containsExactly("列3号", "列2号");
        var second = json(ask(desk.secrecy, "GET", "?limit=2&after=" + first.path("next").asString(), ""));
        assertThat(second.path("items").valueStream().map(duty -> duty.path("key").asString())).containsExactly("列1号");
        assertThat(second.path("items").path(0).has("derivation")).isFalse();
        assertThat(json(ask(desk.secrecy, "GET", "?state=met&office=" + desk.office.code(), "")).path("items").size()).isZero();
        assertThat(ask(desk.secrecy, "GET", "?state=late", "").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                    | 机构代码
            {"item": "no.such", "office": "OFFICE", "happenedOn": "2026-03-02", "key": "1"}        | no.such
            {"item": "enforcement.penalty-decision", "office": "NONE", "happenedOn": "2026-03-02"} | NONE
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "2026-02-30", "key": "1"} | 没有这一天
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "1999-02-03", "key": "1"} | 日历
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "2098-03-03", "key": "1"} | 还没有到
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "昨天", "key": "1"}       | 2026-03-02
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "2026-03-02"}             | 分不清
            {"item": "enforcement.penalty-decision", "office": "OFFICE", "happenedOn": "2026-03-02", "key": "\\u0000"} | 控制字符
            {"item": "enforcement.penalty-decision", "obligation": "X", "office": "OFFICE", "happenedOn": "2026-03-02", "key": "1"} | 只写一个
            """)
    void what_cannot_be_is_refused_with_a_sentence(String body, String part) {
        var answer = ask(desk.drafter, "POST", "", body.replace("OFFICE", desk.office.code()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("detail").asString()).contains(part);
        assertThat(json(ask(desk.drafter, "GET", "", "")).path("items").size()).isZero();
    }

    @Test
    void nobody_reads_or_moves_what_another_office_owes_but_the_leader_above_reads_it() {
        var id = json(ask(desk.drafter, "POST", "", penalty("2026-03-02", "青自然资罚〔2026〕9号"))).path("id").asString();
        var town = Town.of(context);
        var stranger = town.officer(town.county(), Post.LEADER);
        assertThat(ask(stranger, "GET", "/" + id, "").statusCode()).isEqualTo(404);
        assertThat(ask(stranger, "POST", "/" + id + "/moves", "{\"move\": \"cancel\", \"reason\": \"不是义务。\"}").statusCode()).isEqualTo(404);
        assertThat(ask(stranger, "GET", "?office=" + desk.office.code(), "").statusCode()).isEqualTo(404);
        var above = town.officer(town.ministry(), Post.LEADER);
        assertThat(ask(above, "GET", "/" + id, "").statusCode()).isEqualTo(200);
        assertThat(ask(above, "POST", "/" + id + "/moves", "{\"move\": \"cancel\", \"reason\": \"不是义务。\"}").statusCode()).isEqualTo(403);
        assertThat(ask(desk.leader, "POST", "/" + id + "/moves", "{\"move\": \"fly\", \"reason\": \"不是义务。\"}").statusCode()).isEqualTo(400);
        assertThat(ask(desk.leader, "GET", "/" + UUID.randomUUID(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_published_piece_of_the_same_office_and_item_is_named_to_meet_it() {
        var body = "{\"item\": \"general.document\", \"office\": \"%s\", \"happenedOn\": \"2026-11-02\", \"subject\": \"年度工作\"}".formatted(desk.office.code());
        var path = "/" + json(ask(desk.drafter, "POST", "", body)).path("id").asString() + "/moves";
        var other = "/" + json(ask(desk.drafter, "POST", "", penalty("2026-03-02", "青自然资罚〔2026〕8号"))).path("id").asString() + "/moves";
        var piece = desk.publish(desk.piece("年度工作安排"));
        Await.until(() -> context.getBean(Disclosures.class).current(piece).isPresent());
        assertThat(ask(desk.drafter, "POST", path, "{\"move\": \"meet\", \"piece\": \"" + UUID.randomUUID() + "\"}").statusCode()).isEqualTo(400);
        assertThat(ask(desk.drafter, "POST", other, "{\"move\": \"meet\", \"piece\": \"" + piece + "\"}").statusCode()).isEqualTo(409);
        var met = ask(desk.drafter, "POST", path, "{\"move\": \"meet\", \"piece\": \"" + piece + "\"}");
        assertThat(json(met).path("state").asString()).as(met.body()).isEqualTo("met");
        assertThat(json(met).path("piece").asString()).isEqualTo(piece.toString());
    }
}
