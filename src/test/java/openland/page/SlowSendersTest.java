package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** A patience of one second instead of 25: bounded by the bytes that a slow sender gets rid of, not by time. */
@PagesOnly
@TestPropertySource(properties = "openland.sender-patience=1s")
class SlowSendersTest {
    private static final String HEAD = "Host: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n";
    private static final int LEFT = -1;
    private static final int PAUSE = -2;

    @Autowired Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /number?n=1 HTTP/1.1\r\nX-Slow: ", "POST /api/body HTTP/1.1\r\n" + HEAD, "POST /nowhere HTTP/1.1\r\n" + HEAD,
        "POST /api/upload HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + "Host: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n1000\r\n"})
    void who_drips_is_cut_off(String begin) throws IOException {
        try (var socket = connected(begin)) {
            int sent = 0;
            while (sent < 400 && heard(socket) != LEFT) {   // 400 drops would take 20 seconds
                socket.getOutputStream().write('x');
                sent++;
            }
            assertThat(sent).isLessThan(400);
        } catch (IOException e) {
            assertThat(e).hasMessageMatching(".*(reset|Broken pipe|aborted).*");
        }
    }

    @Test
    void who_is_slow_but_steady_is_served() throws IOException {
        var body = "{\"name\":\"" + "国".repeat(1200) + "\"}";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (var socket = connected("POST /api/body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + bytes.length + "\r\n\r\n")) {
            for (int at = 0; at < bytes.length; at += 60) {   // some 60 drops of 60 bytes: three seconds
                assertThat(heard(socket)).isEqualTo(PAUSE);
                socket.getOutputStream().write(bytes, at, Math.min(60, bytes.length - at));
            }
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_connection_that_waits_between_requests_is_left_alone() throws IOException {
        try (var socket = connected("GET /number?n=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            for (int answers = 0; answers < 2; answers++) {
                for (int pauses = 0; pauses < 40; pauses++) {   // two seconds
                    assertThat(heard(socket)).isNotEqualTo(LEFT);
                }
                socket.getOutputStream().write("GET /number?n=1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void two_hundred_that_drip_keep_nobody_from_being_served_and_are_all_cut_off() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < 200; i++) {
            slow.add(connected("POST /api/body HTTP/1.1\r\n" + HEAD + "x"));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(Wire.to(environment).get("/number?n=7").body()).isEqualTo("7");
        }
        for (var socket : slow) {
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotStartWith("HTTP/1.1 200");
            socket.close();
        }
        assertThat(Wire.to(environment).get("/number?n=7").body()).isEqualTo("7");
    }

    private Socket connected(String begin) throws IOException {
        var socket = new Socket("localhost", Wire.to(environment).port());
        socket.setSoTimeout(50);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Some of an answer, {@link #LEFT} when the other side has hung up, {@link #PAUSE} after a twentieth of a second without either. */
    private static int heard(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[10_000]) < 0 ? LEFT : 0;
        } catch (SocketTimeoutException e) {
            return PAUSE;
        }
    }
}
