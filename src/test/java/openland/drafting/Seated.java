package openland.drafting;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.UUID;
import openland.office.Officer;
import openland.office.Town;

/** An officer at his desk in a browser of his own. With {@code -Dopenland.looks=folder} each named look is kept as a picture. */
public final class Seated {
    private static final String LOOKS = System.getProperty("openland.looks", "");
    public final Page page;
    private final String site;

    public Seated(BrowserContext context, int port, Officer officer) {
        site = "http://localhost:" + port;
        page = context.newPage();
        signIn(page, officer);
    }

    private void signIn(Page at, Officer officer) {
        at.navigate(site + "/login");
        at.locator("input[name=name]").fill(officer.name());
        at.locator("input[name=password]").fill(Town.PASSWORD);
        at.locator("main button").first().click();
        at.waitForURL(site + "/desk");
    }

    public void signInBeside(Officer officer) {
        var beside = page.context().newPage();
        signIn(beside, officer);
        beside.close();
    }

    public Seated open(String path) {
        page.navigate(site + path);
        return this;
    }

    public Seated open(UUID draft) {
        return open("/desk/drafts/" + draft);
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public String status() {
        return page.getByRole(AriaRole.STATUS).textContent();
    }

    public void decide(UUID draft, String remark, String button) {
        open(draft);
        page.locator("#remark").fill(remark);
        button(button).click();
        done();
    }

    /** Waits until the move that was asked for is made. */
    public void done() {
        page.waitForURL(address -> address.contains("?done="));
    }

    /** Goes on with Tab until the focus is there, as who has no mouse does. */
    public void tabTo(Locator target) {
        for (int i = 0; i < 300; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("e => e === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("300 tabs do not lead to " + target);
    }

    public void look(String name) {
        if (!LOOKS.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(LOOKS, name + ".png")));
        }
    }
}
