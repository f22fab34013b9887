package openland.form;

import java.util.ArrayList;
import java.util.List;
import openland.form.FieldType.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** What Excel and WPS put on the clipboard: cells apart by tabs, quoted where they hold a line break, or a table in HTML. */
final class Pasted {
    private static final int MOST_COLUMNS = 200;

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private boolean noMoreQuotes;

    private Pasted(String text) {
        this.text = text;
    }

    /** The rows as raw values by the names of the columns; the first line holds the heads. */
    static Reading rows(String text, Field table) {
        return Heads.rows(cells(text), table);
    }

    static List<List<String>> cells(String text) {
        return text.regionMatches(true, Math.max(0, text.indexOf('<')), "<", 0, 1) && text.toLowerCase(java.util.Locale.ROOT).contains("<table")
                ? inHtml(text) : new Pasted(text.replace("\r\n", "\n").replace('\r', '\n')).tabbed();
    }

    private List<List<String>> tabbed() {
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '"' ? quoted(at) : -1;
            if (end < 0) {
                end = at;
                while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
                    end++;
                }
                row.add(text.substring(at, end));
            }
            if (end < text.length() && text.charAt(end) == '\t') {
                at = end + 1;
                if (at == text.length()) {
                    row.add("");
                }
            } else {
                endRow();
                at = end + 1;
            }
        }
        endRow();
        return rows;
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(row);
            row = new ArrayList<>();
        }
    }

    /** Adds the quoted cell that begins here and gives the place behind it; -1 when it is not quoted after all. */
    private int quoted(int from) {
        if (noMoreQuotes) {
            return -1;
        }
        var cell = new StringBuilder();
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                cell.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (i + 1 == text.length() || text.charAt(i + 1) == '\t' || text.charAt(i + 1) == '\n') {
                row.add(cell.toString());
                return i + 1;
            } else {
                return -1;
            }
        }
        noMoreQuotes = true;
        return -1;
    }

    /** The first table; a cell over several columns or rows counts once, at its first place. */
    private static List<List<String>> inHtml(String html) {
        var table = Jsoup.parse(html).selectFirst("table");
        var rows = new ArrayList<List<String>>();
        var below = new int[MOST_COLUMNS];
        for (var line : table == null ? List.<Element>of() : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            rows.add(row(line, below));
        }
        return rows;
    }

    /** @param below for each column how many rows a cell from above still covers */
    private static List<String> row(Element line, int[] below) {
        var row = new ArrayList<String>();
        var cells = line.select("> td, > th");
        int next = 0;
        while (row.size() < MOST_COLUMNS && (next < cells.size() || below[row.size()] > 0)) {
            int column = row.size();
            if (below[column] > 0) {
                below[column]--;
                row.add("");
                continue;
            }
            var cell = cells.get(next++);
            int wide = span(cell, "colspan", MOST_COLUMNS - column);
            int high = span(cell, "rowspan", Traits.MOST_ROWS);
            for (int i = 0; i < wide; i++) {
                below[column + i] = high - 1;
                row.add(i == 0 ? cell.wholeText().replaceAll("[\\s\\p{Z}]+", " ").strip() : "");
            }
        }
        return row;
    }

    private static int span(Element cell, String name, int most) {
        var written = cell.attr(name).strip();
        return written.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(written), 1, most) : 1;
    }

    /** The same for the clipboard: heads, then rows; wrong cells as they were typed. */
    static String written(JsonNode rows, Field table) {
        var text = new StringBuilder();
        line(text, table.columns().stream().map(Field::label).toList());
        for (var row : rows.values()) {
            line(text, table.columns().stream().map(column -> {
                var cell = row.get(column.name());
                return cell == null ? "" : column.type().cell(cell, column);
            }).toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean plain = cell.indexOf('\t') < 0 && cell.indexOf('\n') < 0 && !cell.startsWith("\"");
            text.append(i == 0 ? "" : "\t").append(plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"");
        }
        text.append('\n');
    }
}
