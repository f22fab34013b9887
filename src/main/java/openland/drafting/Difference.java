package openland.drafting;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import openland.disclosure.Projection;
import openland.drafting.Change.Kind;
import openland.drafting.Change.Part;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Compares two published projections value by value, the text paragraph by paragraph and sign by sign. */
final class Difference {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final DiffRowGenerator ROWS = DiffRowGenerator.create()
            .showInlineDiffs(true).mergeOriginalRevised(true).inlineDiffByWord(false).lineNormalizer(line -> line)
            .oldTag(opening -> opening ? OPEN + "-" : CLOSE + "").newTag(opening -> opening ? OPEN + "+" : CLOSE + "")
            .build();

    private Difference() {}

    static List<Change> between(Projection before, Projection after) {
        var old = lines(before);
        var now = lines(after);
        var labels = new LinkedHashSet<>(old.keySet());
        labels.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var label : labels) {
            for (var row : ROWS.generateDiffRows(old.getOrDefault(label, List.of()), now.getOrDefault(label, List.of()))) {
                if (row.getTag() != DiffRow.Tag.EQUAL) {
                    changes.add(new Change(label, parts(row.getOldLine())));
                }
            }
        }
        return changes;
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
        projection.fields().forEach(field -> lines.put(field.label(), field.text().lines().toList()));
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

    private static void put(Map<String, List<String>> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.put(label, value.lines().map(Difference::clean).toList());
        }
    }

    private static String clean(String text) {
        return text.replace(OPEN, ' ').replace(CLOSE, ' ');
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
