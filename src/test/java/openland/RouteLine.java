package openland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of {@code routes.tsv}: one route, how it is asked for, and the status that each reader gets.
 *
 * @param method   {@code ANY} for a route of every method; it is asked for with GET
 * @param path     the pattern filled with names of {@link RouteObjects}
 * @param body     {@code -} for none, {@code file} for an upload, JSON, or the fields of a form
 * @param statuses by the reader's name; the last column names its reader itself: an officer of another office
 */
record RouteLine(String method, String pattern, String path, String body, Map<String, Integer> statuses) {
    private static final int FIRST_READER = 4;

    static List<RouteLine> all() {
        try (var file = RouteLine.class.getResourceAsStream("/routes.tsv")) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).toList();
            return lines.stream().skip(1).map(cells -> of(lines.getFirst(), cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteLine of(String[] head, String[] cells) {
        if (cells.length != head.length) {
            throw new IllegalStateException("routes.tsv: " + head.length + " cells are needed in " + String.join(" ", cells));
        }
        var statuses = new LinkedHashMap<String, Integer>();
        for (int i = FIRST_READER; i < cells.length - 1; i++) {
            statuses.put(head[i], Integer.valueOf(cells[i]));
        }
        var foreign = cells[cells.length - 1].split(" ");
        statuses.put(foreign[0], Integer.valueOf(foreign[1]));
        return new RouteLine(cells[0], cells[1], cells[2], cells[3], statuses);
    }

    String route() {
        return method + " " + pattern;
    }

    boolean isForPrograms() {
        return pattern.startsWith("/api/");
    }

    boolean changesSomething() {
        return !method.equals("GET") && !method.equals("ANY");
    }

    /** The officer of another office. */
    String foreigner() {
        return List.copyOf(statuses.keySet()).getLast();
    }

    int foreignStatus() {
        return statuses.get(foreigner());
    }

    /** A page with a form to send carries the token against forged requests; no other page for everybody sets anything. */
    boolean isPublicReading() {
        return !changesSomething() && statuses.get("anonymous") < 400 && !pattern.startsWith("/desk")
                && !pattern.equals("/login") && !pattern.equals("/openness/missing") && !pattern.equals("/request/new") && !pattern.equals("/track");
    }

    /** Whoever is refused comes first, so that he meets the thing before anybody has changed it. */
    List<Map.Entry<String, Integer>> refusedFirst() {
        return statuses.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).toList();
    }
}
