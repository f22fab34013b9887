package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import openland.base.database.TestDatabase;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SetupTest {
    private static final String CODE = "(?s).*Set-up code[^:]*: ([0-9A-Z-]{24}).*";

    @Test
    void whoever_reads_the_console_of_an_empty_installation_founds_it_once(CapturedOutput console) {
        var database = TestDatabase.fresh();
        try (var node = database.start()) {
            var code = console.getOut().replaceAll(CODE, "$1");
            assertThat(code).matches("([2-9A-Z]{4}-){4}[2-9A-Z]{4}");
            assertThat(database.sql().sql("select count(*) from office_setup where position(:code in encode(code_hash, 'escape')) > 0")
                    .param("code", code).query(Long.class).single()).isZero();
            var browser = new Browser(node.getEnvironment());
            assertThat(browser.get("/setup").statusCode()).isEqualTo(200);

            assertThat(browser.post("/setup", form("AAAA-AAAA-AAAA-AAAA-AAAA")).statusCode()).isEqualTo(400);
            assertThat(browser.post("/setup", form(code, "AUDITOR-name", "first-sys")).body()).contains("三个不同的人");
            assertThat(browser.post("/setup", form(code, "SECADMIN-password", "short", "SECADMIN-again", "short")).statusCode()).isEqualTo(400);
            assertThat(browser.post("/setup", form(code, "region", "99")).statusCode()).isEqualTo(400);
            assertThat(browser.post("/setup", form(code, "level", "empire")).statusCode()).isEqualTo(400);
            assertThat(node.getBean(Offices.class).all()).as("nothing half done").isEmpty();
            assertThat(node.getBean(Officers.class).byName("first-sys")).isEmpty();

            assertThat(browser.post("/setup", form(code.toLowerCase().replace("-", " "))).statusCode()).isEqualTo(303);
            assertThat(browser.get("/setup").statusCode()).isEqualTo(404);
            assertThat(browser.post("/setup", form(code)).statusCode()).isIn(403, 404);
            var county = node.getBean(Offices.class).byCode("QHX").orElseThrow();
            assertThat(node.getBean(Officers.class).byName("first-sec").orElseThrow().holds(Post.SECADMIN, county.id())).isTrue();
            assertThat(browser.signIn("first-audit", "password of audit").statusCode()).isEqualTo(303);
        }
        try (var again = database.start()) {
            assertThat(new Browser(again.getEnvironment()).get("/setup").statusCode()).isEqualTo(404);
            assertThat(console.getOut().split("Set-up code", -1)).as("printed once").hasSize(2);
        }
    }

    @Test
    void the_code_is_not_guessed(CapturedOutput console) {
        try (var node = TestDatabase.fresh().start()) {
            var browser = new Browser(node.getEnvironment());
            browser.get("/setup");
            for (int i = 0; i < 10; i++) {
                assertThat(browser.post("/setup", form("WRONG-" + i)).statusCode()).isEqualTo(400);
            }
            var answer = browser.post("/setup", form(console.getOut().replaceAll(CODE, "$1")));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("900");
        }
    }

    private static String[] form(String code, String... other) {
        var form = new ArrayList<>(List.of("code", code, "officeCode", "QHX", "officeName", "青禾县自然资源局", "level", "county",
                "region", "610112"));
        administrator(form, "SYSADMIN", "sys");
        administrator(form, "SECADMIN", "sec");
        administrator(form, "AUDITOR", "audit");
        form.addAll(List.of(other));
        return form.toArray(String[]::new);
    }

    private static void administrator(List<String> form, String post, String name) {
        form.addAll(List.of(post + "-name", "first-" + name, post + "-displayName", "某" + name,
                post + "-password", "password of " + name, post + "-again", "password of " + name));
    }
}
