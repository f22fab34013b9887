package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import openland.OpenlandTest;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@OpenlandTest
@TestPropertySource(properties = "openland.url=https://land.example")
class SecureAddressTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;

    @Test
    void behind_https_cookies_are_secure_and_the_browser_is_told_to_stay() {
        Town.of(context);
        var browser = new Browser(environment);
        var page = browser.get("/login");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).get().asString().contains("max-age=31536000");
        var form = page.headers().allValues("Set-Cookie").getFirst();
        assertThat(form).startsWith("__Host-openland-form=").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        var value = form.substring(form.indexOf('=') + 1, form.indexOf(';'));
        var answer = browser.send(browser.request("/login").header("Cookie", "__Host-openland-form=" + value)
                .header("Origin", "https://land.example").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + browser.forgery() + "&name=root-auditor&password="
                        + (Town.PASSWORD + "3").replace(" ", "+"))));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
                assertThat(cookie).startsWith("__Host-openland=").contains("Secure", "HttpOnly", "SameSite=Lax"));
    }
}
