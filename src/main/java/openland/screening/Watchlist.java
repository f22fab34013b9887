package openland.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openland.screening.Finding.Kind;
import openland.screening.Watch.By;
import org.ahocorasick.trie.Trie;

/** Everything an office watches for, ready to be looked for in one go. Blanks, width and case of a text do not matter. */
public final class Watchlist {
    public static final Watchlist NONE = new Watchlist(List.of());
    private static final int MOST_OF_ONE = 50;

    private final List<Watch> watches;
    private final Map<String, List<Watch>> byWord = new HashMap<>();
    private final Trie trie;

    private Watchlist(List<Watch> watches) {
        this.watches = List.copyOf(watches);
        for (var watch : watches) {
            if ((watch.by() == By.TERM || watch.by() == By.PLACE) && !watch.what().equals("*")) {
                byWord.computeIfAbsent(Squeezed.of(watch.what()).text(), _ -> new ArrayList<>()).add(watch);
            }
        }
        byWord.remove("");
        trie = Trie.builder().addKeywords(byWord.keySet()).build();
    }

    public static Watchlist of(List<Watch> watches) {
        return watches.isEmpty() ? NONE : new Watchlist(watches);
    }

    /** A watch that was met. */
    record Met(Watch watch, Kind kind, String words, int from, int to) {}

    /** What is met in a text, in no order. */
    List<Met> in(String text) {
        if (watches.isEmpty()) {
            return List.of();
        }
        var squeezed = Squeezed.of(text);
        var met = new ArrayList<Met>();
        var mentioned = new HashSet<Watch>();
        var counts = new HashMap<String, Integer>();
        trie.parseText(squeezed.text(), emit -> {
            if (counts.merge(emit.getKeyword(), 1, Integer::sum) <= MOST_OF_ONE) {
                for (var watch : byWord.getOrDefault(emit.getKeyword(), List.of())) {
                    mentioned.add(watch);
                    if (!watch.hasRule()) {
                        met.add(new Met(watch, watch.by() == By.TERM ? Kind.TERM : Kind.PLACE, emit.getKeyword(),
                                squeezed.origin(emit.getStart()), squeezed.origin(emit.getEnd()) + 1));
                    }
                }
            }
            return true;
        });
        rules(mentioned).forEach(watch -> met.addAll(Geography.in(text, watch)));
        return met;
    }

    private Set<Watch> rules(Set<Watch> mentioned) {
        var rules = new LinkedHashSet<Watch>();
        watches.stream().filter(watch -> watch.hasRule() && (watch.what().equals("*") || mentioned.contains(watch))).forEach(rules::add);
        return rules;
    }

    /** The watches that the piece meets as a whole: by its item, or by the class that its genre or title names. */
    List<Watch> of(String item, String genre, String title) {
        return watches.stream().filter(watch -> watch.by() == By.ITEM && watch.what().equals(item)
                || watch.by() == By.DOCUMENT_CLASS && (genre.equals(watch.what()) || title.replaceAll("[\\s)）】]+$", "").endsWith(watch.what()))).toList();
    }

    /** A text without blanks and invisible signs, in half width and small letters. */
    private record Squeezed(String text, int[] places) {
        static Squeezed of(String text) {
            var narrow = Narrow.of(text);
            var squeezed = new StringBuilder();
            var places = new int[narrow.text.length()];
            var small = narrow.text.toLowerCase(Locale.ROOT);
            for (int i = 0; i < narrow.text.length(); i++) {
                char c = small.length() == narrow.text.length() ? small.charAt(i) : narrow.text.charAt(i);
                if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                    places[squeezed.length()] = narrow.origin(i);
                    squeezed.append(c);
                }
            }
            return new Squeezed(squeezed.toString(), places);
        }

        int origin(int at) {
            return places[at];
        }
    }
}
