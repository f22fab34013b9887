package openland.drafting.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** Works at the desk of the demonstration in a browser. */
record Typist(int port, String password) {
    private static final String PASTE = """
            (element, [html, plain]) => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', plain);
              element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""";

    Page signIn(Page page, String name) {
        page.navigate(url("/login"));
        page.getByLabel("用户名").fill(name);
        page.getByLabel("密码").fill(password);
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        page.waitForURL(url("/desk"));
        return page;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** As from the clipboard of another program. */
    static void paste(Locator into, String html, String plain) {
        into.evaluate(PASTE, List.of(html, plain));
    }
}
