package openland.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import openland.Browser;
import openland.drafting.Seated;
import openland.office.Officer;

/** An officer at the pages of requests, in a browser that runs no scripts. */
final class AtDesk {
    final Seated seated;
    final Page page;

    AtDesk(int port, Officer officer) {
        seated = new Seated(Browser.plainReader(), port, officer);
        page = seated.page;
    }

    AtDesk at(InformationRequest one) {
        seated.open("/desk/requests/" + one.id());
        return this;
    }

    AtDesk reply(InformationRequest one) {
        seated.open("/desk/requests/" + one.id() + "/reply");
        return this;
    }

    /** Unfolds the form of that name. */
    AtDesk unfold(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
        return this;
    }

    AtDesk fill(String id, String words) {
        page.locator("#" + id).fill(words);
        return this;
    }

    AtDesk choose(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
        return this;
    }

    /** Sends the form and waits for the page that says it is done. */
    AtDesk press(String button) {
        seated.button(button).first().click();
        seated.done();
        return this;
    }

    AtDesk refused(String button, String because) {
        seated.button(button).first().click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).containsText(because);
        return this;
    }

    AtDesk says(String words) {
        assertThat(main()).containsText(words);
        return this;
    }

    AtDesk isSilentOn(String words) {
        assertThat(main()).not().containsText(words);
        return this;
    }

    private Locator main() {
        return page.locator("main");
    }

    /** Small and large, light and dark: readable for all, and nothing scrolls sideways. */
    AtDesk look(String name) {
        for (int width : new int[] {1280, 390}) {
            for (var scheme : new ColorScheme[] {LIGHT, DARK}) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                seated.look(name + "-" + width + "-" + scheme);
                assertThat(Browser.scrollsSideways(page)).as(name + " at " + width).isFalse();
            }
        }
        page.setViewportSize(1280, 900);
        return this;
    }
}
