package openland.search;

import java.util.regex.Pattern;
import openland.base.Refusal;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The order of hits, and the place in it where a page ended. The ledger index, which is unique, is its last word. */
final class Order {
    private static final Pattern KEY = Pattern.compile("(\\w+):([0-9a-f]{1,8}):(-?\\d{1,9}):(\\d{1,18})");

    private Order() {}

    static org.apache.lucene.search.Sort of(Question.Sort sort) {
        var ledger = new SortField(Fields.LEDGER, SortField.Type.LONG, true);
        return switch (sort) {
            case RELEVANCE -> new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, ledger);
            case NEWEST -> new org.apache.lucene.search.Sort(SortField.FIELD_SCORE,
                    new SortField(Fields.DATE, SortField.Type.LONG, true), ledger);
            case OLDEST -> new org.apache.lucene.search.Sort(SortField.FIELD_SCORE,
                    new SortField(Fields.DATE, SortField.Type.LONG, false),
                    new SortField(Fields.LEDGER, SortField.Type.LONG, false));
        };
    }

    /** Where {@code hit} stands. */
    static String keyOf(FieldDoc hit, Question.Sort sort) {
        var fields = hit.fields;
        long date = sort == Question.Sort.RELEVANCE ? 0 : (Long) fields[1];
        return "%s:%x:%d:%d".formatted(sort.parameter(), Float.floatToIntBits((Float) fields[0]), date,
                (Long) fields[fields.length - 1]);
    }

    /** The place that {@code key} says. @throws Refusal when it was not made by {@link #keyOf} for this order */
    static @Nullable FieldDoc after(@Nullable String key, Question.Sort sort) {
        if (key == null) {
            return null;
        }
        var match = KEY.matcher(key);
        if (!match.matches() || !match.group(1).equals(sort.parameter())) {
            throw Refusal.invalid("翻页参数after不是本次搜索给出的值，请从第一页重新开始。");
        }
        Float score = Float.intBitsToFloat(Integer.parseUnsignedInt(match.group(2), 16));
        Long ledger = Long.valueOf(match.group(4));
        Object[] fields = sort == Question.Sort.RELEVANCE ? new Object[] {score, ledger}
                : new Object[] {score, Long.valueOf(match.group(3)), ledger};
        return new FieldDoc(Integer.MAX_VALUE, score, fields);
    }
}
