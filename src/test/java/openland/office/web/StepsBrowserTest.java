package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import openland.OpenlandTest;
import openland.office.Enrolling;
import openland.office.NewOfficer;
import openland.office.Office;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Granting;
import openland.office.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of sign-in in a real browser, which runs no script of ours: none of these pages has one. */
@OpenlandTest
class StepsBrowserTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Enrolling enrolling;
    @Autowired Granting granting;
    @Autowired Officers officers;
    @Autowired JdbcClient db;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void a_new_leader_chooses_a_password_sets_up_a_second_factor_and_signs_in_with_it(int width, ColorScheme scheme) throws Exception {
        db.sql("delete from office_attempt").update();
        var town = Town.of(context);
        var county = town.county();
        var name = newLeader(town, county);
        db.sql("insert into office_factor_rule values (:office, :by, now())").param("office", county.id()).param("by", town.secadmin().id()).update();
        try (var reader = openland.Browser.reader(width, scheme)) {
            var page = reader.newPage();
            var shots = Path.of("target", "shots", width + "-" + scheme.name().toLowerCase());
            page.navigate("http://localhost:" + environment.getRequiredProperty("local.server.port") + "/login");
            look(page, shots, "login");
            signIn(page, name, "given by the office");
            look(page, shots, "once");
            page.fill("#password", "a password of mine");
            page.fill("#again", "a password of mine");
            page.click("main button");
            look(page, shots, "enrol");
            assertThat((Boolean) page.evaluate("document.querySelector('.qr').naturalWidth > 0")).as("the picture is there").isTrue();
            var secret = page.textContent("#secret").replace(" ", "");
            long step = AuthenticatorApp.step();
            page.fill("#code", AuthenticatorApp.code(secret, step));
            page.click("main button");
            look(page, shots, "recovery");
            page.click("main a.btn");
            page.waitForURL("**/desk");
            page.navigate(page.url().replace("/desk", "/desk/second-factor"));
            look(page, shots, "second-factor");
            reader.clearCookies();
            page.navigate(page.url().replace("/desk/second-factor", "/login"));
            signIn(page, name, "a password of mine");
            look(page, shots, "code");
            page.fill("#code", AuthenticatorApp.code(secret, step + 1));
            page.click("main button");
            page.waitForURL("**/desk");
            reader.clearCookies();
            page.navigate(page.url().replace("/desk", "/login"));
            signIn(page, "root-secadmin", Town.PASSWORD + "2");
            page.waitForURL("**/desk");
            page.navigate(page.url().replace("/desk", "/desk/officers"));
            look(page, shots, "officers");
        }
    }

    private String newLeader(Town town, Office county) {
        var name = "leader-" + county.code().toLowerCase();
        var id = enrolling.enrol(new NewOfficer(name, "李四", county.id(), "given by the office"), town.sysadmin());
        granting.grant(id, Post.LEADER, county.id(), town.secadmin());
        return name;
    }

    private static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("main button");
    }

    private static void look(Page page, Path shots, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(shots.resolve(name + ".png")).setFullPage(true));
        assertThat(openland.Browser.violations(page)).as(name).isEmpty();
        assertThat(openland.Browser.scrollsSideways(page)).as(name).isFalse();
    }
}
