package openland.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site, read as anybody reads it. */
final class SiteLog implements LogSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int MOST_TRIES = 6;
    private static final int PAGE = 500;

    private final String base;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    SiteLog(String url) {
        this.base = url.replaceAll("/+$", "") + "/";
    }

    @Override
    public Fetched fetch(String path) {
        var answer = get(path);
        return new Fetched(answer.statusCode(), answer.body());
    }

    @Override
    public List<Listed> entries(long from, long to) {
        var listed = new ArrayList<Listed>();
        for (long at = from; at < to; ) {
            var answer = page(at, Math.min(PAGE, to - at));
            if (answer.statusCode() != 200) {
                return upToTheBroken(listed, at, to);
            }
            var page = JSON.readTree(answer.body()).get("items").valueStream().map(SiteLog::listed).filter(entry -> entry.index() < to).toList();
            listed.addAll(page);
            if (page.isEmpty()) {
                return listed;
            }
            at = page.getLast().index() + 1;
        }
        return listed;
    }

    /** One by one, so that the entry that the site cannot read is the first that is missing. */
    private List<Listed> upToTheBroken(List<Listed> listed, long from, long to) {
        for (long at = from; at < to; at++) {
            var answer = page(at, 1);
            if (answer.statusCode() != 200) {
                break;
            }
            JSON.readTree(answer.body()).get("items").forEach(item -> listed.add(listed(item)));
        }
        return listed;
    }

    private HttpResponse<byte[]> page(long from, long count) {
        return get("api/v1/ledger/entries?limit=" + count + (from == 0 ? "" : "&after=" + (from - 1)));
    }

    private static Listed listed(JsonNode item) {
        var piece = item.get("disclosure");
        return new Listed(item.get("index").asLong(), item.get("leaf").asString(),
                piece == null || piece.isNull() ? null : UUID.fromString(piece.asString()));
    }

    @Override
    public boolean hasPieces() {
        return true;
    }

    @Override
    public void forget(UUID piece, int edition) {
        // a site withdraws by itself
    }

    private HttpResponse<byte[]> get(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2)).build();
        try {
            for (int i = 1; ; i++) {
                var answer = client.send(request, BodyHandlers.ofByteArray());
                if (i == MOST_TRIES || !LATER.contains(answer.statusCode())) {
                    return answer;
                }
                Thread.sleep(Duration.ofSeconds(Math.min(60, answer.headers().firstValueAsLong("retry-after").orElse(i))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(base + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
