package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PagesOnly
class MaintenanceTest {
    @TempDir static Path folder;
    @Autowired Environment environment;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) {
        properties.add("openland.files", folder::toString);
    }

    @AfterEach
    void reopen() throws IOException {
        Files.deleteIfExists(folder.resolve("maintenance"));
    }

    @Test
    void the_site_is_closed_with_its_own_words_while_the_file_is_there() throws IOException {
        close("11月22日20时至22时升级，<b>期间不能访问</b>。\n");
        var page = wire().get("/desk/drafts", "Accept: text/html");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("300");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy")).isNotEmpty();
        assertThat(page.body()).contains("11月22日20时至22时升级，&lt;b&gt;期间不能访问&lt;/b&gt;。", "再试一次");
        assertThat(wire().get("/api/v1/catalogue").body()).contains("\"status\":503", "20时至22时升级");
        reopen();
        assertThat(wire().get("/desk/drafts", "Accept: text/html").status()).isEqualTo(404);
    }

    @Test
    void an_empty_file_and_one_that_is_no_text_close_it_too() throws IOException {
        close("");
        assertThat(wire().get("/", "Accept: text/html").body()).contains("网站正在维护");
        Files.write(folder.resolve("maintenance"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(wire().get("/", "Accept: text/html").body()).contains("网站正在维护");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openland.css", "/favicon.svg", "/actuator/health/liveness"})
    void health_and_what_the_page_is_drawn_with_are_served(String path) throws IOException {
        int before = wire().get(path).status();
        close("维护。");
        assertThat(wire().get(path).status()).isEqualTo(before).isNotEqualTo(503);
    }

    private static void close(String words) throws IOException {
        Files.writeString(folder.resolve("maintenance"), words);
    }

    private Wire wire() {
        return Wire.to(environment);
    }
}
