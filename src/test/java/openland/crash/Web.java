package openland.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as an outside client speaks it: to one program, or to whichever answers, as long as it takes. */
final class Web {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AWAY = 0;

    private final List<Program> programs;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong lastSuccess = new AtomicLong();
    final AtomicLong longestOutage = new AtomicLong();
    final AtomicInteger retries = new AtomicInteger();

    Web(List<Program> programs) {
        this.programs = programs;
    }

    /** @param status 0 when nobody answered */
    record Answer(int status, String body) {
        boolean isThere() {
            return status == 200;
        }

        /** Nobody there, or nobody who can help now. */
        boolean isAway() {
            return status == AWAY || status >= 500 || status == 429;
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer get(Program program, String path) {
        return get(program, path, null);
    }

    Answer get(Program program, String path, @Nullable String token) {
        return send(program, request("GET", path, token, null, program));
    }

    String token(String officer, String password) {
        return insist("POST", "/api/v1/tokens", null, Map.of("name", officer, "password", password)).get("token").asString();
    }

    /** The answer of a program that must be there. */
    JsonNode json(Program program, String path) {
        var answer = get(program, path);
        if (!answer.isThere()) {
            throw new IllegalStateException(program.name + " answers " + path + " with " + answer);
        }
        return answer.json();
    }

    /** Asks the programs in turn until one has answered. @throws IllegalStateException when it is refused, or after five minutes */
    JsonNode insist(String method, String path, @Nullable String token, @Nullable Map<String, ?> body) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var program = programs.get(Math.floorMod(turn.getAndIncrement(), programs.size()));
            var answer = send(program, request(method, path, token, body, program));
            if (answer.isThere()) {
                succeeded();
                return answer.json();
            }
            if (!answer.isAway() || System.nanoTime() > until) {
                throw new IllegalStateException(method + " " + path + " " + body + ": " + answer);
            }
            retries.incrementAndGet();
            pause(150);
        }
    }

    private void succeeded() {
        long now = System.nanoTime();
        long before = lastSuccess.getAndSet(now);
        if (before != 0) {
            longestOutage.accumulateAndGet(now - before, Math::max);
        }
    }

    private static HttpRequest request(String method, String path, @Nullable String token, @Nullable Map<String, ?> body, Program program) {
        var request = HttpRequest.newBuilder(program.address(path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private Answer send(Program program, HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(AWAY, program.name + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
