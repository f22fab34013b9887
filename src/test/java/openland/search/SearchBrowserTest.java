package openland.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openland.Browser;
import openland.OpenlandTest;
import openland.search.Press.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@OpenlandTest
class SearchBrowserTest {
    private static final int MOST_TABS = 15;

    @Autowired
    private ApplicationContext context;
    @LocalServerPort
    private int port;

    @BeforeEach
    void publish() {
        var press = new Press(context);
        press.publish(Sheet.of("河道采砂许可公示", "<p>许可期限三年，年采量十万吨。</p>").numbered("青自然资砂〔2026〕1号"));
        press.publish(new Sheet("河道采砂许可注销公告", "<p>因规划调整注销。</p>", null, null, "2024-03-05"));
    }

    private String address(String q) {
        return "http://localhost:" + port + "/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    @Test
    void the_page_of_a_search_is_accessible_in_light_dark_and_on_a_phone() {
        for (int width : new int[] {1280, 360}) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext reader = Browser.reader(width, scheme)) {
                    var page = reader.newPage();
                    for (var q : List.of("", "河道采砂", "青自然资砂2026-1 河道采砂", "河道采砂许可多久能办下来", "青自然资砂〔2026〕999号")) {
                        page.navigate(address(q));
                        assertThat(Browser.violations(page)).as(width + " " + scheme + " " + q).isEmpty();
                        assertThat(Browser.scrollsSideways(page)).as(width + " " + q).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void filters_and_order_are_links_and_the_address_is_the_whole_state() {
        try (BrowserContext reader = Browser.reader()) {
            var page = reader.newPage();
            page.navigate(address("河道采砂许可"));
            page.locator(".facet a:has-text('2024年')").first().click();
            assertThat(page.url()).contains("from=2024-01-01", "to=2024-12-31");
            assertThat(page.locator(".hit h2").allInnerTexts()).containsOnly("河道采砂许可注销公告");
            assertThat(page.locator("#q").inputValue()).isEqualTo("河道采砂许可");
            assertThat(page.locator("#from").inputValue()).isEqualTo("2024-01-01");
            page.getByText("改为最早在前").click();
            assertThat(page.url()).contains("sort=oldest", "from=2024-01-01");
            page.locator(".facet a:has-text('全部')").last().click();
            page.fill("#q", "青自然资砂【2026】1号");
            page.press("#q", "Enter");
            assertThat(page.locator(".hit").first().innerText()).contains("河道采砂许可公示", "文号完全一致");
            page.locator(".hit a").first().click();
            assertThat(page.url()).contains("/disclosures/");
        }
    }

    @Test
    void the_first_hit_is_at_most_15_tabs_away() {
        try (BrowserContext reader = Browser.reader()) {
            var page = reader.newPage();
            page.navigate(address("河道采砂许可"));
            int tabs = 0;
            while (!focusIsInHit(page)) {
                page.keyboard().press("Tab");
                assertThat(++tabs).isLessThanOrEqualTo(MOST_TABS);
            }
        }
    }

    private static boolean focusIsInHit(Page page) {
        return (Boolean) page.evaluate("document.activeElement.closest('.hit') !== null");
    }
}
