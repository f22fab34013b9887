package openland.files.ooxml;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of lists (编号), counted as Word counts them, as text: 一、 (二) 3. */
final class WordNumbering {
    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] FORMAL = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String HEAVENLY = "甲乙丙丁戊己庚辛壬癸";
    private static final String EARTHLY = "子丑寅卯辰巳午未申酉戌亥";

    private final WordStyles styles;
    private final Map<String, Xml> lists = new HashMap<>();
    private final Map<String, Xml> kinds = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();

    WordNumbering(Optional<Xml> root, WordStyles styles) {
        this.styles = styles;
        root.ifPresent(found -> {
            found.children("w:num").forEach(list -> lists.put(list.attr("w:numId"), list));
            found.children("w:abstractNum").forEach(kind -> kinds.put(kind.attr("w:abstractNumId"), kind));
        });
    }

    /** The number before a paragraph, with a blank after it; empty if it has none. */
    String before(Xml paragraph) {
        var properties = styles.paragraph("w:numPr", paragraph);
        var list = properties.map(found -> lists.get(found.attrAt("w:val", "w:numId")));
        if (list.isEmpty()) {
            return "";
        }
        var kind = kinds.get(list.get().attrAt("w:val", "w:abstractNumId"));
        if (kind == null) {
            return "";
        }
        int level = level(properties.get(), kind, paragraph);
        var counted = counts.computeIfAbsent(kind.attr("w:abstractNumId"), any -> new int[9]);
        counted[level] = counted[level] == 0 ? start(list.get(), kind, level) : counted[level] + 1;
        Arrays.fill(counted, level + 1, 9, 0);
        return text(list.get(), kind, level, counted);
    }

    private int level(Xml properties, Xml kind, Xml paragraph) {
        var given = properties.attrAt("w:val", "w:ilvl");
        if (given.matches("[0-8]")) {
            return Integer.parseInt(given);
        }
        return kind.children("w:lvl").stream().filter(level -> level.attrAt("w:val", "w:pStyle").equals(styles.style(paragraph))
                && !styles.style(paragraph).isEmpty()).map(level -> number(level.attr("w:ilvl"), 0)).findFirst().orElse(0);
    }

    private static Optional<Xml> level(Xml list, Xml kind, int level) {
        return list.children("w:lvlOverride").stream().filter(over -> over.attr("w:ilvl").equals("" + level)).flatMap(over -> over.child("w:lvl").stream())
                .findFirst().or(() -> kind.children("w:lvl").stream().filter(found -> found.attr("w:ilvl").equals("" + level)).findFirst());
    }

    private static int start(Xml list, Xml kind, int level) {
        return list.children("w:lvlOverride").stream().filter(over -> over.attr("w:ilvl").equals("" + level))
                .flatMap(over -> over.child("w:startOverride").stream()).map(over -> number(over.attr("w:val"), 1)).findFirst()
                .orElseGet(() -> level(list, kind, level).map(found -> number(found.attrAt("w:val", "w:start"), 1)).orElse(1));
    }

    private static String text(Xml list, Xml kind, int level, int[] counted) {
        var shown = level(list, kind, level);
        var form = shown.map(found -> found.attrAt("w:val", "w:numFmt")).orElse("none");
        if (form.equals("bullet")) {
            return "• ";
        }
        var text = shown.map(found -> found.attrAt("w:val", "w:lvlText")).orElse("");
        for (int i = 0; i <= level; i++) {
            var own = level(list, kind, i);
            boolean legal = shown.flatMap(found -> found.child("w:isLgl")).isPresent();
            int value = counted[i] == 0 ? start(list, kind, i) : counted[i];
            text = text.replace("%" + (i + 1), legal ? "" + value : number(value, own.map(found -> found.attrAt("w:val", "w:numFmt")).orElse("decimal")));
        }
        return text.isBlank() ? "" : text + " ";
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }

    static String number(int value, String form) {
        return switch (form) {
            case "none" -> "";
            case "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "taiwaneseCounting", "japaneseCounting", "ideographDigital",
                    "koreanCounting" -> chinese(value, DIGITS, "十", "百");
            case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(value, FORMAL, "拾", "佰");
            case "ideographTraditional" -> value <= 10 ? HEAVENLY.substring(value - 1, value) : "" + value;
            case "ideographZodiac" -> value <= 12 ? EARTHLY.substring(value - 1, value) : "" + value;
            case "upperLetter" -> letter(value, 'A');
            case "lowerLetter" -> letter(value, 'a');
            case "upperRoman" -> roman(value);
            case "lowerRoman" -> roman(value).toLowerCase(java.util.Locale.ROOT);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> value >= 1 && value <= 20 ? Character.toString('①' + value - 1) : "" + value;
            case "decimalEnclosedParen" -> "(" + value + ")";
            case "decimalEnclosedFullstop" -> value + ".";
            case "decimalZero" -> value < 10 ? "0" + value : "" + value;
            case "decimalFullWidth" -> ("" + value).codePoints().map(c -> c + 0xFEE0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            default -> "" + value;
        };
    }

    private static String chinese(int value, String[] digits, String ten, String hundred) {
        if (value < 0 || value > 999) {
            return "" + value;
        }
        if (value < 10) {
            return digits[value];
        }
        if (value < 100) {
            return (value < 20 && ten.equals("十") ? "" : digits[value / 10]) + ten + (value % 10 == 0 ? "" : digits[value % 10]);
        }
        int rest = value % 100;
        var tail = rest == 0 ? "" : rest < 10 ? digits[0] + digits[rest] : digits[rest / 10] + ten + (rest % 10 == 0 ? "" : digits[rest % 10]);
        return digits[value / 100] + hundred + tail;
    }

    private static String letter(int value, char first) {
        return value < 1 || value > 780 ? "" + value : Character.toString(first + (value - 1) % 26).repeat((value - 1) / 26 + 1);
    }

    private static String roman(int value) {
        if (value < 1 || value > 3_999) {
            return "" + value;
        }
        int[] steps = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var text = new StringBuilder();
        int left = value;
        for (int i = 0; i < steps.length; i++) {
            text.append(signs[i].repeat(left / steps[i]));
            left %= steps[i];
        }
        return text.toString();
    }
}
