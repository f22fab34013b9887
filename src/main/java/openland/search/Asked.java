package openland.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a question asks for: numbers, words, or everything.
 *
 * @param text  what was typed
 * @param words the words beside the numbers
 */
record Asked(String text, AskedNumbers numbers, List<String> words) {
    /** Above any score that words can reach, so that a number that is asked for comes first. */
    private static final float FIRST = 100_000;

    static Asked in(String text, BiPredicate<String, String> known) {
        var numbers = AskedNumbers.in(text, known);
        return new Asked(text, numbers, WordQuery.words(numbers.rest()));
    }

    boolean isEverything() {
        return text.isBlank();
    }

    boolean isNumber() {
        return numbers.isNumber();
    }

    /** Numbers first, then words by how well they fit. */
    Query byRelevance() {
        return query(FIRST, WordQuery.all(words));
    }

    /** Numbers first, then whatever the order says. */
    Query byOrder() {
        return query(1, new BoostQuery(new ConstantScoreQuery(WordQuery.all(words)), 0));
    }

    private Query query(float first, Query byWords) {
        if (isEverything()) {
            return new MatchAllDocsQuery();
        }
        if (numbers.numbers().isEmpty()) {
            return byWords;
        }
        var query = new BooleanQuery.Builder();
        numbers.numbers().forEach(number -> query.add(new BoostQuery(new ConstantScoreQuery(
                new TermQuery(new Term(number.field(), number.key()))), first), Occur.SHOULD));
        if (!isNumber()) {
            query.add(byWords, Occur.SHOULD);
        }
        return query.build();
    }

    /** The numbers as they are told to the person: only what was taken for a number and nothing else. */
    List<String> understood() {
        return numbers.numbers().stream().filter(AskedNumber::firm).map(AskedNumber::shown).distinct().toList();
    }

    /** What to say when nothing was found. */
    String nothingFound(boolean somethingNear) {
        if (isEverything()) {
            return "没有符合这些条件的公开信息，可以减少条件再看。";
        }
        if (isNumber()) {
            return "没有号码为" + understood().stream().collect(Collectors.joining("”“", "“", "”"))
                    + "的公开信息。请核对号码；号码无误的，可能尚未公开或者已经撤回。";
        }
        return somethingNear ? "没有同时含有这些词的公开信息，下面几件比较接近。" : "没有含有这些词的公开信息，可以换个说法或者少用几个词再试。";
    }

    /** Why a piece was found, as far as numbers and title tell it. */
    List<String> reasons(Documents.Kept piece, boolean allWords, boolean markedInText) {
        var reasons = new ArrayList<String>();
        numbers.numbers().stream().filter(number -> number.isOf(piece)).findFirst().map(AskedNumber::reason).ifPresent(reasons::add);
        var title = NumberText.bare(piece.text(Fields.TITLE));
        var inTitle = words.stream().filter(word -> title.contains(NumberText.bare(word))).toList();
        if (!inTitle.isEmpty()) {
            reasons.add("标题含有" + inTitle.stream().collect(Collectors.joining("”“", "“", "”")));
        }
        if (markedInText && !words.isEmpty()) {
            reasons.add(allWords ? "正文含有这些词" : "正文含有一部分词");
        }
        return reasons;
    }
}
