package openland.files.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;

/** How the cells of a workbook look: number formats, colours. */
final class ExcelStyles {
    /** The built-in formats as Excel shows them in Chinese. */
    private static final Map<Integer, String> CHINESE = Map.ofEntries(Map.entry(14, "yyyy/m/d"), Map.entry(22, "yyyy/m/d h:mm"),
            Map.entry(27, "yyyy\"年\"m\"月\""), Map.entry(28, "m\"月\"d\"日\""), Map.entry(29, "m\"月\"d\"日\""), Map.entry(30, "m-d-yy"),
            Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""), Map.entry(32, "h\"时\"mm\"分\""), Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(50, "yyyy\"年\"m\"月\""), Map.entry(51, "m\"月\"d\"日\""), Map.entry(52, "yyyy\"年\"m\"月\""), Map.entry(53, "m\"月\"d\"日\""),
            Map.entry(54, "m\"月\"d\"日\""), Map.entry(57, "yyyy\"年\"m\"月\""), Map.entry(58, "m\"月\"d\"日\""));
    private static final String[] INDEXED = {"000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"};

    private static final java.util.regex.Pattern QUOTED = java.util.regex.Pattern.compile("\"(\\p{IsHan}+)\"");
    /** Number formats, cut into their sections: there are few, and a million cells have them. */
    private static final Map<String, String[]> SECTIONS = new java.util.concurrent.ConcurrentHashMap<>();

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Xml> cells = new ArrayList<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<Xml> conditional = new ArrayList<>();
    private final List<String> theme = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final boolean from1904;

    ExcelStyles(Optional<Xml> styles, Optional<Xml> theme, boolean from1904) {
        this.from1904 = from1904;
        theme.flatMap(root -> root.at("a:themeElements", "a:clrScheme")).ifPresent(scheme -> scheme.children().forEach(colour ->
                this.theme.add(colour.children().stream().map(inner -> inner.has("lastClr") ? inner.attr("lastClr") : inner.attr("val")).findFirst().orElse(""))));
        styles.ifPresent(root -> {
            root.all("x:numFmt").forEach(format -> formats.put(ExcelCells.number(format.attr("numFmtId"), -1), format.attr("formatCode")));
            root.at("x:fonts").ifPresent(list -> list.children("x:font").forEach(font -> fonts.add(font.child("x:color").map(this::colour).orElse("000000"))));
            root.at("x:fills").ifPresent(list -> list.children("x:fill").forEach(fill -> fills.add(fill(fill))));
            root.at("x:cellXfs").ifPresent(list -> cells.addAll(list.children("x:xf")));
            root.at("x:dxfs").ifPresent(list -> conditional.addAll(list.children("x:dxf")));
        });
    }

    /** A colour of a workbook; unknown when it is not sure. */
    String colour(Xml colour) {
        if (!colour.attr("tint").isEmpty() && Math.abs(Double.parseDouble(colour.attr("tint").matches("-?[\\d.E-]+") ? colour.attr("tint") : "0")) > 0.02) {
            return Colours.UNKNOWN;
        }
        if (colour.attr("rgb").matches("[0-9A-Fa-f]{6,8}")) {
            return colour.attr("rgb").substring(colour.attr("rgb").length() - 6);
        }
        int themed = ExcelCells.number(colour.attr("theme"), -1);
        if (themed >= 0) {
            int index = themed < 4 ? themed ^ 1 : themed;   // text and background change places
            return index < theme.size() ? theme.get(index) : themed == 0 ? Colours.WHITE : themed == 1 ? "000000" : Colours.UNKNOWN;
        }
        int indexed = ExcelCells.number(colour.attr("indexed"), -1);
        if (indexed == 64) {
            return "000000";
        }
        return indexed == 65 ? Colours.WHITE : indexed >= 0 && indexed < 16 ? INDEXED[indexed % 8] : Colours.UNKNOWN;
    }

    private String fill(Xml fill) {
        var pattern = fill.child("x:patternFill");
        if (pattern.isEmpty()) {
            return Colours.UNKNOWN;
        }
        return switch (pattern.get().attr("patternType")) {
            case "none", "" -> Colours.WHITE;
            case "solid" -> pattern.get().child("x:fgColor").map(this::colour).orElse(Colours.UNKNOWN);
            default -> Colours.UNKNOWN;
        };
    }

    private Optional<Xml> cell(String style) {
        int index = ExcelCells.number(style, 0);
        return index < cells.size() ? Optional.of(cells.get(index)) : Optional.empty();
    }

    private String format(int id) {
        var own = formats.get(id);
        return own != null ? own : CHINESE.getOrDefault(id, Optional.ofNullable(BuiltinFormats.getBuiltinFormat(id)).orElse("General"));
    }

    /** A number as it is shown. */
    String shown(double value, String style) {
        int id = cell(style).map(found -> ExcelCells.number(found.attr("numFmtId"), 0)).orElse(0);
        try {
            if (value == 0 && blanksBy(format(id), 0)) {
                return "";
            }
            return formatter.formatRawCellContents(value, id, QUOTED.matcher(format(id)).replaceAll("$1"), from1904);
        } catch (IllegalArgumentException e) {
            return Double.toString(value);
        }
    }

    /** Whether the number format of a style shows nothing of {@code value}, or of text when that is empty. */
    boolean blanks(Optional<Double> value, String style) {
        int id = cell(style).map(found -> ExcelCells.number(found.attr("numFmtId"), 0)).orElse(0);
        return value.isEmpty() ? blanksText(format(id)) : value.get() != 0 && blanksBy(format(id), value.get());
    }

    private static String[] sections(String format) {
        if (SECTIONS.size() > 10_000) {
            SECTIONS.clear();
        }
        return SECTIONS.computeIfAbsent(format, ExcelStyles::cut);
    }

    private static String[] cut(String format) {
        return format.replaceAll("\"\"|\\[[^]]*]|_.|\\*.|\\\\ ", "").split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    }

    private static boolean blanksText(String format) {
        return sections(format).length >= 4 && sections(format)[3].isBlank();
    }

    private static boolean blanksBy(String format, double value) {
        var sections = sections(format);
        int section = value > 0 ? 0 : value < 0 ? 1 : 2;
        return (section < sections.length ? sections[section] : sections[0]).isBlank();
    }

    String background(String style) {
        return cell(style).map(found -> ExcelCells.number(found.attr("fillId"), 0)).filter(id -> id < fills.size()).map(fills::get).orElse(Colours.WHITE);
    }

    boolean unseen(String style) {
        var ink = cell(style).map(found -> ExcelCells.number(found.attr("fontId"), 0)).filter(id -> id < fonts.size()).map(fonts::get).orElse("000000");
        return Colours.alike(ink, background(style));
    }

    /** Whether a conditional format hides what it is applied to. */
    boolean hides(String conditionalFormat) {
        int index = ExcelCells.number(conditionalFormat, -1);
        if (index < 0 || index >= conditional.size()) {
            return false;
        }
        var format = conditional.get(index);
        var fill = format.at("x:fill", "x:patternFill", "x:bgColor").map(this::colour).orElse(Colours.WHITE);
        boolean blank = format.child("x:numFmt").map(code -> blanksBy(code.attr("formatCode"), 1)).orElse(false);
        return blank || format.at("x:font", "x:color").map(this::colour).filter(ink -> Colours.alike(ink, fill)).isPresent();
    }
}
