package openland.files.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openland.files.Hidden.Kind;
import openland.files.ooxml.ExcelCells.Range;

/** Goes through the rows of a sheet: notes what of them is not seen, and writes each as it may go out. */
final class ExcelRows {
    private static final int MOST = 2_000_000;
    private static final int MOST_IN_GRID = 4_000_000;
    /** Points, and signs: lower and narrower ones show nothing. */
    private static final double LOWEST = 1.5;
    private static final double NARROWEST = 0.3;
    private static final int LONGEST = 2_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?");

    private final ExcelFamily family;
    private final Part part;
    private final Sweep sweep;
    private final String place;
    private final List<List<String>> shown;
    private final List<Line> lines = new ArrayList<>();
    private final BitSet columns = new BitSet();
    private final List<Range> unseen = new ArrayList<>();
    private final Map<Integer, List<Range>> merged;
    private final TreeMap<Integer, String> hiddenColumns = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final boolean othersHidden;
    private final List<Range> hiddenRanges = new ArrayList<>();
    private int row;
    private int column;
    private int hiddenFrom;
    private final StringBuilder hiddenRow = new StringBuilder();
    private int cells;

    private record Line(int[] columns, String[] texts) {}

    /** What has to be known of the rows before they are written. */
    static final class Hints {
        private boolean flat;
        private boolean hiddenRows;

        /** Whether the element is a row, which need not be kept. */
        boolean notes(Xml row) {
            if (row.is("x:sheetFormatPr")) {
                flat = row.attr("zeroHeight").matches("1|true");
            }
            hiddenRows |= row.is("x:row") && isHiddenRow(row, flat) && row.all().anyMatch(cell -> cell.is("x:v") || cell.is("x:is"));
            return row.is("x:row");
        }

        boolean hiddenRows() {
            return hiddenRows;
        }
    }

    ExcelRows(ExcelFamily family, Part part, Sweep sweep, String place, List<List<String>> shown) {
        this.family = family;
        this.part = part;
        this.sweep = sweep;
        this.place = place;
        this.shown = shown;
        var root = part.root();
        merged = ExcelCells.byRow(root.all("x:mergeCell").stream().map(merge -> Range.of(merge.attr("ref"))).toList());
        var sheetFormat = root.child("x:sheetFormatPr");
        othersHidden = sheetFormat.filter(format -> format.attr("defaultColWidth").matches("0(\\.0+)?")).isPresent();
        root.all("x:col").forEach(column -> {
            var range = new Range(ExcelCells.number(column.attr("min"), 1), ExcelCells.number(column.attr("max"), 1), 0, 0);
            (isHiddenColumn(column) ? hiddenRanges : unseen).add(range);
        });
        var visible = List.copyOf(unseen);
        unseen.clear();
        if (othersHidden) {
            hiddenRanges.add(new Range(1, 16_384, 0, 0));
        }
        widths = visible;
        for (var formatting : root.children("x:conditionalFormatting")) {
            if (formatting.children("x:cfRule").stream().anyMatch(rule -> family.styles().hides(rule.attr("dxfId"))
                    && !Set.of("containsErrors", "containsBlanks").contains(rule.attr("type")))) {
                for (var range : formatting.attr("sqref").trim().split("\\s+", -1)) {
                    unseen.add(Range.of(range));
                }
            }
        }
    }

    private final List<Range> widths;

    static boolean isHiddenColumn(Xml column) {
        return column.attr("hidden").matches("1|true") || !column.attr("width").isEmpty() && decimal(column.attr("width"), 9) < NARROWEST;
    }

    private static boolean isHiddenRow(Xml row, boolean flat) {
        return row.attr("hidden").matches("1|true") || !row.attr("ht").isEmpty() && decimal(row.attr("ht"), 9) < LOWEST
                || flat && row.attr("ht").isEmpty() && !row.attr("hidden").matches("0|false");
    }

    private static double decimal(String text, double otherwise) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : otherwise;
    }

    private boolean isHidden(int column) {
        return hiddenRanges.stream().anyMatch(range -> range.holds(column, 0)) && !(othersHidden && widths.stream().anyMatch(range -> range.holds(column, 0)));
    }

    void write(XmlWriter writer) throws IOException {
        writer.start("x:sheetData");
        boolean flat = part.root().child("x:sheetFormatPr").filter(format -> format.attr("zeroHeight").matches("1|true")).isPresent();
        try (var in = family.pack().stream(part.source())) {
            XmlReader.read(in, element -> {
                if (element.is("x:row")) {
                    Scrubbing.of(element, sweep, place);
                    row(element, flat);
                    ExcelFamily.piece(writer, element);
                    return false;
                }
                return true;
            });
        }
        writer.end("x:sheetData");
        endHidden();
        hiddenColumns.forEach((at, text) -> sweep.finds(Kind.HIDDEN_COLUMN, place + ExcelCells.letters(at) + "列", text));
        grid();
    }

    private void row(Xml element, boolean flat) {
        row = ExcelCells.number(element.attr("r"), row + 1);
        column = 0;
        boolean hidden = isHiddenRow(element, flat);
        var at = new ArrayList<Integer>();
        var texts = new ArrayList<String>();
        for (var cell : element.children("x:c")) {
            column = cell.has("r") ? ExcelCells.column(cell.attr("r")) : column + 1;
            if (++cells > MOST) {
                throw ExcelFamily.tooMany();
            }
            cover(cell);
            formula(cell);
            cell.unsetIf(key -> key.equals("vm") || key.equals("cm") || key.equals("ph"));
            var text = shown(cell);
            if (text.isEmpty() && raw(cell).isEmpty()) {
                continue;
            }
            if (hides(cell, text, hidden)) {
                empty(cell);
                continue;
            }
            string(cell);
            if (!hidden && !isHidden(column)) {
                at.add(column);
                texts.add(text);
            }
        }
        if (!hidden) {
            endHidden();
        }
        keep(at, texts);
    }

    /** Puts other words in the stead of a cell that is to be covered. */
    private void cover(Xml cell) {
        if (!family.cover().isOn()) {
            return;
        }
        var spans = merged.getOrDefault(row, List.of()).stream().filter(range -> range.isFirst(column, row)).findFirst();
        family.cover().said(family.name(part.source()), column, row, spans).filter(said -> !said.equals(raw(cell))).ifPresent(said -> {
            var text = shown(cell);
            if (!text.isEmpty() || !raw(cell).isEmpty()) {
                family.cover().hides(text, cell.attr("t").equals("s") ? "" : raw(cell));
                cell.content(List.of(Xml.of("x:is", Xml.of("x:t", said))));
                cell.set("t", "inlineStr");
            }
        });
    }

    private void keep(List<Integer> at, List<String> texts) {
        if (family.reading() && texts.stream().anyMatch(text -> !text.isBlank())) {
            at.forEach(columns::set);
            lines.add(new Line(at.stream().mapToInt(Integer::intValue).toArray(), texts.toArray(String[]::new)));
        }
    }

    /** Notes why a cell is not seen; whether it goes. */
    private boolean hides(Xml cell, String text, boolean rowHidden) {
        var said = text.isEmpty() ? raw(cell) : text;
        if (rowHidden) {
            hiddenFrom = hiddenFrom == 0 ? row : hiddenFrom;
            if (hiddenRow.length() < LONGEST) {
                hiddenRow.append(said).append('\t');
            }
            return sweep.takes(Kind.HIDDEN_ROW);
        }
        if (isHidden(column)) {
            hiddenColumns.merge(column, said, (before, more) -> before.length() > LONGEST ? before : before + "\n" + more);
            return sweep.takes(Kind.HIDDEN_COLUMN);
        }
        var why = why(cell);
        return why.isPresent() && sweep.finds(Kind.HIDDEN_TEXT, place + ExcelCells.letters(column) + row, why.get() + "：" + said);
    }

    private Optional<String> why(Xml cell) {
        var style = cell.attr("s");
        var number = isNumber(cell) ? Optional.of(decimal(raw(cell), 0)) : Optional.<Double>empty();
        if (cell.attr("t").equals("e")) {
            return Optional.empty();
        }
        if (family.styles().blanks(number, style)) {
            return Optional.of("数字格式不显示内容");
        }
        boolean zero = number.filter(value -> value == 0).isPresent();
        if (!zero && family.styles().unseen(style)) {
            return Optional.of("字色与底色相同");
        }
        if (merged.getOrDefault(row, List.of()).stream().anyMatch(range -> range.holds(column, row) && !range.isFirst(column, row))) {
            return Optional.of("被合并的单元格盖住");
        }
        return !zero && unseen.stream().anyMatch(range -> range.holds(column, row)) ? Optional.of("条件格式不显示内容") : Optional.empty();
    }

    private static boolean isNumber(Xml cell) {
        return cell.attr("t").isEmpty() || cell.attr("t").equals("n");
    }

    private static void empty(Xml cell) {
        cell.content(List.of());
        cell.unset("t");
    }

    private static String raw(Xml cell) {
        return cell.child("x:v").map(Xml::text).or(() -> cell.child("x:is").map(ExcelStrings::text)).orElse("");
    }

    /** A formula stays unless it leads elsewhere; where hidden things go, only values stay. */
    private void formula(Xml cell) {
        var found = cell.child("x:f");
        if (found.isEmpty()) {
            return;
        }
        var formula = found.get();
        boolean outside = formula.text().matches("(?s).*\\[\\d+].*|.*\\[[^]]*\\.xl.*|(?i).*\\b(WEBSERVICE|RTD|DDE)\\(.*|.*\\|.*!.*");
        if (outside) {
            sweep.finds(Kind.EXTERNAL_LINK, place + ExcelCells.letters(column) + row, formula.text());
        }
        boolean note = formula.text().matches("(?is).*\\bN\\(\".*") && sweep.finds(Kind.HIDDEN_TEXT, place + ExcelCells.letters(column) + row, "公式里的说明：" + formula.text());
        boolean follows = formula.attr("t").equals("shared") && dropped.contains(formula.attr("si"));
        if (outside || note || follows || sweep.takes(Kind.HIDDEN_SHEET) || formula.attr("t").equals("dataTable")) {
            dropped.add(formula.attr("t").equals("shared") ? formula.attr("si") : "");
            cell.remove("x:f");
        }
        formula.unsetIf(key -> Set.of("r1", "r2").contains(key));
    }

    /** Notes that a shared string is used, and what of it is of the colour behind it. */
    private void string(Xml cell) {
        if (!cell.attr("t").equals("s")) {
            cell.children("x:is").forEach(text -> text.remove("x:rPh"));
            return;
        }
        int index = ExcelCells.number(raw(cell), -1);
        if (index < 0) {
            return;
        }
        family.strings().uses(index);
        family.strings().unseen(index, family.styles().background(cell.attr("s"))).ifPresent(text -> {
            if (sweep.finds(Kind.HIDDEN_TEXT, place + ExcelCells.letters(column) + row, "字色与底色相同：" + text)) {
                family.strings().bleaches(index);
            }
        });
    }

    private String shown(Xml cell) {
        var raw = raw(cell);
        return switch (cell.attr("t")) {
            case "s" -> visible(cell, raw);
            case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
            case "", "n" -> raw.isEmpty() ? "" : NUMBER.matcher(raw).matches()
                    ? family.styles().shown(decimal(raw, 0), cell.attr("s")) : raw;
            default -> raw;
        };
    }

    private String visible(Xml cell, String raw) {
        int index = ExcelCells.number(raw, -1);
        var text = family.strings().get(index);
        return family.strings().unseen(index, family.styles().background(cell.attr("s"))).map(hidden -> text.replace(hidden, "")).orElse(text);
    }

    private void endHidden() {
        if (hiddenFrom > 0 && !hiddenRow.toString().isBlank()) {
            sweep.finds(Kind.HIDDEN_ROW, place + "第" + hiddenFrom + "行" + (hiddenRows() ? "起" : ""), hiddenRow.toString());
        }
        hiddenFrom = 0;
        hiddenRow.setLength(0);
    }

    private boolean hiddenRows() {
        return row > hiddenFrom + 1;
    }

    /** Rows and columns with something in them. */
    private void grid() {
        int width = columns.cardinality();
        if ((long) width * lines.size() > MOST_IN_GRID) {
            throw ExcelFamily.tooMany();
        }
        int[] places = new int[columns.length()];
        for (int at = columns.nextSetBit(0), n = 0; at >= 0; at = columns.nextSetBit(at + 1)) {
            places[at] = n++;
        }
        for (var line : lines) {
            var whole = new ArrayList<>(java.util.Collections.nCopies(width, ""));
            for (int i = 0; i < line.columns().length; i++) {
                whole.set(places[line.columns()[i]], line.texts()[i]);
            }
            shown.add(whole);
        }
    }

    /** The text of a sheet that is not seen. */
    static String text(ExcelFamily family, String source) throws IOException {
        var text = new StringBuilder();
        try (var in = family.pack().stream(source)) {
            XmlReader.read(in, element -> {
                if (!element.is("x:row")) {
                    return true;
                }
                if (text.length() < LONGEST) {
                    text.append(element.children("x:c").stream().map(cell -> cell.attr("t").equals("s")
                            ? family.strings().get(ExcelCells.number(raw(cell), -1)) : raw(cell)).collect(Collectors.joining("\t"))).append('\n');
                }
                return false;
            });
        }
        return text.toString();
    }
}
