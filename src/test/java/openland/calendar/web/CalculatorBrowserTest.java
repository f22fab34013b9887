package openland.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import openland.Browser;
import openland.OpenlandTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The calculator in a real browser; with {@code -Dopenland.screens=FOLDER} it takes pictures. */
@OpenlandTest
class CalculatorBrowserTest {
    private static final String SCREENS = System.getProperty("openland.screens", "");
    private static final String PAUSED = "/help/working-days?start=2025-04-01&kind=WD&n=20&sent=2025-04-07&received=2025-04-25";

    @LocalServerPort
    private int port;

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    @Test
    void somebody_asks_for_seven_working_days_and_reads_why_it_is_that_day() {
        try (var reader = Browser.reader()) {
            var page = reader.newPage();
            page.navigate(url("/"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("工作日计算")).click();
            page.getByLabel("起算日").fill("2017-09-28");
            page.getByLabel("期限").fill("7");
            page.getByLabel("单位").selectOption("WD");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("计算").setExact(true)).click();
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("2017年10月13日（星期五）");
            assertThat(page.getByRole(AriaRole.MAIN).innerText()).contains("9月30日（周六）中秋节、国庆节调休上班，计。");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("30日").setExact(true)).click();
            assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("2017年10月30日（星期一）");   // the 28th is a Saturday
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
    void everybody_can_read_it(int width, ColorScheme scheme) {
        try (var reader = Browser.reader(width, scheme)) {
            var page = reader.newPage();
            page.navigate(url(PAUSED));
            picture(page, "calculator-" + width + "-" + scheme);
            assertThat(Browser.violations(page)).isEmpty();
            assertThat(Browser.scrollsSideways(page)).isFalse();
            page.navigate(url("/help/working-days?start=2026-12-11&kind=CD&n=25"));
            picture(page, "provisional-" + width + "-" + scheme);
            assertThat(page.getByText("暂定", new Page.GetByTextOptions().setExact(true)).count()).isOne();
            assertThat(Browser.violations(page)).isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        if (!SCREENS.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(SCREENS, name + ".png")));
        }
    }
}
