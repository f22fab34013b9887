package openland.search;

import java.time.LocalDate;
import java.util.Locale;
import openland.base.Keyset;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A search as the address of its page says it: the text and the filters, which all must hold.
 *
 * @param q        what was typed; blank asks for the newest pieces
 * @param office   the code of an office, with all under it
 * @param region   行政区划代码, with all within it (370000 is the province)
 * @param item     the identifier of a catalogue item
 * @param category 组配分类, as written
 * @param genre    体裁分类, as written
 * @param validity 有效性, as written
 * @param place    words for a place that the piece must name
 * @param from     the first day of the document's date: 生成日期, else 原发布日期, else the day of publication here
 * @param to       the last day of the same
 * @param after    the {@code next} of the page before
 * @param limit    how many hits, 1…1000
 */
public record Question(String q, @Nullable String office, @Nullable String region, @Nullable String item,
        @Nullable String category, @Nullable String genre, @Nullable String validity, @Nullable String place,
        @Nullable LocalDate from, @Nullable LocalDate to, Sort sort, @Nullable String after, int limit) {
    /** Longer questions are refused. */
    public static final int LONGEST = 200;
    public static final int USUAL_LIMIT = 20;

    /** In which order the hits come; a number that is asked for comes first in each. */
    public enum Sort {
        RELEVANCE, NEWEST, OLDEST;

        /** @throws Refusal when there is no such order */
        public static Sort of(@Nullable String name) {
            if (name == null || name.isBlank()) {
                return RELEVANCE;
            }
            for (var sort : values()) {
                if (sort.parameter().equals(name)) {
                    return sort;
                }
            }
            throw Refusal.invalid("排序sort只能是relevance（最贴切）、newest（最新在前）或oldest（最早在前）。");
        }

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Question {
        q = q.strip();
        if (q.codePointCount(0, q.length()) > LONGEST) {
            throw Refusal.invalid("搜索的内容请不要超过" + LONGEST + "个字，可以只留下最要紧的几个词。");
        }
        place = place == null || place.isBlank() ? null : place.strip();
        if (place != null && place.length() > LONGEST) {
            throw Refusal.invalid("地点place请不要超过" + LONGEST + "个字。");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.invalid("起始日期from晚于截止日期to，请对调。");
        }
        limit = Keyset.limit(limit, USUAL_LIMIT);
    }

    /** Everything with these words. */
    public static Question of(String q) {
        return new Question(q, null, null, null, null, null, null, null, null, null, Sort.RELEVANCE, null, USUAL_LIMIT);
    }
}
