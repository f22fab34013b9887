package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import openland.page.Downloads.Form;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@PagesOnly
@Import(DownloadsTest.Rooms.class)
class DownloadsTest {
    private static final int PLACES = 4;

    @Autowired Environment environment;
    @Autowired Rooms rooms;

    @Test
    void a_file_that_fails_halfway_is_an_error_and_no_file() {
        var answer = wire().get("/broken.csv", "Accept: text/html");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(answer.body()).contains("<h1>程序出错</h1>").doesNotContain("第一行");
    }

    @Test
    void a_file_bears_its_name_and_length_and_of_its_head_alone_nothing_is_made() {
        var answer = wire().get("/whole.csv");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("attachment").contains("%E8%A1%A8.csv");
        assertThat(answer.body()).hasSize(Rooms.LINES * 4).startsWith("第一行\n").endsWith("第一行\n");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(Rooms.LINES * 10));
        int made = rooms.made.get();
        var head = wire().send("HEAD /whole.csv", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Disposition")).isEqualTo(answer.header("Content-Disposition"));
        assertThat(rooms.made.get()).isEqualTo(made);
    }

    @Test
    void who_comes_while_others_fill_all_places_is_asked_to_come_again() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, PLACES).mapToObj(_ -> others.submit(() -> wire().get("/slow.csv"))).toList();
            try {
                assertThat(rooms.begun.await(30, TimeUnit.SECONDS)).isTrue();
                var answer = wire().get("/whole.csv", "Accept: text/html");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("10");
                assertThat(answer.body()).contains("请过十秒再试");
            } finally {
                rooms.go.countDown();
            }
            for (var answer : answers) {
                assertThat(answer.get().body()).isEqualTo("第一行\n");
            }
        }
        assertThat(wire().get("/whole.csv").status()).isEqualTo(200);
    }

    private Wire wire() {
        return Wire.to(environment);
    }

    @Controller
    static class Rooms {
        private static final int LINES = 20_000;
        private static final byte[] LINE = "第一行\n".getBytes(StandardCharsets.UTF_8);
        private final Downloads downloads;
        private final AtomicInteger made = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(PLACES);
        private final CountDownLatch go = new CountDownLatch(1);

        Rooms(Downloads downloads) {
            this.downloads = downloads;
        }

        @GetMapping("/whole.csv")
        void whole(HttpServletRequest request, HttpServletResponse response) throws IOException {
            downloads.send("表", Form.CSV, request, response, out -> {
                made.incrementAndGet();
                for (int i = 0; i < LINES; i++) {
                    out.write(LINE);
                }
                out.close();
            });
        }

        @GetMapping("/broken.csv")
        void broken(HttpServletRequest request, HttpServletResponse response) throws IOException {
            downloads.send("表", Form.CSV, request, response, out -> {
                for (int i = 0; i < LINES; i++) {
                    out.write(LINE);
                }
                throw new IllegalStateException("secret of the room");
            });
        }

        @GetMapping("/slow.csv")
        void slow(HttpServletRequest request, HttpServletResponse response) throws IOException {
            downloads.send("表", Form.CSV, request, response, out -> {
                out.write(LINE);
                begun.countDown();
                try {
                    assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
