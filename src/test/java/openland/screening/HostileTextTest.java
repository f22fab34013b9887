package openland.screening;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A million signs of what is worst to read end in time: none of the readers goes over a text again and again. */
class HostileTextTest {
    private static final int SIGNS = 1_000_000;

    private final Screening screening = new Screening(() -> Instant.parse("2026-11-22T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "1\u200b", "一", "O", "l1", "X ", "1X", "\t", "1\t", "1\n", "1\t1\n", "13800138000 ", "13800138000\t", "34120219900307005X\n", "路1号", "1单元", "a@", "@",
            "村一组", "住", "路1号aaaa", "https://a/1", "编号", "1栋", "栋1", "1号楼", "E12345678", "字第", "2026-", "2026年1月", "出生", "号码：1", "皖A", "×", "H12345678台胞证", "①", "1|", "1号aaaaaaaaaaaa"})
    void what_repeats_itself(String piece) {
        read(piece.repeat(SIGNS / piece.length()));
    }

    @ParameterizedTest
    @CsvSource({"1,' '", "1,\u200b", "村,甲", "路1号,a", "2026年,' '", "a,a@qq.com"})
    void one_sign_and_then_the_same_for_ever(String first, String then) {
        read(first + then.repeat(SIGNS / then.length()));
    }

    private void read(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> screening.screen("body", text));
    }
}
