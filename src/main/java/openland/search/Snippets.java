package openland.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * The place of a piece where the words stand: safe HTML in which the only element is {@code <mark>} and
 * {@code & < > " '} are escaped.
 */
final class Snippets {
    private static final int GOAL = 90;
    private static final int LONGEST = 180;
    private static final int BEFORE = 40;
    /** Characters of a text that are looked through; a hit behind them is found but not shown. */
    static final int LOOKED_THROUGH = 300_000;

    private Snippets() {}

    /** One snippet for each document; its text's beginning where the words are not in it. */
    static List<String> of(IndexSearcher searcher, Query words, int[] documents) throws IOException {
        var highlighter = UnifiedHighlighter.builder(searcher, BigramTokenizer.analyzer())
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.CHINA), GOAL, 0.5f))
                .withFormatter(new Marking()).withMaxLength(LOOKED_THROUGH).withMaxNoHighlightPassages(1)
                .build();
        String[] fields = {Fields.BODY, Fields.FIELDS, Fields.FILES};
        var found = highlighter.highlightFields(fields, words, documents.clone(), new int[] {2, 1, 1});
        return IntStream.range(0, documents.length).mapToObj(i -> best(found, i)).toList();
    }

    /** Where the words stand: in the text, else in the fields, else in a file; else the beginning of what there is. */
    private static String best(Map<String, String[]> found, int i) {
        var texts = Stream.of(Fields.BODY, Fields.FIELDS, Fields.FILES).map(field -> Objects.requireNonNull(found.get(field))[i])
                .filter(text -> text != null && !text.isBlank()).toList();
        return texts.stream().filter(text -> text.contains("<mark>")).findFirst()
                .or(() -> texts.stream().findFirst()).orElse("");
    }

    /** Marks what matches, cuts what is too long, and escapes the rest. */
    static final class Marking extends PassageFormatter {
        @Override
        public String format(Passage[] passages, String content) {
            var html = new StringBuilder();
            int shown = 0;
            for (int i = 0; i < passages.length; i++) {
                var passage = passages[i];
                int first = passage.getNumMatches() == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
                int from = Math.max(passage.getStartOffset(), first - BEFORE);
                int to = Math.min(passage.getEndOffset(), from + LONGEST - shown);
                if (to - from < 2) {
                    continue;
                }
                html.append(html.isEmpty() && from == 0 ? "" : "…");
                append(html, passage, content, whole(content, from), whole(content, to));
                shown += to - from;
                if (to < content.length() && i == passages.length - 1) {
                    html.append("…");
                }
            }
            return html.toString();
        }

        private static void append(StringBuilder html, Passage passage, String content, int from, int to) {
            int at = from;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(to, passage.getMatchEnds()[i]);
                while (i + 1 < passage.getNumMatches() && passage.getMatchStarts()[i + 1] <= end) {
                    end = Math.min(to, Math.max(end, passage.getMatchEnds()[++i]));
                }
                if (end > start) {
                    escape(html, content.substring(at, start));
                    html.append("<mark>");
                    escape(html, content.substring(start, end));
                    html.append("</mark>");
                    at = end;
                }
            }
            escape(html, content.substring(at, Math.max(at, to)));
        }

        /** Not between the two halves of one character. */
        private static int whole(String content, int at) {
            return at > 0 && at < content.length() && Character.isLowSurrogate(content.charAt(at)) ? at - 1 : at;
        }

        private static void escape(StringBuilder html, String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '&' -> html.append("&amp;");
                    case '<' -> html.append("&lt;");
                    case '>' -> html.append("&gt;");
                    case '"' -> html.append("&quot;");
                    case '\'' -> html.append("&#39;");
                    case '\n', '\r', '\t' -> html.append(' ');
                    default -> html.append(c);
                }
            }
        }
    }
}
