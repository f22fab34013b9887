package openland.crash;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A reader who looks at every process all the time: what it shows, and what it must not show any more. */
final class Watcher {
    private final List<Program> programs;
    private final Web web;
    private final Book book;
    private final Random random;
    volatile boolean stopped;
    private int looks;

    Watcher(CrashPlan plan, Site site, Web web, Book book) {
        this.programs = site.programs;
        this.web = web;
        this.book = book;
        this.random = new Random(~plan.seed());
    }

    /** Notes what list and search show, and only then asks how much the newest checkpoint covers. */
    void watchAnnouncements() {
        while (!stopped) {
            for (var program : programs) {
                var list = web.get(program, "/api/v1/disclosures?limit=20");
                var hits = web.get(program, "/api/v1/search?sort=newest&limit=20");
                var checkpoint = web.get(program, "/ledger/checkpoint");
                if (!checkpoint.isThere()) {
                    continue;
                }
                long covered = sizeOf(checkpoint.body());
                if (list.isThere()) {
                    list.json().get("items").forEach(row -> listed(row, covered));
                }
                if (hits.isThere()) {
                    hits.json().get("hits").forEach(hit -> see(hit, covered, "search"));
                }
            }
            Web.pause(60);
        }
    }

    /** The second line of a signed note. */
    static long sizeOf(String checkpoint) {
        return Long.parseLong(checkpoint.split("\n")[1]);
    }

    private void listed(JsonNode row, long covered) {
        see(row, covered, "list");
        if (row.get("ledgerIndex").asLong() >= covered) {
            book.wrong("listed before it was covered (" + covered + "): " + row);
        }
    }

    private void see(JsonNode row, long covered, String where) {
        book.seen.add(new Book.Seen(UUID.fromString(row.get("id").asString()), row.get("title").asString(), covered, where));
    }

    /** Asks every process for pieces that are being withdrawn; a request begun after the acknowledgement must miss. */
    void watchWithdrawals() {
        while (!stopped) {
            for (var id : chosen()) {
                programs.forEach(program -> look(program, id));
            }
            Web.pause(30);
        }
    }

    int looks() {
        return looks;
    }

    /** Those still waiting for their acknowledgement, and some that have it. */
    private List<UUID> chosen() {
        var chosen = new ArrayList<>(book.doomed.keySet());
        chosen.removeAll(book.withdrawn);
        var gone = new ArrayList<>(book.withdrawn);
        for (int i = 0; i < 2 && !gone.isEmpty(); i++) {
            chosen.add(gone.get(random.nextInt(gone.size())));
        }
        return chosen;
    }

    private void look(Program program, UUID id) {
        for (var path : List.of("/disclosures/" + id, "/api/v1/disclosures/" + id, "/disclosures/" + id + "/editions/1/canonical")) {
            boolean gone = book.withdrawn.contains(id);
            var answer = web.get(program, path);
            if (gone && answer.status() != 410 && !answer.isAway()) {
                book.wrong(program.name + " still answers " + path + " with " + answer.status());
            }
        }
        for (var path : List.of("/api/v1/search?limit=50&q=" + URLEncoder.encode(book.doomed.get(id), StandardCharsets.UTF_8),
                "/api/v1/disclosures?limit=100")) {
            boolean gone = book.withdrawn.contains(id);
            var answer = web.get(program, path);
            if (gone && answer.isThere() && answer.body().contains(id.toString())) {
                book.wrong(program.name + " still names " + id + " in " + path);
            }
        }
        looks++;
    }
}
