package openland.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Offices;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a question limits its hits to. */
@Component
class Filters {
    private static final Pattern REGION = Pattern.compile("\\d{6}");

    private final Offices offices;

    Filters(Offices offices) {
        this.offices = offices;
    }

    /** @throws Refusal for an office or a region that there is not */
    Query of(Question question) {
        var filters = new ArrayList<Query>();
        office(question.office()).ifPresent(filters::add);
        region(question.region()).ifPresent(filters::add);
        exactly(Fields.ITEM, question.item()).ifPresent(filters::add);
        exactly(Fields.CATEGORY, question.category()).ifPresent(filters::add);
        exactly(Fields.GENRE, question.genre()).ifPresent(filters::add);
        exactly(Fields.VALIDITY, question.validity()).ifPresent(filters::add);
        place(question.place()).ifPresent(filters::add);
        dates(question.from(), question.to()).ifPresent(filters::add);
        return all(filters);
    }

    private static Query all(List<Query> filters) {
        if (filters.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var all = new BooleanQuery.Builder();
        filters.forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private Optional<Query> office(@Nullable String code) {
        return given(code).map(value -> {
            var office = offices.byCode(value).orElseThrow(() -> Refusal.invalid("没有代码为“" + value + "”的机构。"));
            var within = new ArrayList<>(List.of(new BytesRef(office.id().toString())));
            offices.subtree(office.id()).stream().map(Office::id).map(UUID::toString).map(BytesRef::new).forEach(within::add);
            return new TermInSetQuery(Fields.OFFICE, within);
        });
    }

    private static Optional<Query> region(@Nullable String code) {
        return given(code).map(value -> {
            if (!REGION.matcher(value).matches()) {
                throw Refusal.invalid("行政区划代码region应为六位数字。");
            }
            return new PrefixQuery(new Term(Fields.REGION, value.replaceFirst("(00)+$", "")));
        });
    }

    private static Optional<Query> exactly(String field, @Nullable String wanted) {
        return given(wanted).map(value -> new TermQuery(new Term(field, value)));
    }

    private static Optional<Query> place(@Nullable String words) {
        return given(words).map(value -> {
            var parts = WordQuery.words(value);
            return parts.isEmpty() ? new MatchNoDocsQuery("no place") : WordQuery.all(parts);
        });
    }

    private static Optional<Query> dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        return Optional.of(LongPoint.newRangeQuery(Fields.DATE, from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay()));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
