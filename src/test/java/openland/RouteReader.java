package openland;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import openland.office.Officer;
import openland.office.Tokens;
import openland.office.web.Browser;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Somebody who asks for routes: pages with a browser that is signed in, the API with a token; a stranger with neither. */
final class RouteReader {
    private static final String HTML = "text/html,*/*;q=0.8";
    private static final String UPLOAD = """
            --part\r
            Content-Disposition: form-data; name="file"; filename="plan.txt"\r
            Content-Type: text/plain\r
            \r
            供地计划附表。\r
            --part--\r
            """;

    private final Browser browser;
    private final Browser program;
    private final Optional<String> token;
    private final Map<String, String> names;

    /** @param officer empty for a stranger */
    RouteReader(ApplicationContext context, Optional<Officer> officer, String password, Map<String, String> names) {
        this.browser = new Browser(context.getBean(Environment.class));
        this.program = new Browser(context.getBean(Environment.class));
        this.token = officer.map(known -> context.getBean(Tokens.class).issue(known, false)).map(Tokens.Token::token);
        this.names = names;
        officer.ifPresent(o -> browser.signIn(o.name(), password));
    }

    /** Asks for the route of {@code line} as a well-meaning client does. */
    HttpResponse<String> ask(RouteLine line) {
        if (line.isForPrograms()) {
            var request = request(program, line);
            token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
            return program.send(request);
        }
        var request = request(browser, line).header("Accept", HTML);
        if (line.changesSomething()) {
            browser.get("/login");
            request.header("X-XSRF-TOKEN", browser.forgery());
        }
        return browser.send(request);
    }

    /** Sends the form of {@code line} as a page of another site would: with the session, without the forgery token. */
    HttpResponse<String> askForged(RouteLine line) {
        return browser.send(request(browser, line).header("Accept", HTML));
    }

    /** Sends it from a page of another site, with everything that a page of ours would have. */
    HttpResponse<String> askFrom(String origin, RouteLine line) {
        browser.get("/login");
        var request = request(line.isForPrograms() ? program : browser, line).header("Origin", origin).header("Accept", HTML);
        if (line.isForPrograms()) {
            token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
            return program.send(request);
        }
        return browser.send(request.header("X-XSRF-TOKEN", browser.forgery()));
    }

    private HttpRequest.Builder request(Browser sender, RouteLine line) {
        var request = sender.request(filled(line.path()));
        var method = line.method().equals("ANY") ? "GET" : line.method();
        return switch (line.body()) {
            case "-" -> request.method(method, BodyPublishers.noBody());
            case "file" -> line.isForPrograms()
                    ? request.header("Content-Type", "application/x-www-form-urlencoded")   // as curl sends it unasked
                            .method(method, BodyPublishers.ofString("供地计划附表。"))
                    : request.header("Content-Type", "multipart/form-data; boundary=part").method(method, BodyPublishers.ofString(UPLOAD));
            default -> request.header("Content-Type", line.body().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(filled(line.body())));
        };
    }

    private String filled(String text) {
        for (var name : names.entrySet()) {
            text = text.replace("{" + name.getKey() + "}", name.getValue());
        }
        return text;
    }
}
