package openland.disclosure;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openland.disclosure.Change.Kind;
import openland.disclosure.Change.Part;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Compares two projections value by value, a table row by row, the text paragraph by paragraph and sign by sign. What
 * that costs is bounded: long paragraphs are shown whole, and of very long tables only which rows went and came.
 */
public final class Changes {
    /** Signs of a changed stretch that are still compared one by one: time and memory grow with their square. */
    private static final int SIGN_BY_SIGN = 2_000;
    private static final int LINE_BY_LINE = 3_000;
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final DiffRowGenerator ROWS = DiffRowGenerator.create()
            .showInlineDiffs(true).mergeOriginalRevised(true).inlineDiffByWord(false).lineNormalizer(line -> line)
            .oldTag(opening -> opening ? OPEN + "-" : CLOSE + "").newTag(opening -> opening ? OPEN + "+" : CLOSE + "")
            .build();

    private Changes() {}

    /** What differs, in the order of the document; empty when nothing does. */
    public static List<Change> between(Projection before, Projection after) {
        var old = lines(before);
        var now = lines(after);
        var labels = new LinkedHashSet<>(old.keySet());
        labels.addAll(now.keySet());
        return labels.stream().flatMap(label -> between(label, old.getOrDefault(label, List.of()), now.getOrDefault(label, List.of()))).toList();
    }

    private static Stream<Change> between(String label, List<String> old, List<String> now) {
        if (old.equals(now)) {
            return Stream.empty();
        }
        int head = same(old, now);
        int tail = same(old.subList(head, old.size()).reversed(), now.subList(head, now.size()).reversed());
        return betweenRest(label, old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
    }

    /** How many lines are the same from the first one on. */
    private static int same(List<String> old, List<String> now) {
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        return same;
    }

    private static Stream<Change> betweenRest(String label, List<String> old, List<String> now) {
        if (old.size() + now.size() > LINE_BY_LINE) {
            return Stream.concat(missing(label, old, now, Kind.REMOVED), missing(label, now, old, Kind.ADDED));
        }
        DiffAlgorithmI<String> algorithm = MyersDiffWithLinearSpace.factory().create();   // the usual one's memory grows with the square
        return stretches(DiffUtils.diff(old, now, algorithm, null).getDeltas()).stream()
                .flatMap(stretch -> ofStretch(label, old.subList(stretch.oldFrom, stretch.oldTo), now.subList(stretch.nowFrom, stretch.nowTo)));
    }

    /** What changed without a line between that stayed; the last lines excluded. */
    private record Stretch(int oldFrom, int oldTo, int nowFrom, int nowTo) {}

    /** A changed line comes as one that went and one that came: joined, so that its signs can be compared. */
    private static List<Stretch> stretches(List<AbstractDelta<String>> deltas) {
        var stretches = new ArrayList<Stretch>();
        for (var delta : deltas) {
            var next = new Stretch(delta.getSource().getPosition(), delta.getSource().getPosition() + delta.getSource().size(),
                    delta.getTarget().getPosition(), delta.getTarget().getPosition() + delta.getTarget().size());
            if (!stretches.isEmpty() && stretches.getLast().oldTo == next.oldFrom && stretches.getLast().nowTo == next.nowFrom) {
                var last = stretches.removeLast();
                next = new Stretch(last.oldFrom, next.oldTo, last.nowFrom, next.nowTo);
            }
            stretches.add(next);
        }
        return stretches;
    }

    private static Stream<Change> ofStretch(String label, List<String> old, List<String> now) {
        if (Stream.concat(old.stream(), now.stream()).mapToInt(String::length).sum() > SIGN_BY_SIGN) {
            return Stream.concat(old.stream().map(line -> whole(label, line, Kind.REMOVED)), now.stream().map(line -> whole(label, line, Kind.ADDED)));
        }
        return ROWS.generateDiffRows(old, now).stream().filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
                .map(row -> new Change(label, parts(row.getOldLine())));
    }

    /** The lines of {@code some} that {@code others} does not have, as often as it lacks them. */
    private static Stream<Change> missing(String label, List<String> some, List<String> others, Kind kind) {
        var left = new HashMap<String, Integer>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return some.stream().filter(line -> left.merge(line, -1, Integer::sum) < 0).map(line -> whole(label, line, kind));
    }

    private static Change whole(String label, String line, Kind kind) {
        return new Change(label, List.of(new Part(kind, line)));
    }

    private static Map<String, List<String>> lines(Projection projection) {
        var lines = new LinkedHashMap<String, List<String>>();
        put(lines, "标题", projection.title());
        put(lines, "文号", projection.documentNumber());
        put(lines, "生成日期", projection.producedOn());
        put(lines, "有效期", projection.expiresOn());
        put(lines, "有效性", projection.validity());
        put(lines, "体裁分类", projection.genre());
        put(lines, "组配分类", projection.category());
        projection.fields().forEach(field -> put(lines, field.label(), field.text()));
        put(lines, "附件", String.join("\n", projection.attachments().stream()
                .map(file -> file.name() + "（" + file.sha256().substring(0, 12) + "）").toList()));
        if (projection.body() != null) {
            lines.put("正文", paragraphs(projection.body()));
        }
        return lines;
    }

    private static List<String> paragraphs(String html) {
        return Jsoup.parseBodyFragment(html).select("p, h1, h2, h3, h4, h5, h6, li, td, th, caption").stream()
                .filter(element -> element.select("p, li, td, th").size() <= (element.is("p, li, td, th") ? 1 : 0))
                .map(element -> clean(element.text())).toList();
    }

    /** A field may bear the label of a line of the head: both are compared under it. */
    private static void put(Map<String, List<String>> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var before = lines.getOrDefault(label, List.of());
            lines.put(label, Stream.concat(before.stream(), value.lines().map(Changes::clean)).toList());
        }
    }

    private static String clean(String text) {
        return text.replace(OPEN, ' ').replace(CLOSE, ' ').replace("\t", "　│　");
    }

    private static List<Part> parts(String merged) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < merged.length()) {
            int open = merged.indexOf(OPEN, at);
            if (open < 0) {
                parts.add(new Part(Kind.SAME, merged.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Part(Kind.SAME, merged.substring(at, open)));
            }
            int close = merged.indexOf(CLOSE, open);
            parts.add(new Part(merged.charAt(open + 1) == '+' ? Kind.ADDED : Kind.REMOVED, merged.substring(open + 2, close)));
            at = close + 1;
        }
        return parts;
    }
}
