package openland.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A day, kept as ISO 8601: {@code 2026-11-20}. Read from every way in which Chinese documents write one. Choices of such a
 * field are words in place of a day (长期), kept as they are labelled.
 */
record DateType() implements FieldType {
    private static final Pattern NUMERIC = Pattern.compile(
            "(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern NORMAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CHINESE = Pattern.compile("([〇○零一二三四五六七八九]{4})年([元正一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final String DIGITS = "〇一二三四五六七八九";

    @Override
    public String name() {
        return "date";
    }

    @Override
    public int ceiling() {
        return 60;
    }

    @Override
    public Reading read(JsonNode raw, Field field) {
        var typed = raw.isValueNode() ? Text.strip(Text.narrow(raw.asString())) : "";
        var word = field.choices().stream().filter(choice -> choice.isCalled(Text.withoutBlanks(typed))).findFirst();
        if (word.isPresent()) {
            return Reading.of(word.get().label());
        }
        try {
            var date = dateIn(typed);
            if (date == null) {
                return new Reading.Wrong("“" + typed + "”不是日期。请写成2026-11-20或2026年11月20日。");
            }
            return date.getYear() < 1949 || date.getYear() > 2100
                    ? new Reading.Wrong("年份" + date.getYear() + "不在1949到2100之间，请核对。")
                    : Reading.of(date.toString());
        } catch (DateTimeException e) {
            return new Reading.Wrong("日历上没有“" + typed + "”这一天。");
        }
    }

    private static @Nullable LocalDate dateIn(String typed) {
        var chinese = CHINESE.matcher(Text.withoutBlanks(typed));
        if (chinese.matches()) {
            var year = chinese.group(1).replace('○', '〇').replace('零', '〇').chars().map(DIGITS::indexOf)
                    .reduce(0, (sum, digit) -> sum * 10 + digit);
            return LocalDate.of(year, number(chinese.group(2)), number(chinese.group(3)));
        }
        var spaced = typed.replaceAll("\\s*([年月日])\\s*", "$1");
        for (var pattern : new Pattern[] {NUMERIC, COMPACT}) {
            var match = pattern.matcher(spaced);
            if (match.matches()) {
                return LocalDate.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3)));
            }
        }
        return null;
    }

    /** 元, 十, 十二, 二十, 三十一. */
    private static int number(String chinese) {
        if (chinese.equals("元") || chinese.equals("正")) {
            return 1;
        }
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return chinese.length() == 1 ? DIGITS.indexOf(chinese) : 99;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(0));
        int ones = ten == chinese.length() - 1 ? 0 : DIGITS.indexOf(chinese.charAt(ten + 1));
        return chinese.length() - ten > 2 || ten > 1 ? 99 : tens * 10 + ones;
    }

    /** A day in its normal form; empty for anything else, also for a day that no calendar has. */
    static Optional<LocalDate> day(String text) {
        try {
            return NORMAL.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 2026年11月20日; a word that stands for no day (长期) as it is. */
    @Override
    public String text(JsonNode value) {
        if (!isDay(value)) {
            return value.asString();
        }
        var date = LocalDate.parse(value.asString());
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    @Override
    public @Nullable Object amountOrDay(JsonNode value) {
        return day(value.asString("")).orElse(null);
    }

    @Override
    public String html(JsonNode value) {
        return !isDay(value) ? FieldTypes.escape(value.asString()) : "<time datetime=\"" + FieldTypes.escape(value.asString()) + "\">" + text(value) + "</time>";
    }

    @Override
    public String typed(JsonNode value, String part, Field field) {
        return part.isEmpty() && read(value, field) instanceof Reading.Value ? text(value) : FieldType.super.typed(value, part, field);
    }

    @Override
    public ObjectNode schema(Field field) {
        if (field.choices().isEmpty()) {
            return FieldTypes.stringSchema().put("format", "date");
        }
        var schema = FieldTypes.object();
        var either = schema.putArray("anyOf");
        either.add(FieldTypes.stringSchema().put("format", "date"));
        field.choices().forEach(word -> either.add(FieldTypes.object().put("const", word.label())));
        return schema;
    }

    static boolean isDay(JsonNode value) {
        return day(value.asString()).isPresent();
    }
}
