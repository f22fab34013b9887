package openland.office.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** One person's browser without JavaScript: keeps cookies, follows nothing, sends back the hidden fields of the last page. */
public final class Browser {
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private String forgery = "";

    public Browser(Environment environment) {
        this.address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html").GET());
    }

    /** Sends a form with the forgery token of the page that was read last; {@code form} is name, value, name, value… */
    public HttpResponse<String> post(String path, String... form) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", forgery);
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** Any request, with the cookies of this browser. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var found = FORGERY.matcher(response.body());
            if (found.find()) {
                forgery = found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /** The forgery token of the page that was read last. */
    public String forgery() {
        return forgery;
    }

    public HttpResponse<String> signIn(String name, String password) {
        get("/login");
        return post("/login", "name", name, "password", password);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    public void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local");   // as the cookie manager writes it
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    public boolean hasNoCookies() {
        return cookies.getCookieStore().getCookies().isEmpty();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
