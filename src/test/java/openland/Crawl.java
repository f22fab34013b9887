package openland;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a stranger reaches by following links from some addresses on, pages and programs' answers. */
final class Crawl {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"#]+)|\"(?:url|canonical|next)\"\\s*:\\s*\"([^\"]+)\"");
    private static final int MOST = 1500;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String site;
    private final Map<String, HttpResponse<byte[]>> answers = new LinkedHashMap<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();

    Crawl(String site) {
        this.site = site;
    }

    Crawl from(Collection<String> paths) throws IOException, InterruptedException {
        paths.forEach(this::later);
        while (!open.isEmpty() && answers.size() < MOST) {
            var path = open.poll();
            var answer = get(path);
            answers.put(path, answer);
            LINK.matcher(text(answer)).results()
                    .forEach(link -> later(link.group(1) == null ? link.group(2) : link.group(1).replace("&amp;", "&")));
        }
        return this;
    }

    private void later(String address) {
        var path = address.startsWith(site) ? address.substring(site.length()) : address;
        boolean crossed = path.chars().filter(sign -> sign == '&').count() > (path.startsWith("/catalogue?") || path.startsWith("/catalogue.") ? 0 : 1);
        if (crossed) {
            return;   // filters upon filters: each alone leads as far
        }
        if (path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/logout") && !answers.containsKey(path) && !open.contains(path)) {
            open.add(path);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site + path.replace("|", "%7C").replace(" ", "%20")))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    Map<String, HttpResponse<byte[]>> answers() {
        return answers;
    }

    /** The addresses whose answer, head or body, holds the word, as it is or percent-encoded. */
    List<String> holding(String word) {
        return answers.entrySet().stream().filter(entry -> holds(entry.getValue(), word)).map(Map.Entry::getKey).toList();
    }

    static boolean holds(HttpResponse<byte[]> answer, String word) {
        var encoded = URLEncoder.encode(word, StandardCharsets.UTF_8);
        var all = text(answer) + answer.headers().map().values().stream().flatMap(Collection::stream).collect(Collectors.joining("\n"));
        return Stream.of(word, encoded, encoded.toLowerCase(Locale.ROOT)).anyMatch(all::contains);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
