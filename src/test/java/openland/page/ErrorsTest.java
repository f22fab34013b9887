package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import openland.OpenlandTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@OpenlandTest
class ErrorsTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired Environment environment;

    @ParameterizedTest
    @CsvSource({"/catalogue/nothing.like-this, 404", "/disclosures/not-an-id, 400", "/help/nothing, 404",
        "/disclosures/00000000-0000-7000-8000-000000000000/editions/x, 400"})
    void a_person_gets_a_page_in_Chinese(String path, int status) throws IOException, InterruptedException {
        for (var accept : new String[] {BROWSER, "*/*"}) {
            var answer = get(path, accept);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
            assertThat(answer.body()).contains("</html>", "lang=\"zh").doesNotContain("Exception", "Failed to convert");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/disclosures?limit=x, 400", "/api/v1/disclosures/not-an-id, 400", "/api/v1/disclosures?after=!!!, 400",
        "/api/v1/offices/NOTHING, 404", "/api/v1/disclosures/00000000-0000-7000-8000-000000000000, 404"})
    void a_program_gets_a_problem_with_a_sentence_in_Chinese(String path, int status) throws IOException, InterruptedException {
        var answer = get(path, "application/json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).matches("[\\s\\S]*\\p{IsHan}[\\s\\S]*").endsWith("。");
    }

    @Test
    void a_method_that_is_not_served_is_said_so() throws IOException, InterruptedException {
        var answer = send(request("/api/v1/tokens", "application/json").PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isBetween(400, 405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path, accept).GET());
    }

    private HttpRequest.Builder request(String path, String accept) {
        var port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", accept);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
