package openland.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import openland.Fuzzed;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.search.Question;
import org.junit.jupiter.api.BeforeAll;

/** What the address of a search or of a list's next page says: {@link Question}, {@link Address}, {@link Keyset}. */
class AddressFuzzTest {
    @BeforeAll
    static void load() {
        new AddressFuzzTest().an_address_says_what_was_asked_or_is_refused("土地".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void an_address_says_what_was_asked_or_is_refused(byte[] bytes) {
        var text = Fuzzed.text(bytes);
        refused(() -> assertThat(Question.of(text).q()).isEqualTo(text.strip()));
        refused(() -> assertThat(Question.Sort.of(text)).isNotNull());
        refused(() -> Keyset.decode(text));
        var whole = new String(bytes, StandardCharsets.UTF_8);
        var next = Keyset.of(List.of(whole, whole), 1, key -> key).next();
        assertThat(whole.isEmpty() ? "" : Keyset.decode(next)).isEqualTo(whole);
        var href = new Address(Map.of("q", whole)).href();
        assertThat(URI.create(href).getPath()).isEqualTo("/search");
        assertThat(URLDecoder.decode(href.substring("/search?q=".length()), StandardCharsets.UTF_8)).isEqualTo(whole);
    }

    private static void refused(Runnable reading) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }
}
