package openland.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the client was told, and what was seen to be wrong. */
final class Book {
    /** A published edition. @param begun when its last move was first sent @param acknowledged when its answer had come */
    record Told(UUID disclosure, int edition, String title, long begun, long acknowledged) {}

    /** Something shown, and how many ledger entries were covered just after it had been seen. */
    record Seen(UUID disclosure, String title, long covered, String where) {}

    final Queue<Told> told = new ConcurrentLinkedQueue<>();
    /** Pieces whose withdrawal is on its way, with their titles. */
    final Map<UUID, String> doomed = new ConcurrentHashMap<>();
    final Set<UUID> withdrawn = ConcurrentHashMap.newKeySet();
    final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    /** New pieces that were acknowledged. */
    int acknowledged() {
        return (int) told.stream().filter(each -> each.edition() == 1).count();
    }

    void wrong(String sentence) {
        wrongs.add(sentence);
    }

    List<String> wrongs() {
        return new ArrayList<>(wrongs);
    }

    /** The title that the newest acknowledged edition of each piece bears. */
    Map<UUID, String> titles() {
        var titles = new ConcurrentHashMap<UUID, String>();
        told.stream().sorted((a, b) -> a.edition() - b.edition()).forEach(each -> titles.put(each.disclosure(), each.title()));
        return titles;
    }
}
