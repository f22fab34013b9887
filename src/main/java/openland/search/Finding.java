package openland.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import openland.base.Keyset;
import openland.office.Office;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** One search in one state of the index. */
final class Finding {
    private static final int MOST_NEAR = 5;
    private static final int MOST_VALUES = 20;

    private final IndexSearcher searcher;
    private final Question question;
    private final Query filter;
    private final Function<UUID, Optional<Office>> offices;
    private final Asked asked;

    Finding(IndexSearcher searcher, Question question, Query filter, Function<UUID, Optional<Office>> offices) {
        this.searcher = searcher;
        this.question = question;
        this.filter = filter;
        this.offices = offices;
        this.asked = Asked.in(question.q(), this::isKnown);
    }

    private boolean isKnown(String field, String key) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, key)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    Found find() throws IOException {
        boolean byRelevance = question.sort() == Question.Sort.RELEVANCE;
        var query = filtered(byRelevance ? asked.byRelevance() : asked.byOrder());
        var after = Order.after(Keyset.decode(question.after()), question.sort());
        var both = searcher.search(query, new MultiCollectorManager(new TopFieldCollectorManager(
                Order.of(question.sort()), question.limit() + 1, after, Integer.MAX_VALUE), new FacetCounts()));
        var top = (TopFieldDocs) both[0];
        var page = Keyset.of(List.of(top.scoreDocs), question.limit(), hit -> Order.keyOf((FieldDoc) hit, question.sort()));
        long total = top.totalHits.value();
        var near = total == 0 ? near() : List.<Hit>of();
        return new Found(total, hits(page.items(), WordQuery.all(asked.words()), true),
                facets((Map<String, Map<String, Integer>>) both[1]), page.next(), near, asked.understood(),
                total == 0 ? asked.nothingFound(!near.isEmpty()) : null);
    }

    private Query filtered(Query query) {
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
    }

    /** Nothing near a number is of use: another number is another document. */
    private List<Hit> near() throws IOException {
        var query = asked.isNumber() ? new MatchNoDocsQuery() : WordQuery.near(asked.words());
        TopDocs top = searcher.search(filtered(query), MOST_NEAR);
        return hits(Arrays.asList(top.scoreDocs), query, false);
    }

    private List<Hit> hits(List<ScoreDoc> found, Query words, boolean allWords) throws IOException {
        var snippets = Snippets.of(searcher, words, found.stream().mapToInt(hit -> hit.doc).toArray());
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < found.size(); i++) {
            hits.add(hit(new Documents.Kept(searcher.storedFields().document(found.get(i).doc)), snippets.get(i), allWords));
        }
        return hits;
    }

    private Hit hit(Documents.Kept piece, String snippet, boolean allWords) {
        return new Hit(piece.id(), piece.text(Fields.INDEX_NUMBER), piece.optional(Fields.DOCUMENT_NUMBER),
                piece.text(Fields.TITLE), piece.text(Fields.ITEM), piece.text(Fields.ITEM_TITLE),
                offices.apply(piece.office()).map(Office::code).orElse(""), piece.text(Fields.OFFICE_NAME), piece.date(),
                piece.publishedAt(), piece.optional(Fields.VALIDITY), snippet,
                asked.reasons(piece, allWords, snippet.contains("<mark>")));
    }

    private List<Facet> facets(Map<String, Map<String, Integer>> counts) throws IOException {
        var facets = new ArrayList<Facet>();
        for (var name : FacetCounts.FACETS) {
            var values = new ArrayList<Facet.Value>();
            for (var count : most(name, counts.getOrDefault(name, Map.of()))) {
                values.add(labelled(name, count.getKey(), count.getValue()));
            }
            facets.add(new Facet(name, List.copyOf(values)));
        }
        return List.copyOf(facets);
    }

    private static List<Map.Entry<String, Integer>> most(String name, Map<String, Integer> counts) {
        Comparator<Map.Entry<String, Integer>> order = name.equals(Fields.YEAR) ? Map.Entry.<String, Integer>comparingByKey().reversed()
                : Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return counts.entrySet().stream().sorted(order).limit(MOST_VALUES).toList();
    }

    private Facet.Value labelled(String name, String value, int count) throws IOException {
        return switch (name) {
            case Fields.OFFICE -> offices.apply(UUID.fromString(value))
                    .map(office -> new Facet.Value(office.code(), office.name(), count))
                    .orElseGet(() -> new Facet.Value(value, value, count));
            case Fields.ITEM -> new Facet.Value(value, titleOf(value), count);
            case Fields.YEAR -> new Facet.Value(value, value + "年", count);
            default -> new Facet.Value(value, value, count);
        };
    }

    /** Editions describe themselves: any piece of the item tells its title. */
    private String titleOf(String item) throws IOException {
        var one = searcher.search(new TermQuery(new Term(Fields.ITEM, item)), 1).scoreDocs;
        return one.length == 0 ? item : searcher.storedFields()
                .document(one[0].doc, Set.of(Fields.ITEM_TITLE)).get(Fields.ITEM_TITLE);
    }
}
