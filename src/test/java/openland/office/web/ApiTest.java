package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openland.OpenlandTest;
import openland.base.Digests;
import openland.office.Enrolling;
import openland.office.Granting;
import openland.office.Level;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.office.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenlandTest
class ApiTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired Offices offices;
    @Autowired Enrolling enrolling;
    Town town;
    Officer officer;
    Browser program;

    @BeforeEach
    void arrive() {
        town = Town.of(context);
        officer = town.officer(town.county(), Post.DRAFTER);
        program = new Browser(environment);
        db.sql("delete from office_attempt").update();
    }

    @Test
    void a_token_is_given_for_eight_hours_and_only_its_digest_is_kept() {
        var answer = token(officer.name(), Town.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        var token = json.readTree(answer.body());
        assertThat(Instant.parse(token.get("expiresAt").asString()))
                .isBetween(Instant.now().plus(Duration.ofMinutes(479)), Instant.now().plus(Duration.ofMinutes(481)));
        var kept = db.sql("select hash from office_token where officer = :id").param("id", officer.id()).query(byte[].class).single();
        assertThat(kept).isEqualTo(Digests.sha256(token.get("token").asString().getBytes()));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(program.hasNoCookies()).isTrue();
    }

    @Test
    void a_token_opens_the_officers_api_until_it_is_revoked() {
        var token = json.readTree(token(officer.name(), Town.PASSWORD).body()).get("token").asString();
        assertThat(get("/api/v1/drafts/nothing", "Bearer " + token).statusCode()).isNotEqualTo(401);
        assertThat(program.send(program.request("/api/v1/tokens").header("Authorization", "Bearer " + token).DELETE()).statusCode())
                .isEqualTo(204);
        assertRefused(get("/api/v1/drafts/nothing", "Bearer " + token), 401);
        assertThat(program.hasNoCookies()).isTrue();
    }

    @Test
    void a_token_ends_with_its_hours_with_the_account_and_with_the_password() {
        var old = json.readTree(token(officer.name(), Town.PASSWORD).body()).get("token").asString();
        db.sql("update office_token set expires_at = created_at where officer = :id").param("id", officer.id()).update();
        assertRefused(get("/api/v1/offices", "Bearer " + old), 401);
        var next = json.readTree(token(officer.name(), Town.PASSWORD).body()).get("token").asString();
        enrolling.resetPassword(officer.id(), "another password", town.sysadmin());
        assertRefused(get("/api/v1/offices", "Bearer " + next), 401);
        assertRefused(token(officer.name(), "another password"), 401);
        context.getBean(Granting.class).release(officer.id(), town.secadmin());
        assertRefused(token(officer.name(), "another password"), 403);
        enrolling.choosePassword("a password of mine", null, officer);
        var last = json.readTree(token(officer.name(), "a password of mine").body()).get("token").asString();
        enrolling.close(officer.id(), town.sysadmin());
        assertRefused(get("/api/v1/offices", "Bearer " + last), 401);
        assertRefused(token(officer.name(), "a password of mine"), 401);
    }

    @Test
    void who_is_not_signed_in_reads_how_to_get_a_token() {
        for (var answer : List.of(get("/api/v1/drafts/" + officer.id(), null), get("/api/v1/import", "Bearer guess"),
                get("/api/v1/duties", "Basic dTpw"))) {
            assertRefused(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
        }
    }

    @Test
    void a_signed_in_browser_is_nobody_to_the_api_so_no_page_can_forge_a_call() {
        program.signIn(officer.name(), Town.PASSWORD);
        assertRefused(get("/api/v1/drafts/" + officer.id(), null), 401);
        assertRefused(program.send(program.request("/api/v1/tokens").DELETE()), 401);
    }

    @Test
    void wrong_words_are_refused_and_lock_the_name_as_on_the_page() {
        for (int i = 0; i < 5; i++) {
            assertRefused(token(officer.name(), "wrong password"), 401);
        }
        assertRefused(token(officer.name(), Town.PASSWORD), 429);
        assertRefused(program.send(program.request("/api/v1/tokens").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"x\"}"))), 400);
    }

    @Test
    void offices_are_listed_page_by_page_in_the_shape_of_the_contract() {
        var city = town.office("CITY-" + officer.name(), "某市局", Level.CITY, "610100", town.ministry());
        for (int i = 0; i < 3; i++) {
            town.county();
        }
        var codes = new ArrayList<String>();
        JsonNode page;
        var path = "/api/v1/offices?limit=2";
        do {
            page = json.readTree(get(path, null).body());
            assertThat(page.propertyNames()).containsExactlyInAnyOrder("items", "next");
            page.get("items").forEach(item -> codes.add(item.get("code").asString()));
            path = "/api/v1/offices?limit=2&after=" + page.get("next").asString("");
        } while (!page.get("next").isNull());
        assertThat(codes).isEqualTo(offices.all().stream().map(office -> office.code()).toList()).doesNotHaveDuplicates();
        assertThat(json.readTree(get("/api/v1/offices/" + city.code(), null).body())).isEqualTo(json.readTree("""
                {"code": "%s", "name": "某市局", "level": "city", "region": "610100", "parent": "MINISTRY"}""".formatted(city.code())));
        assertThat(json.readTree(get("/api/v1/offices/ministry", null).body()).get("parent").isNull()).isTrue();
    }

    @Test
    void the_same_offices_are_not_sent_twice() {
        var tag = get("/api/v1/offices", null).headers().firstValue("ETag").orElseThrow();
        assertThat(program.send(program.request("/api/v1/offices").header("If-None-Match", tag).GET()).statusCode()).isEqualTo(304);
    }

    @Test
    void what_cannot_be_is_refused_with_a_sentence() {
        assertRefused(get("/api/v1/offices/NO-SUCH-OFFICE", null), 404);
        for (var query : List.of("limit=0", "limit=1001", "limit=x", "after=!!!", "after=OQ", "after=eHh4")) {
            assertThat(get("/api/v1/offices?" + query, null).statusCode()).as(query).isEqualTo(400);
        }
    }

    private HttpResponse<String> token(String name, String password) {
        return program.send(program.request("/api/v1/tokens").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")));
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) {
        HttpRequest.Builder request = program.request(path).GET();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return program.send(request);
    }

    private void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).get("detail").asString()).contains("。");
    }
}
