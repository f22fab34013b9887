package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import openland.screening.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {
    private final Screening screening = new Screening(() -> Instant.parse("2026-11-22T00:00:00Z"));

    private List<Finding> screen(String text) {
        return screening.screen("body", text);
    }

    private static final Map<String, UnaryOperator<String>> SPELLINGS = new LinkedHashMap<>(Map.of(
            "as it is", number -> number,
            "full width", ScreeningTest::wide,
            "blanks", number -> String.join(" ", number.split("")),
            "ideographic blanks", number -> number.substring(0, 6) + "　" + number.substring(6, 14) + "　" + number.substring(14),
            "hyphens", number -> number.substring(0, 6) + "-" + number.substring(6, 14) + "－" + number.substring(14),
            "zero width", number -> String.join("\u200b", number.split("")),
            "a line break", number -> number.substring(0, 9) + "\n　　" + number.substring(9),
            "cells", number -> number.substring(0, 6) + "\t" + number.substring(6, 14) + "\t" + number.substring(14),
            "dots", number -> number.substring(0, 6) + "." + number.substring(6, 14) + "·" + number.substring(14)));

    private static String wide(String number) {
        var wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Identity numbers by the standard, worked out here once more. */
    private static List<String> identityNumbers(int count, int shift) {
        var random = new Random(11);
        var provinces = List.of("11", "13", "34", "36", "42", "43", "52", "53", "62", "65");
        var numbers = new ArrayList<String>();
        while (numbers.size() < count) {
            var day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34_000));
            var seventeen = provinces.get(random.nextInt(provinces.size())) + "%02d%02d".formatted(1 + random.nextInt(30), 1 + random.nextInt(80))
                    + day.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000));
            int sum = 0;
            for (int i = 0; i < 17; i++) {
                sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
            }
            numbers.add(seventeen + "10X98765432".charAt((sum + shift) % 11));
        }
        return numbers;
    }

    @Test
    void every_identity_number_is_found_in_every_spelling() {
        SPELLINGS.forEach((name, spelling) -> identityNumbers(2_000, 0).forEach(number -> {
            var text = "法定代表人身份证号" + spelling.apply(number) + "，住望江路。";
            var findings = screen(text);
            assertThat(findings).as(name + " " + text).extracting(Finding::kind).containsExactly(Kind.IDENTITY_NUMBER);
            assertThat(findings.getFirst().from()).isEqualTo(9);
            assertThat(findings.getFirst().to()).isEqualTo(text.length() - 6);
        }));
    }

    @Test
    void eighteen_digits_with_a_wrong_check_sign_are_none() {
        for (var number : identityNumbers(2_000, 3)) {
            for (var spelling : List.of("as it is", "blanks", "cells")) {
                assertThat(screen("编号" + SPELLINGS.get(spelling).apply(number) + "。")).as(number).isEmpty();
            }
        }
    }

    @Test
    void the_sentence_never_shows_the_number() {
        for (var number : identityNumbers(50, 0)) {
            assertThat(screen(number).getFirst().sentence()).doesNotContain(number.substring(3, 16)).contains(number.substring(0, 3) + "×");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"34120219900307005X", "34120219900307005x", "３４１２０２１９９００３０７００５Ｘ", "34120219900307005 X", "ID:34120219900307005X", "身份证34120219900307005X号",
            "1\t34120219900307005X\t2", "341202900307001", "341202 900307 001", "𝟑𝟒𝟏𝟐𝟎𝟐𝟏𝟗𝟗𝟎𝟎𝟑𝟎𝟕𝟎𝟎𝟓X", "３４１２０２-１９９０-０３０７-００５Ｘ", "3412021990\n0307005X", "|3412|0219|9003|0700|5X|"})
    void identity_numbers(String text) {
        // 34120219900307005X has its right check sign, see the_sample_is_right
        assertThat(screen(text)).extracting(Finding::kind).containsExactly(Kind.IDENTITY_NUMBER);
    }

    @Test
    void the_sample_is_right() {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ("34120219900307005".charAt(i) - '0') * WEIGHTS[i];
        }
        assertThat("10X98765432".charAt(sum % 11)).isEqualTo('X');
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００", "+86 13800138000", "+86-138-0013-8000", "8613800138000", "013800138000", "1 3 8 0 0 1 3 8 0 0 0",
            "联系人张三13800138000。", "138\u200b0013\u200b8000", "138　0013　8000", "138.0013.8000", "138\n0013\n8000", "电话：138-00138000", "010-13800138000", "138\t0013\t8000", "19912345678", "13800138000/13900139000"})
    void mobile_numbers(String text) {
        assertThat(screen(text)).isNotEmpty().allMatch(finding -> finding.kind() == Kind.MOBILE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222021234567890128", "6222 0212 3456 7890 128", "４１１１１１１１１１１１１１１１", "4111-1111-1111-1111", "5555555555554444", "3530111333300000", "6222-0212-3456-7890-128",
            "622202 1234567890128", "账号：6222021234567890128（农行）", "6222\n0212\n3456\n7890\n128"})
    void bank_cards(String text) {
        assertThat(screen(text)).extracting(Finding::kind).containsExactly(Kind.BANK_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"索引号：014000060/2017-03421", "11341702486344515H/202110-00013", "01527918X-2020-153077", "0142768-8/2022-00185", "青自然资规〔2026〕3号", "皖政地〔2017〕1380号",
            "340823001001GB00012", "341202001001GB00012F00010001", "统一社会信用代码91350100M000100Y43", "12340000MB1234567A", "12345热线", "12336", "0555-0012336", "010-66558407", "400-820-8820", "0551-62999999转8000",
            "成交价98 600 000元", "98,600,000.00", "13 800 138 000元", "2026年11月20日", "2017-03-31 10:15:00", "20170331101500", "面积21 605平方米", "经度117.123456，纬度31.654321", "134.12345678 47.87654321",
            "邮编230001", "3412××××××××××0018", "138****8000", "1 380 0138", "15.5\t1380.25\t138", "2015 2016 2017 2018 2019", "1.3800138\t000", "13456.78\t1234.00", "1556.25\n12.50", "4111111111111112", "6222021234567890129",
            "宗地编码340823001001", "QH2026-021", "中华人民共和国2026", "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12", "合同电子监管号3412022017B00123", "12800138000", "138001380001", "A13800138000"})
    void numbers_that_only_look_like_personal_ones_pass(String text) {
        assertThat(screen(text)).isEmpty();
    }

    @Test
    void tables_of_figures_raise_no_alarm() {
        var random = new Random(3);
        int alarms = 0;
        for (int table = 0; table < 2_000; table++) {
            var text = new StringBuilder();
            for (int cell = 0; cell < 60; cell++) {
                text.append(random.nextInt(3) == 0 ? "%.2f".formatted(random.nextDouble() * 100_000) : String.valueOf(random.nextInt(1_000_000)))
                        .append(cell % 6 == 5 ? '\n' : '\t');
            }
            alarms += screen(text.toString()).size();
        }
        assertThat(alarms).isLessThanOrEqualTo(20);   // of 120,000 figures
    }

    @Test
    void a_projection_is_screened_field_by_field_in_its_order() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", "张三13800138000");
        texts.put("body", "甲 13900139000 乙 34120219900307005X");
        assertThat(screening.screen(texts)).extracting(Finding::field, Finding::kind).containsExactly(
                org.assertj.core.groups.Tuple.tuple("title", Kind.MOBILE_NUMBER),
                org.assertj.core.groups.Tuple.tuple("body", Kind.MOBILE_NUMBER), org.assertj.core.groups.Tuple.tuple("body", Kind.IDENTITY_NUMBER));
    }

    @Test
    void a_long_text_of_digits_takes_no_long_time() {
        org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(15), () -> {
            screen("1 ".repeat(500_000));
            screen("1".repeat(2_000_000));
            screen("1\u200b".repeat(500_000));
            screen("1" + " ".repeat(2_000_000));
        });
    }
}
