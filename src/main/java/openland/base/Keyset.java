package openland.base;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, read by key and not by offset, so that page 25,000 costs what page 1 costs.
 *
 * @param items at most as many as were asked for
 * @param next  what to give as {@code after} for the following page; null on the last one
 */
public record Keyset<T>(List<T> items, @Nullable String next) {
    /** The most rows that one page may have. */
    public static final int MOST = 1000;

    /** Makes a page from one row more than {@code limit}: the extra row only says that there is a next page. */
    public static <T> Keyset<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Keyset<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Keyset<>(items, encode(key.apply(items.getLast())));
    }

    public <R> Keyset<R> map(Function<T, R> each) {
        return new Keyset<>(items.stream().map(each).toList(), next);
    }

    /** The key inside an {@code after} parameter, null when there was none. @throws Refusal when it was not made here */
    public static @Nullable String decode(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("翻页参数after不是本系统给出的值，请从第一页重新开始。");
        }
    }

    /** {@code limit} when it lies in 1…1000, {@code usual} when none was given. @throws Refusal otherwise */
    public static int limit(@Nullable Integer limit, int usual) {
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("每页条数limit应在1到1000之间。");
        }
        return limit;
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
