package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import openland.Fuzzed;
import org.junit.jupiter.api.BeforeAll;

/** The search for personal numbers in texts: {@link Screening}, {@link DigitChain}. */
class ScreeningFuzzTest {
    /** Invented, with a right check sign. */
    private static final String PLANTED = "11010519491231002X";
    private static final Screening SCREENING = new Screening(InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z")));

    @BeforeAll
    static void load() {
        new ScreeningFuzzTest().a_planted_number_is_found_whatever_stands_around_it("13800138000".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_planted_number_is_found_whatever_stands_around_it(byte[] bytes) {
        var text = Fuzzed.text(bytes);
        int half = text.length() / 2;
        var planted = text.substring(0, half) + "（" + PLANTED + "）" + text.substring(half);
        int end = 0;
        boolean found = false;
        for (var finding : SCREENING.screen("content", planted)) {
            assertThat(finding.from()).isGreaterThanOrEqualTo(end);
            assertThat(finding.to()).isGreaterThan(finding.from()).isLessThanOrEqualTo(planted.length());
            assertThat(finding.sentence()).doesNotContainPattern("\\d{4}");
            end = finding.to();
            found |= finding.from() == half + 1 && finding.to() == half + 1 + PLANTED.length();
        }
        assertThat(found).isTrue();
    }
}
