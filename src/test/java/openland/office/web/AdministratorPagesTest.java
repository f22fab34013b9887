package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import openland.OpenlandTest;
import openland.base.Time;
import openland.office.Office;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class AdministratorPagesTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Offices offices;
    @Autowired Officers officers;
    @Autowired InstantSource time;
    @Autowired JdbcClient db;
    Town town;
    Office county;
    String today;
    Browser browser;

    @BeforeEach
    void arrive() {
        town = Town.of(context);
        county = town.county();
        today = Time.dateOf(time.instant()).toString();
        browser = new Browser(environment);
        db.sql("delete from office_attempt").update();
    }

    @Test
    void the_system_administrator_creates_renames_moves_and_ends_offices() {
        browser.signIn("root-sysadmin", Town.PASSWORD + "1");
        assertThat(browser.get("/desk/offices").body()).contains(county.name());
        var code = county.code() + "-A";
        var created = browser.post("/desk/offices", "name", "<b>新</b>局", "code", code, "level", "county", "region", "610113",
                "parent", "ministry", "from", today);
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).contains("&lt;b>新&lt;/b>局").doesNotContain("<b>新</b>局");
        var office = offices.byCode(code).orElseThrow();
        assertThat(browser.post("/desk/offices/" + office.id() + "/rename", "name", "更新局", "code", code, "on", today).body()).contains("更新局");
        assertThat(browser.post("/desk/offices", "name", "重码局", "code", code, "level", "county", "region", "610113",
                "parent", "MINISTRY", "from", today).statusCode()).isEqualTo(409);
        var tomorrow = Time.dateOf(time.instant()).plusDays(1).toString();
        assertThat(browser.post("/desk/offices/" + office.id() + "/move", "parent", county.code(), "on", tomorrow).statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/offices/" + office.id() + "/succeed", "successor", county.code(), "on", tomorrow).body())
                .contains("承接机构");
        assertThat(offices.at(Time.dateOf(time.instant()).plusDays(1))).extracting(Office::id).doesNotContain(office.id());
    }

    @Test
    void a_bad_form_is_refused_with_a_sentence_and_never_a_fault() {
        browser.signIn("root-sysadmin", Town.PASSWORD + "1");
        browser.get("/desk/offices");
        assertThat(browser.post("/desk/offices", "name", "x").statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/offices", "name", "某局", "code", "ABC", "level", "county", "region", "610113",
                "parent", "MINISTRY", "from", "yesterday").statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/offices/not-an-id/rename", "name", "某局", "code", "ABC", "on", today).statusCode()).isEqualTo(404);
        assertThat(browser.get("/desk/journal?after=!!").statusCode()).isBetween(400, 403);
    }

    @Test
    void accounts_come_from_one_administrator_and_posts_from_another() {
        browser.signIn("root-sysadmin", Town.PASSWORD + "1");
        browser.get("/desk/officers");
        var name = "page-" + county.code().toLowerCase();
        assertThat(browser.post("/desk/officers", "name", name, "displayName", "李四", "office", county.code(), "password", "ten signs at least")
                .statusCode()).isEqualTo(200);
        var id = officers.byName(name).orElseThrow().id();
        assertThat(browser.post("/desk/officers/" + id + "/grant", "post", "DRAFTER", "office", county.code()).statusCode()).isEqualTo(403);
        var security = new Browser(environment);
        security.signIn("root-secadmin", Town.PASSWORD + "2");
        security.get("/desk/officers");
        assertThat(security.post("/desk/officers/" + id + "/grant", "post", "DRAFTER", "office", county.code()).body()).contains("拟稿岗");
        assertThat(security.post("/desk/officers/" + id + "/grant", "post", "AUDITOR", "office", county.code()).statusCode()).isEqualTo(409);
        assertThat(security.post("/desk/officers/" + id + "/close").statusCode()).isEqualTo(403);
        security.get("/desk/officers");
        assertThat(security.post("/desk/officers/" + id + "/take", "post", "DRAFTER", "office", county.code()).statusCode()).isEqualTo(200);
        assertThat(officers.byId(id).orElseThrow().posts()).isEmpty();
        browser.get("/desk/officers");
        assertThat(browser.post("/desk/officers/" + id + "/password", "password", "another ten signs").statusCode()).isEqualTo(200);
        assertThat(browser.post("/desk/officers/" + id + "/close").body()).contains("已停用");
        assertThat(new Browser(environment).signIn(name, "another ten signs").statusCode()).isEqualTo(401);
        assertThat(browser.post("/desk/officers/" + id + "/reopen").statusCode()).isEqualTo(200);
        assertThat(new Browser(environment).signIn(name, "another ten signs").statusCode()).isEqualTo(303);
    }

    @Test
    void the_auditor_reads_searches_and_verifies_the_journal() {
        var drafter = town.officer(county, Post.DRAFTER);
        browser.signIn("root-auditor", Town.PASSWORD + "3");
        assertThat(browser.get("/desk/journal?subject=" + drafter.id()).body()).contains("office.officer-enrolled", "office.post-granted", county.name());
        assertThat(browser.get("/desk/journal?officer=root-auditor").body()).contains("office.signed-in").doesNotContain("office.post-granted");
        assertThat(browser.get("/desk/journal?officer=nobody").body()).doesNotContain("office.");
        browser.get("/desk/journal");
        assertThat(browser.post("/desk/journal/verify").body()).contains("与链一致");
        assertThat(browser.get("/desk/journal").body()).contains("journal.verified");
    }

    @Test
    void an_auditor_of_a_county_reads_of_that_county_only() {
        var auditor = town.officer(county, Post.AUDITOR);
        var elsewhere = town.officer(town.county(), Post.DRAFTER);
        browser.signIn(auditor.name(), Town.PASSWORD);
        assertThat(browser.get("/desk/journal").body()).contains(auditor.id().toString()).doesNotContain(elsewhere.id().toString());
        assertThat(browser.get("/desk/journal?subject=" + elsewhere.id()).body()).doesNotContain("office.officer-enrolled");
    }

    @Test
    void the_three_see_their_own_pages_and_nobody_else_any() {
        for (var post : Post.values()) {
            var officer = town.officer(county, post);
            var visitor = new Browser(environment);
            visitor.signIn(officer.name(), Town.PASSWORD);
            assertThat(visitor.get("/desk/offices").statusCode()).as("offices " + post).isEqualTo(post == Post.SYSADMIN ? 200 : 403);
            assertThat(visitor.get("/desk/officers").statusCode()).as("officers " + post)
                    .isEqualTo(post == Post.SYSADMIN || post == Post.SECADMIN ? 200 : 403);
            assertThat(visitor.get("/desk/journal").statusCode()).as("journal " + post).isEqualTo(post == Post.AUDITOR ? 200 : 403);
            assertThat(visitor.get("/desk/password").statusCode()).isEqualTo(200);
        }
    }
}
