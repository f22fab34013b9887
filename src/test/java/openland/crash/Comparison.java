package openland.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.ledger.Commitment;
import openland.ledger.LeafType;

/** Compares what the client was told with what a process shows: ledger, list, search, pages. Each difference is a sentence. */
final class Comparison {
    private final Book book;
    private final int before;
    private final Shown shown;
    private final List<String> differences = new ArrayList<>();

    /** @param before how many pieces the office had before the first one of the client */
    Comparison(Book book, int before, Shown shown) {
        this.book = book;
        this.before = before;
        this.shown = shown;
    }

    /** What can be seen without opening every page. */
    List<String> differences() {
        ledgerIsWhole();
        indexNumbersAreWhole();
        acknowledgedPiecesAreThereOnce();
        orderIsKept();
        nothingWasSeenUncovered();
        listAndSearchFollowTheLedger();
        return differences;
    }

    private void mustBe(boolean right, String sentence) {
        if (!right) {
            differences.add(sentence);
        }
    }

    private void ledgerIsWhole() {
        mustBe(shown.covered() == shown.ledger().size(), "checkpoint of " + shown.covered() + " over " + shown.ledger().size());
        for (int i = 0; i < shown.ledger().size(); i++) {
            mustBe(shown.ledger().get(i).index() == i, "ledger: " + shown.ledger().get(i).index() + " at the place " + i);
        }
    }

    private void indexNumbersAreWhole() {
        var next = new HashMap<String, Integer>();   // of each year, in the order of the ledger
        for (var line : published()) {
            var number = line.leaf().indexNumber();
            int dash = number.lastIndexOf('-');
            int expected = next.merge(number.substring(0, dash), 1, Integer::sum);
            mustBe(Integer.parseInt(number.substring(dash + 1)) == expected, "index number " + number + " instead of " + expected);
        }
    }

    private List<Shown.Line> published() {
        return shown.ledger().stream().filter(line -> line.leaf().type() == LeafType.PUBLISH
                && line.leaf().issuer().equals(Publisher.OFFICE)).toList();
    }

    private void acknowledgedPiecesAreThereOnce() {
        mustBe(published().size() == before + book.acknowledged(), "published " + published().size() + " pieces, "
                + before + " before, acknowledged " + book.acknowledged());
        mustBe(book.titles().size() == book.acknowledged(), "one piece acknowledged for two");
        for (var told : book.told) {
            long times = shown.ledger().stream().filter(line -> line.disclosure() != null
                    && line.is(told.edition() == 1 ? LeafType.PUBLISH : LeafType.AMEND, told.disclosure())).count();
            mustBe(times == 1, told + " is " + times + " times in the ledger");
        }
        for (var id : book.withdrawn) {
            mustBe(shown.ledger().stream().filter(line -> line.is(LeafType.WITHDRAW, id)).count() == 1, "not withdrawn once: " + id);
        }
    }

    /** What was acknowledged before another was begun stands before it. */
    private void orderIsKept() {
        var places = new HashMap<String, Long>();
        shown.ledger().forEach(line -> places.putIfAbsent(line.disclosure() + " " + line.leaf().edition(), line.index()));
        var told = book.told.stream().filter(each -> places.containsKey(key(each)))
                .sorted((a, b) -> Long.compare(places.get(key(b)), places.get(key(a)))).toList();
        long earliest = Long.MAX_VALUE;   // acknowledgement of all that stand behind
        for (var each : told) {
            mustBe(earliest == Long.MAX_VALUE || each.begun() - earliest < 0, "begun after what stands behind it: " + each);
            earliest = earliest == Long.MAX_VALUE ? each.acknowledged() : Math.min(earliest, each.acknowledged());
        }
    }

    private static String key(Book.Told told) {
        return told.disclosure() + " " + told.edition();
    }

    private void nothingWasSeenUncovered() {
        var places = new HashMap<UUID, Long>();
        var amendments = new HashMap<UUID, Long>();
        for (var line : shown.ledger()) {
            (line.leaf().type() == LeafType.AMEND ? amendments : places).putIfAbsent(line.disclosure(), line.index());
        }
        for (var seen : book.seen) {
            var place = (seen.title().endsWith(Publisher.AMENDED) ? amendments : places).get(seen.disclosure());
            mustBe(place != null && place < seen.covered(), "shown at place " + place + " before it was covered: " + seen);
        }
    }

    private void listAndSearchFollowTheLedger() {
        var current = shown.current();
        mustBe(current.keySet().equals(shown.list().keySet()), "list " + lacking(current.keySet(), shown.list().keySet()));
        mustBe(current.keySet().equals(shown.search().keySet()), "search " + lacking(current.keySet(), shown.search().keySet()));
        var titles = book.titles();
        current.forEach((id, line) -> {
            var listed = shown.list().get(id);
            var found = shown.search().get(id);
            var title = titles.getOrDefault(id, listed == null ? "" : listed.title());
            mustBe(new Shown.Piece(line.leaf().indexNumber(), title, line.leaf().edition(), line.index()).equals(listed),
                    "list has " + listed + " for " + line);
            mustBe(found != null && found.indexNumber().equals(line.leaf().indexNumber()) && found.title().equals(title),
                    "search has " + found + " for " + line);
        });
    }

    private static String lacking(java.util.Set<UUID> expected, java.util.Set<UUID> there) {
        return "lacks " + expected.stream().filter(id -> !there.contains(id)).collect(Collectors.toSet())
                + ", has too much " + there.stream().filter(id -> !expected.contains(id)).collect(Collectors.toSet());
    }

    /** Opens each page and holds its canonical bytes against the ledger's commitment. */
    List<String> differencesOfPages(Program program, Web web) {
        var current = shown.current();
        current.forEach((id, line) -> {
            var page = web.get(program, "/disclosures/" + id);
            var listed = shown.list().get(id);
            mustBe(page.isThere() && listed != null && page.body().contains(listed.title())
                    && page.body().contains(listed.indexNumber()), program.name + ": page of " + line + " answers " + page.status());
            var whole = web.json(program, "/api/v1/disclosures/" + id);
            var canonical = web.get(program, "/disclosures/" + id + "/editions/" + whole.get("edition").asInt() + "/canonical");
            var salt = HexFormat.of().parseHex(whole.get("salt").asString());
            mustBe(whole.get("ledgerIndex").asLong() == line.index() && canonical.isThere()
                    && Commitment.of(salt, canonical.body().getBytes(StandardCharsets.UTF_8)).equals(line.leaf().commitment()),
                    program.name + ": content of " + line + " is not what the ledger says");
        });
        for (var id : book.withdrawn) {
            var page = web.get(program, "/disclosures/" + id);
            mustBe(page.status() == 410, program.name + ": withdrawn page of " + id + " answers " + page.status());
        }
        return differences;
    }
}
