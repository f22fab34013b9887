package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import openland.OpenlandTest;
import openland.office.Officer;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests for programs: filed, listed, moved; and nothing for who may not. */
@OpenlandTest
class RequestsApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILING = """
            {"clientKey": "intake-%s", "office": "%s", "applicant": {"kind": "COMPANY", "name": "青禾测绘有限公司", "contact": "李工", "phone": "0555-7012345"},
             "channel": "REGISTERED_POST", "arrivedOn": "2026-11-20", "asks": ["耕地质量等级数据", "石桥村征地公告"], "form": "电子文件", "delivery": "电子邮件"}""";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private Counter counter;
    private String desk;

    @BeforeEach
    void begin() throws Exception {
        counter = new Counter(context);
        desk = token(counter.desk);
    }

    private String token(Officer officer) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("name", officer.name()).put("password", Town.PASSWORD).toString();
        return call("POST", "/tokens", body, "", 0).get("token").asString();
    }

    private JsonNode call(String method, String path, String body, String token, int status) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path)).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            asked.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(asked.build(), BodyHandlers.ofString());
        assertThat(status == 0 || answer.statusCode() == status).as("%s %s: %d %s", method, path, answer.statusCode(), answer.body()).isTrue();
        return JSON.readTree(answer.body());
    }

    private JsonNode filed(int status) throws Exception {
        return call("POST", "/requests", FILING.formatted(counter.id(), counter.office.code()), desk, status);
    }

    @Test
    void a_form_of_another_system_is_filed_once() throws Exception {
        var first = filed(201);
        assertThat(first.get("requests").size()).isEqualTo(2);
        assertThat(first.get("code").asString()).isNotBlank();
        assertThat(filed(200)).isEqualTo(first);
        var one = call("GET", "/requests/" + first.get("requests").get(0).get("id").asString(), "", desk, 200);
        assertThat(one.get("due").asString()).isEqualTo("2026-12-18");
        assertThat(one.get("derivation").toString()).contains("第三十一条");
        assertThat(one.get("events").get(0).get("move").asString()).isEqualTo("confirm");
        assertThat(one.get("applicant").get("name").asString()).isEqualTo("青禾测绘有限公司");
        assertThat(call("GET", "/requests/" + one.get("id").asString(), "", token(counter.secrecy), 200).has("applicant")
                && !call("GET", "/requests/" + one.get("id").asString(), "", token(counter.secrecy), 200).get("applicant").isNull()).as("names are for the counter and leaders").isFalse();
    }

    @Test
    void a_move_is_made_once_and_only_where_it_may_be() throws Exception {
        var path = "/requests/" + filed(201).get("requests").get(0).get("id").asString();
        var asked = "{\"move\": \"ask_correction\", \"remark\": \"请写明哪一年\", \"detail\": {\"by\": \"2026-12-31\"}}";
        var moved = call("POST", path + "/moves", asked, desk, 200);
        assertThat(moved.get("stage").asString()).isEqualTo("CORRECTING");
        assertThat(moved.get("due").isNull()).isTrue();
        assertThat(call("POST", path + "/moves", asked, desk, 200).get("events").size()).isEqualTo(moved.get("events").size());
        call("POST", path + "/moves", "{\"move\": \"extend\", \"remark\": \"材料多\", \"detail\": {\"days\": \"20\"}}", desk, 403);
        call("POST", path + "/moves", "{\"move\": \"fly\"}", desk, 400);
        call("POST", path + "/moves", "{\"move\": \"deliver\"}", desk, 400);
        call("POST", path + "/moves", "{\"move\": \"correct\", \"on\": \"2026-13-40\", \"remark\": \"是2025年\"}", desk, 400);
        call("POST", path + "/moves", "{\"move\": \"assign\"}", desk, 409);
    }

    @Test
    void the_list_goes_on_page_by_page_and_shows_nobody_anothers_book() throws Exception {
        var expected = new ArrayList<String>();
        filed(201).get("requests").forEach(one -> expected.addFirst(one.get("id").asString()));
        for (int i = 0; i < 3; i++) {
            expected.addFirst(counter.on("2026-11-20").asks("第" + i + "号公告").id().toString());
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = call("GET", "/requests?limit=2&year=2026&stage=registered&office=" + counter.office.code() + (next.isEmpty() ? "" : "&after=" + next), "", desk, 200);
            page.get("items").forEach(one -> {
                seen.add(one.get("id").asString());
                assertThat(one.get("applicant").isNull()).isTrue();
            });
            next = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).isEqualTo(expected);
        var other = new Counter(context);
        call("GET", "/requests?office=" + counter.office.code(), "", token(other.desk), 404);
        assertThat(call("GET", "/requests", "", token(other.desk), 200).get("items")).isEmpty();
        call("GET", "/requests/" + seen.getFirst(), "", token(other.desk), 404);
        call("POST", "/requests/" + seen.getFirst() + "/moves", "{\"move\": \"assign\"}", token(other.desk), 404);
        call("POST", "/requests", FILING.formatted("x", counter.office.code()), token(other.desk), 403);
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() throws Exception {
        for (var body : new String[] {"{}", "[]", "{\"asks\": 1}", FILING.formatted("a", "NONE"), FILING.formatted("b!", counter.office.code()),
                FILING.formatted("c" + counter.id(), counter.office.code()).replace("COMPANY", "MARTIAN"), FILING.formatted("d" + counter.id(), counter.office.code()).replace("REGISTERED_POST", "WEB"),
                FILING.formatted("e" + counter.id(), counter.office.code()).replace("2026-11-20", "2099-01-01"), FILING.formatted("f" + counter.id(), counter.office.code()).replace("[\"耕地质量等级数据\", \"石桥村征地公告\"]", "[null]")}) {
            call("POST", "/requests", body, desk, 400);
        }
        for (var query : new String[] {"?after=x", "?after=eA", "?limit=0", "?limit=1001", "?stage=none", "?year=1", "?year=x", "?office=NONE"}) {
            call("GET", "/requests" + query, "", desk, 400);
        }
        assertThat(call("GET", "/requests", "", desk, 200).get("items")).isEmpty();
        call("GET", "/requests", "", "", 401);
    }
}
