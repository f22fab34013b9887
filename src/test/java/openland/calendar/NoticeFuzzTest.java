package openland.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openland.Fuzzed;
import openland.base.Refusal;
import org.junit.jupiter.api.BeforeAll;

/** The lines of a notice, as an administrator types them. */
class NoticeFuzzTest {
    @BeforeAll
    static void load() {
        new NoticeFuzzTest().a_notice_reads_as_it_is_written_or_is_refused("放假 01-01 元旦".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void a_notice_reads_as_it_is_written_or_is_refused(byte[] bytes) {
        var text = Fuzzed.text(bytes, 5_000);
        try {
            var notice = Notice.of("", 2026, "安排", null, null, List.of(text.split("\\R", -1)));
            assertThat(Notice.of("", 2026, "安排", null, null, notice.lines())).isEqualTo(notice);
            assertThat(Calendar.of(1, "", List.of(notice)).version()).isOne();
        } catch (Refusal refusal) {
            assertThat(refusal.sentence()).isNotBlank();
        }
    }
}
