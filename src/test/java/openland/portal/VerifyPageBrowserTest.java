package openland.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import openland.Browser;
import openland.page.SiteUrl;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that verifies a piece in the reader's browser, with good answers and with changed ones. */
class VerifyPageBrowserTest {
    private static final String ADDRESS = DemoSite.address(HERE) + DemoSite.page(piece("临时用地管理细则").id()) + "/editions/1/verify";

    @Test
    void a_good_piece_is_verified_down_to_the_signature_and_the_page_suits_everybody() {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1280, 390}) {
                try (var reader = Browser.reader(width, scheme)) {
                    var tab = reader.newPage();
                    tab.navigate(ADDRESS);
                    assertThat(tab.locator("[data-verify]")).hasAttribute("data-verify", "good");
                    assertThat(tab.locator("#result")).containsText("核对通过");
                    assertThat(tab.locator("#steps li")).hasCount(3);
                    tab.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                            .setPath(Path.of("target/screens/verify-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")));
                    assertThat(Browser.violations(tab)).isEmpty();
                    assertThat(Browser.scrollsSideways(tab)).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "leaf", "index", "hash", "root", "signature", "key"})
    void a_changed_answer_is_found_out(String what) {
        try (var reader = Browser.reader()) {
            switch (what) {
                case "canonical" -> change(reader, "**/canonical", body -> body.replaceFirst("细则", "规则"));
                case "leaf" -> change(reader, "**/ledger/proof/**", VerifyPageBrowserTest::withOtherLeaf);
                case "index" -> change(reader, "**/ledger/proof/**", body -> body.replaceFirst("(?m)^index \\d+$", "index 0"));
                case "hash" -> change(reader, "**/ledger/proof/**", body -> withOther(body, 3));
                case "root" -> change(reader, "**/ledger/proof/**", body -> withOther(body, body.split("\n\n")[0].lines().toList().size() + 3));
                case "signature" -> change(reader, "**/ledger/proof/**", VerifyPageBrowserTest::withOtherSignature);
                default -> change(reader, "**/ledger/key", body -> body.replaceFirst("\\+[0-9a-f]{8}\\+", "+01234567+"));
            }
            var tab = reader.newPage();
            tab.navigate(ADDRESS);
            assertThat(tab.locator("[data-verify]")).hasAttribute("data-verify", "bad");
            assertThat(tab.locator("#result")).containsText("核对不通过");
        }
    }

    @Test
    void without_scripts_the_page_says_what_to_do_and_shows_the_commands() {
        var page = DemoSite.get(HERE, ADDRESS.substring(DemoSite.address(HERE).length())).body();
        assertThat(page).contains("不运行也可以用下面的命令核对", "openssl pkeyutl", "openssl dgst -sm3", "c2sp.org/tlog-proof@v1");
    }

    /** The very commands of the page, with the address under which the test reaches the site. */
    @Test
    void the_commands_on_the_page_work(@TempDir Path folder) throws Exception {
        assumeTrue(Stream.of("bash", "curl", "xxd", "openssl").allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name))),
                "no bash, curl, xxd or openssl on this machine");
        var commands = Jsoup.parse(DemoSite.get(HERE, ADDRESS.substring(DemoSite.address(HERE).length())).body()).select("pre").eachText();
        var said = run(folder, commands.get(0) + "\n" + commands.get(1));
        var leaf = commands.get(2);
        assertThat(said.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)).limit(2))
                .allMatch(digest -> digest.length() == 64 && leaf.contains("\"" + digest + "\"")).doesNotHaveDuplicates();
        assertThat(said.lines().filter(line -> line.equals("Signature Verified Successfully"))).hasSize(2);
    }

    private static String run(Path folder, String commands) throws Exception {
        var shown = HERE.getBean(SiteUrl.class).of("");
        var process = new ProcessBuilder("bash", "-c", commands.replace(shown, DemoSite.address(HERE))).directory(folder.toFile())
                .redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void change(BrowserContext reader, String address, UnaryOperator<String> change) {
        reader.route(address, route -> {
            var answer = route.fetch();
            var changed = change.apply(answer.text());
            assertThat(changed).isNotEqualTo(answer.text());
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(changed));
        });
    }

    private static String withOtherLeaf(String proof) {
        var extra = proof.lines().toList().get(1).substring("extra ".length());
        var leaf = new String(Base64.getDecoder().decode(extra), StandardCharsets.UTF_8).replace("\"time\":\"2", "\"time\":\"1");
        return proof.replace(extra, Base64.getEncoder().encodeToString(leaf.getBytes(StandardCharsets.UTF_8)));
    }

    /** Another first sign in one line of Base64. */
    private static String withOther(String text, int line) {
        var lines = new ArrayList<>(text.lines().toList());
        var old = lines.get(line);
        lines.set(line, (old.charAt(0) == 'A' ? 'B' : 'A') + old.substring(1));
        return String.join("\n", lines) + "\n";
    }

    private static String withOtherSignature(String proof) {
        var line = proof.lines().filter(found -> found.startsWith("— ")).findFirst().orElseThrow();
        int at = line.length() - 10;
        return proof.replace(line, line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1));
    }
}
