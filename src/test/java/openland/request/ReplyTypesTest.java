package openland.request;

import static openland.request.LetterSamples.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of the 22 reply types, and that a wrong one fails the start. */
class ReplyTypesTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 20);

    @Test
    void there_are_22_and_each_row_of_the_table_of_2021_has_its_type() {
        assertThat(TYPES.all()).hasSize(22).extracting(ReplyType::row).containsExactly("一", "一", "二", "三1", "三2", "三3", "三4", "三5", "三6", "三7", "三8",
                "四1", "四2", "四3", "五1", "五2", "五3", "五4", "五5", "六1", "六2", "六3");
    }

    @ParameterizedTest
    @CsvSource({"R01,,3.3.1", "R02,,3.3.2", "R03,,3.3.3", "R04,,3.3.4.1", "R05,,3.3.4.6", "R06,公共安全,3.3.4.4", "R07,商业秘密,3.3.4.2", "R07,个人隐私,3.3.4.3",
            "R08,,3.3.4.6", "R09,,3.3.4.6", "R10,,3.3.4.6", "R11,,3.3.8", "R12,非本机关,3.3.5", "R12,不存在,3.3.6", "R13,,3.3.6", "R14,,3.3.7", "R15,,3.3.8", "R16,,3.3.8",
            "R17,,3.3.8", "R20,,3.3.7"})
    void each_type_has_its_row_of_the_form_of_2014(String code, String choice, String row) {
        assertThat(TYPES.byCode(code).formerRow(choice)).contains(row);
    }

    @ParameterizedTest
    @CsvSource({"R01,,第三十六条第（一）项", "R03,,第三十七条", "R05,,第十四条、第三十六条第（三）项", "R07,商业秘密,第十五条、第三十二条、第三十六条第（三）项", "R08,,第十六条第一款、第三十六条第（三）项",
            "R11,,第三十六条第（七）项", "R12,非本机关,第三十六条第（五）项", "R12,不存在,第三十六条第（四）项", "R13,,第三十八条", "R15,,第三十九条第一款", "R16,,第三十六条第（六）项",
            "R17,,第三十九条第二款", "R18,,第三十五条", "R20,,第三十条", "R21,,第四十二条"})
    void each_type_rests_on_its_article_of_2019(String code, String choice, String article) {
        assertThat(TYPES.byCode(code).article(choice, NOW)).contains(article);
    }

    /** What the program does besides writing, and for which of them: 第三十条、第三十二条、第三十三条第一款、第三十五条、第三十六条第五项、第三十七条. */
    @ParameterizedTest
    @CsvSource({"POINTS, R01", "GIVES, R02", "GIVES_PART, R03", "AFTER_VIEW, R07", "AFTER_SEARCH, R12 不存在", "ELSEWHERE, R12 非本机关", "AFTER_CORRECTION, R14", "AFTER_REASONS, R18"})
    void each_trait_is_of_one_reply_and_of_no_other(ReplyTrait trait, String only) {
        var having = TYPES.all().stream().flatMap(type -> type.choices().isEmpty() || type.is(trait, null) ? Stream.of(type).filter(one -> one.is(trait, null)).map(ReplyType::code)
                : type.choices().stream().filter(choice -> type.is(trait, choice)).map(choice -> type.code() + " " + choice));
        assertThat(having).containsExactly(only);
    }

    @Test
    void those_that_close_a_request_that_was_given_up_are_drafted_by_nobody() {
        assertThat(TYPES.all()).filteredOn(type -> !type.isDrafted()).extracting(ReplyType::code).containsExactly("R20", "R21");
        assertThat(TYPES.is(ReplyTrait.ELSEWHERE, "R12", "3.3.6")).as("the row of an old book is no choice").isFalse();
        assertThat(TYPES.is(ReplyTrait.GIVES, null, null)).isFalse();
    }

    @Test
    void what_rests_on_unread_texts_is_marked_so() {
        assertThat(TYPES.byCode("R01").unverified(null, NOW)).isEmpty();
        assertThat(TYPES.byCode("R01").unverified(null, LocalDate.of(2019, 5, 14))).singleElement().asString().endsWith("（此条依据尚未核对原文）");
        assertThat(TYPES.byCode("R09").unverified(null, NOW)).singleElement().asString().contains("三6", "尚未核对");
        assertThat(TYPES.byCode("R11").unverified(null, NOW)).anyMatch(note -> note.startsWith("存疑"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"code: R05 | code: R04 | not R01 to R22", "row: 三8 | row: 三7 | rows are not those", "kind: DELAY | kind: FEE | notices are not each kind once",
            "to: 2023-12-31 | to: 2023-12-30 | leave days out", "{SECRECY_BASIS} | 依法 | no place for it", "{CASE_FILE} | {CASEFILE} | names what is not known",
            "states: [CATEGORY, REASON] | states: [] | demands nothing", "traits: [POINTS] | traits: [GIVES] | not one reply points"})
    void a_wrong_file_fails_the_start(String right, String wrong, String fault) throws IOException {
        try (var file = ReplyTypes.class.getResourceAsStream("/request/replies.yaml")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(right);
            assertThatThrownBy(() -> new ReplyTypes(ReplyTypes.read(new ByteArrayInputStream(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong).getBytes(StandardCharsets.UTF_8)))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(fault);
        }
    }
}
