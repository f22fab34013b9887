package openland.oversight;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure counts, and by which condition its list is read. The one place where it is defined, for people and for the database. */
public enum What {
    OWED("应公开", "最后一日在所选的月份里，没有撤销，也没有停着计时", "not (k.met_at is null and k.due_at is null)"),
    MET("按时公开", "在最后一日过去之前公开或者办结", "k.met_at is not null and (k.due_at is null or k.met_at < k.due_at)"),
    LATE("晚公开", "最后一日过去以后才公开或者办结", "k.met_at >= k.due_at"),
    OVERDUE("逾期", "最后一日已经过去，到现在还没有公开", "k.met_at is null and k.due_at <= :now"),
    PENDING("未到期", "最后一日还没有过去，还没有公开", "k.met_at is null and k.due_at > :now"),
    STOPPED("中止计时", "依法不计时间（如等第三方答复），按原定的最后一日归月，不计入应公开", "k.met_at is null and k.due_at is null");

    private final String label;
    private final String meaning;
    private final String condition;

    What(String label, String meaning, String condition) {
        this.label = label;
        this.meaning = meaning;
        this.condition = condition;
    }

    /** In Chinese, for people. */
    public String label() {
        return label;
    }

    /** The definition, in words. */
    public String meaning() {
        return meaning;
    }

    /** The same for the database; {@code k} is the clock. */
    String condition() {
        return condition;
    }

    /** The name outside: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<What> of(String code) {
        return Stream.of(values()).filter(what -> what.code().equals(code)).findFirst();
    }
}
