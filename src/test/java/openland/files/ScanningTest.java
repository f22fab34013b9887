package openland.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import openland.base.Digests;
import openland.files.Scanning.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of ClamAV's daemon, against a server that speaks it and one that does not. */
class ScanningTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(500);
    private final Clamd clamd = new Clamd();
    private final Scanning scanning = new Scanning(clamd.address());

    @AfterEach
    void close() throws IOException {
        clamd.close();
    }

    @Test
    void a_harmless_file_reaches_the_scanner_whole_and_is_clean() {
        var bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        assertThat(scan(bytes, LONG)).isEqualTo(new Answer(Verdict.CLEAN, ""));
        assertThat(clamd.scanned()).containsExactly(Digests.hex(Digests.sha256(bytes)));
    }

    @Test
    void the_test_virus_is_found_also_across_the_border_of_two_chunks() {
        var infected = new Answer(Verdict.INFECTED, "Eicar-Signature");
        assertThat(scan(text(Clamd.EICAR), LONG)).isEqualTo(infected);
        assertThat(scan(text(" ".repeat((64 << 10) - 20) + Clamd.EICAR), LONG)).isEqualTo(infected);
    }

    @Test
    void a_scanner_that_is_down_says_nothing() {
        clamd.goDown();
        assertThat(scan(text("公告"), LONG)).isEqualTo(Answer.NONE);
        clamd.comeBack();
        assertThat(scan(text("公告"), LONG).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_scanner_that_hangs_is_not_waited_for_longer_than_said() {
        clamd.saying(_ -> null);
        assertThat(scan(text("公告"), SHORT)).isEqualTo(Answer.NONE);
    }

    @Test
    void a_scanner_that_does_not_even_read_is_not_waited_for_either() {
        clamd.deaf();
        assertThat(scan(new byte[40 << 20], SHORT)).isEqualTo(Answer.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "stream: OK", "stream: Eicar-Signature FOUN", "OK\0", "stream: OK\n\0", "stream:OK\0", "STREAM: OK\0",
        "stream: OK stream: OK\0", "stream: \0", "stream: FOUND\0", "stream: OK ERROR\0", "INSTREAM size limit exceeded. ERROR\0",
        "stream: Can't allocate memory ERROR\0", "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", "HTTP/1.1 200 OK\r\n\r\n\0", "\u00ff\u00fe\0"})
    void only_a_whole_answer_that_says_so_is_a_verdict(String said) {
        clamd.saying(_ -> said);
        assertThat(scan(text("公告"), LONG)).isEqualTo(Answer.NONE);
    }

    @Test
    void an_answer_without_end_is_not_read_without_end() {
        clamd.saying(_ -> "stream: " + "OK".repeat(1 << 20) + "\0");
        assertThat(scan(text("公告"), LONG)).isEqualTo(Answer.NONE);
    }

    @Test
    void the_name_of_a_virus_cannot_write_into_the_log() {
        clamd.saying(_ -> "stream: Bad\n2026 ERROR forged" + "x".repeat(500) + " FOUND\0");
        assertThat(scan(text("公告"), LONG)).satisfies(answer -> {
            assertThat(answer.verdict()).isEqualTo(Verdict.INFECTED);
            assertThat(answer.name()).startsWith("Bad?2026 ERROR forged").hasSizeLessThanOrEqualTo(100);
        });
    }

    @Test
    void an_address_that_is_none_stops_the_start_and_an_empty_one_means_no_scanner() {
        assertThat(new Scanning("").isOn()).isFalse();
        assertThat(new Scanning(" [::1]:3310 ").isOn()).isTrue();
        for (var wrong : new String[] {"clamav", "clamav:", ":3310", "clamav:port", "clamav:99999"}) {
            assertThatThrownBy(() -> new Scanning(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Answer scan(byte[] bytes, Duration patience) {
        return scanning.scan(new ByteArrayInputStream(bytes), patience);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
