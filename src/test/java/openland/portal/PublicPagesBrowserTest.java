package openland.portal;

import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.piece;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import openland.Browser;
import org.junit.jupiter.api.Test;

/** The public pages as a browser shows them: nobody is shut out, nothing is cut off. Pictures are left in {@code target/screens}. */
class PublicPagesBrowserTest {
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("piece", DemoSite.page(piece("临时用地管理细则").id()));
        pages.put("penalty", DemoSite.page(piece("柳河新型建材").id()));
        pages.put("catalogue", "/catalogue");
        pages.put("item", "/catalogue/enforcement.penalty-decision");
        pages.put("offices", "/offices");
        pages.put("office", "/offices/DEMO349821");
        pages.put("ledger", "/ledger");
        return pages;
    }

    @Test
    void every_public_page_is_free_of_axe_findings_light_and_dark_on_a_desk_and_a_phone() {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1280, 360}) {
                try (var reader = Browser.reader(width, scheme)) {
                    var tab = reader.newPage();
                    pages().forEach((name, path) -> {
                        tab.navigate(DemoSite.address(HERE) + path);
                        var what = name + " " + scheme + " " + width;
                        tab.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                                .setPath(Path.of("target/screens/" + name + "-" + scheme.name().toLowerCase() + "-" + width + ".png")));
                        assertThat(Browser.violations(tab)).as(what).isEmpty();
                        assertThat(Browser.scrollsSideways(tab)).as(what).isFalse();
                    });
                }
            }
        }
    }
}
