package openland.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** What reads 文号 and 索引号 out of questions and pieces: {@link DocumentNumber}, {@link IndexNumber}, {@link AskedNumbers}. */
class NumbersFuzzTest {
    @BeforeAll
    static void load() {
        new NumbersFuzzTest().numbers_read_again_from_their_key_are_the_same("烟国土资字〔2017〕138号".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void numbers_read_again_from_their_key_are_the_same(byte[] bytes) {
        var text = Fuzzed.text(bytes, Question.LONGEST);
        DocumentNumber.parse(text).ifPresent(number -> {
            assertThat(number.year()).matches("(19|20)\\d\\d");
            assertThat(DocumentNumber.parse(number.key())).contains(number);
            assertThat(DocumentNumber.keyOf(text)).isEqualTo(number.key());
        });
        var index = IndexNumber.keyOf(text);
        assertThat(IndexNumber.keyOf(index)).isEqualTo(index);
        IndexNumber.tailOf(text).ifPresent(tail -> assertThat(IndexNumber.tailOf(tail)).contains(tail));
        var asked = AskedNumbers.in(text, (field, key) -> key.length() % 7 == 0);
        assertThat(asked.numbers()).allMatch(number -> !number.key().isBlank() && !number.shown().isBlank());
        assertThat(AskedNumbers.in(asked.rest(), (field, key) -> false).numbers()).noneMatch(AskedNumber::firm);
    }
}
