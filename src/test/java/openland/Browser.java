package openland;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One real Chromium for all browser tests of the run. Without it the tests are skipped, but fail where {@code CI=true} or {@code -Dopenland.browser=required}. */
public final class Browser {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Of what passes axe would write down every element, which takes longer than to look at it. */
    private static final String VIOLATIONS = """
            rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']}).then(found => found.violations
              .map(rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html)))""";
    private static final Path PROGRAM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of).filter(Files::isExecutable).findFirst().orElse(Path.of("/usr/bin/chromium"));
    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser open() {
        if (shared == null) {
            boolean required = "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("openland.browser"));
            Assumptions.assumeTrue(required || Files.isExecutable(PROGRAM), "no chromium on this machine");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return shared;
    }

    /** A reader of his own, with no cookies, on a desk's screen. */
    public static BrowserContext reader() {
        return open().newContext(new NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900));
    }

    /** A reader whose browser runs no scripts. */
    public static BrowserContext plainReader() {
        return open().newContext(new NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    /** The same with a window of that width and colour scheme. */
    public static BrowserContext reader(int width, ColorScheme scheme) {
        return open().newContext(new NewContextOptions().setLocale("zh-CN").setViewportSize(width, 800).setColorScheme(scheme));
    }

    /** A reader with options of his own: without JavaScript, with a touch screen. */
    public static BrowserContext reader(NewContextOptions options) {
        return open().newContext(options.setLocale("zh-CN"));
    }

    /** What axe finds on the page (WCAG 2.0–2.2, A and AA), readable; empty when it finds nothing. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        assertThat(page.frames()).as("frames, in which nothing is looked at").hasSize(1);
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(VIOLATIONS, RULES);
    }

    /** True when the page is wider than its window. */
    public static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
