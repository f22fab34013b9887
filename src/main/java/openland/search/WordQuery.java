package openland.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Words as Lucene queries. What people type is text: no sign in it has a meaning of its own. */
final class WordQuery {
    private static final Map<String, Float> FIELDS = fields();
    /** How much may stand between the parts of a word with punctuation in it. */
    private static final int SLOP = 1;
    private static final float TIE = 0.1f;
    /** The part of a question's bigrams that something near must hold. */
    private static final double NEAR = 0.3;

    private WordQuery() {}

    private static Map<String, Float> fields() {
        var fields = new LinkedHashMap<String, Float>();
        fields.put(Fields.TITLE, 3f);
        fields.put(Fields.NUMBERS, 2f);
        fields.put(Fields.BODY, 1f);
        fields.put(Fields.FIELDS, 1f);
        fields.put(Fields.FILES, 0.7f);
        return fields;
    }

    /** The words that blanks part; those that hold nothing to look for are left out. */
    static List<String> words(String text) {
        return text.strip().isEmpty() ? List.of() : Arrays.stream(text.strip().split("[\\s\\p{Z}]+"))
                .filter(word -> !parts(word).isEmpty()).distinct().toList();
    }

    /** Every word must stand somewhere in the piece, as typed. */
    static Query all(List<String> words) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(anywhere(parts(word)), Occur.MUST));
        return all.build();
    }

    /** A good part of what was typed stands in the piece. */
    static Query near(List<String> words) {
        var parts = words.stream().flatMap(word -> parts(word).stream()).map(Part::text).distinct().toList();
        if (parts.size() < 2) {
            return new MatchNoDocsQuery("nothing to leave out");
        }
        var near = new BooleanQuery.Builder();
        parts.forEach(part -> near.add(anywhere(List.of(new Part(part, 0))), Occur.SHOULD));
        return near.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(parts.size() * NEAR))).build();
    }

    private static Query anywhere(List<Part> parts) {
        var fields = new ArrayList<Query>();
        FIELDS.forEach((field, boost) -> fields.add(new BoostQuery(in(field, parts), boost)));
        return new DisjunctionMaxQuery(fields, TIE);
    }

    private static Query in(String field, List<Part> parts) {
        if (parts.size() == 1) {
            return new TermQuery(new Term(field, parts.getFirst().text()));
        }
        var phrase = new PhraseQuery.Builder().setSlop(SLOP);
        parts.forEach(part -> phrase.add(new Term(field, part.text()), part.position()));
        return phrase.build();
    }

    private record Part(String text, int position) {}

    /** The terms that a word is found by: bigrams; a single character only where it makes none. */
    private static List<Part> parts(String word) {
        var tokens = TokenScanner.all(word);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean withNext = i + 1 < tokens.size() && token.pairsWith(tokens.get(i + 1));
            boolean withLast = i > 0 && tokens.get(i - 1).pairsWith(token);
            if (withNext) {
                parts.add(new Part(token.text() + tokens.get(i + 1).text(), i));
            } else if (!withLast) {
                parts.add(new Part(token.text(), i));
            }
        }
        return parts;
    }
}
