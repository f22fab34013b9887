package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openland.screening.Finding.Kind;
import org.junit.jupiter.api.Test;

/** Twenty-four thousand ways to write an identity number so that people still read it: 999 in 1,000 at least are found. */
class MutatedIdentityNumbersTest {
    private static final int EACH = 1_000;
    private static final String[] SEPARATORS = {" ", "　", "\u00a0", "-", "－", "—", "_", ".", "·", "\t", "\n", "\n\n", " \t ", "\u200b", "\u2060", "\ufeff", "/", "，", "、", "|", "\r\n　　", "  "};
    private static final String[] BEFORE = {"身份证号", "身份证号码：", "法定代表人", "（", "户主张某某，", "1\t李某\t", "编号", "ID:", "", "共有人2：", "联系人", "第3户 "};
    private static final String[] AFTER = {"。", "，住柳河镇。", "\t13亩\t", "）", "", "\n合计", "元", "号", "；其他", "(本人)", "　签名", "\t1\t2\t3"};

    private final Screening screening = new Screening(() -> Instant.parse("2026-11-22T00:00:00Z"));
    private final Random random = new Random(20261122);

    private Map<String, UnaryOperator<String>> mutations() {
        var all = new LinkedHashMap<String, UnaryOperator<String>>();
        all.put("as it is", number -> number);
        all.put("small x", String::toLowerCase);
        all.put("full width", number -> each(number, c -> (char) (c - '!' + '！')));
        all.put("some in full width", number -> each(number, c -> random.nextBoolean() ? c : (char) (c - '!' + '！')));
        all.put("one separator", number -> cut(number, 1, SEPARATORS));
        all.put("two separators", number -> cut(number, 2, SEPARATORS));
        all.put("five separators", number -> cut(number, 5, SEPARATORS));
        all.put("a separator everywhere", number -> String.join(pick(SEPARATORS), number.split("")));
        all.put("usual groups", number -> number.substring(0, 6) + pick(SEPARATORS) + number.substring(6, 14) + pick(SEPARATORS) + number.substring(14));
        all.put("two cells", number -> cut(number, 1, "\t"));
        all.put("many cells", number -> cut(number, 6, "\t"));
        all.put("lines", number -> cut(number, 3, "\n"));
        all.put("zero width", number -> cut(number, 4, "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"));
        all.put("Chinese figures", number -> each(number, c -> spoken("〇一二三四五六七八九", c)));
        all.put("figures of cheques", number -> each(number, c -> spoken("零壹贰叁肆伍陆柒捌玖", c)));
        all.put("some Chinese figures", number -> each(number, c -> random.nextInt(3) > 0 ? c : spoken("〇一二三四五六七八九", c)));
        all.put("circled", number -> each(number, c -> spoken("⓪①②③④⑤⑥⑦⑧⑨", c)));
        all.put("raised", number -> each(number, c -> spoken("⁰¹²³⁴⁵⁶⁷⁸⁹", c)));
        all.put("lowered in part", number -> each(number, c -> random.nextBoolean() ? c : spoken("₀₁₂₃₄₅₆₇₈₉", c)));
        all.put("O for 0", number -> number.replace('0', random.nextBoolean() ? 'O' : 'o'));
        all.put("l for 1", number -> number.charAt(0) + number.substring(1).replace('1', random.nextBoolean() ? 'l' : 'I'));
        all.put("another X", number -> number.replace('X', "xＸｘ×Χ".charAt(random.nextInt(5))));
        all.put("down a column", this::downAColumn);
        all.put("mathematical digits", number -> number.chars().mapToObj(c -> c == 'X' ? "X" : Character.toString(0x1d7ce + c - '0')).collect(Collectors.joining()));
        return all;
    }

    @Test
    void identity_numbers_are_found_however_they_are_written() {
        int tried = 0;
        var missed = new ArrayList<String>();
        for (var mutation : mutations().entrySet()) {
            for (int i = 0; i < EACH; i++, tried++) {
                var text = pick(BEFORE) + mutation.getValue().apply(IdentityNumbers.next(random)) + pick(AFTER);
                if (screening.screen("body", text).stream().noneMatch(MutatedIdentityNumbersTest::isIt)) {
                    missed.add(mutation.getKey() + ": " + text);
                }
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(20_000);
        assertThat(missed.size()).as("of %s missed, such as %s", tried, missed.subList(0, Math.min(20, missed.size()))).isLessThanOrEqualTo(tried / 1000);
    }

    @Test
    void numbers_of_fifteen_digits_are_found_as_people_write_them() {
        var spellings = List.<UnaryOperator<String>>of(number -> number, number -> each(number, c -> (char) (c - '!' + '！')),
                number -> number.substring(0, 6) + " " + number.substring(6, 12) + " " + number.substring(12), number -> String.join(" ", number.split("")),
                number -> cut(number, 3, "\u200b"), number -> each(number, c -> spoken("〇一二三四五六七八九", c)));
        for (var spelling : spellings) {
            for (int i = 0; i < EACH; i++) {
                var text = "身份证" + spelling.apply(IdentityNumbers.old(random)) + "。";
                assertThat(screening.screen("body", text)).as(text).anyMatch(MutatedIdentityNumbersTest::isIt);
            }
        }
    }

    private static boolean isIt(Finding finding) {
        return finding.kind() == Kind.IDENTITY_NUMBER;
    }

    private String downAColumn(String number) {
        int first = 1 + random.nextInt(8);
        int second = first + 1 + random.nextInt(8);
        var parts = List.of(number.substring(0, first), number.substring(first, second), number.substring(second));
        return "\n" + IntStream.range(0, 3).mapToObj(i -> "户" + "甲乙丙".charAt(i) + "\t" + parts.get(i) + "\t柳河村").collect(Collectors.joining("\n")) + "\n";
    }

    private String cut(String number, int times, String... separators) {
        var cut = new StringBuilder(number);
        for (int i = 0; i < times; i++) {
            cut.insert(1 + random.nextInt(cut.length() - 1), pick(separators));
        }
        return cut.toString();
    }

    private interface Sign {
        char of(char digit);
    }

    private static String each(String number, Sign sign) {
        var written = new StringBuilder();
        number.chars().forEach(c -> written.append(sign.of((char) c)));
        return written.toString();
    }

    private static char spoken(String signs, char digit) {
        return digit == 'X' ? 'X' : signs.charAt(digit - '0');
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }
}
