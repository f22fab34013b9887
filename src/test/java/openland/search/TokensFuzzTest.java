package openland.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** The cutting of texts for the index: {@link TokenScanner}. */
class TokensFuzzTest {
    @BeforeAll
    static void load() {
        new TokensFuzzTest().tokens_stand_in_the_text_one_behind_the_other("2017年 e\u0301".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void tokens_stand_in_the_text_one_behind_the_other(byte[] bytes) {
        var text = Fuzzed.text(bytes);
        int start = 0;
        int characters = 0;
        for (var token : TokenScanner.all(text)) {
            assertThat(token.text()).isNotEmpty();
            assertThat(token.start()).isBetween(start, text.length() - 1);
            assertThat(token.end()).isBetween(token.start() + 1, text.length());
            start = token.start();
            characters += token.text().length();
        }
        assertThat(characters).as("levelling makes at most 18 characters of one").isLessThanOrEqualTo(18 * text.length());
        assertThat(TokenScanner.all(text + " 国").getLast().text()).isEqualTo("国");
    }
}
