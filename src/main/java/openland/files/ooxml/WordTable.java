package openland.files.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of a Word document with its merged cells and the rows that Word repeats as heads. A table inside a cell follows the outer one. */
final class WordTable {
    private static final int WIDEST = 200;
    private final WordHtml document;
    private final StringBuilder html;

    WordTable(WordHtml document, StringBuilder html) {
        this.document = document;
        this.html = html;
    }

    /** A cell as it will be written; how far down it goes is known only after the rows below it. */
    private static final class Cell {
        private final Xml xml;
        private final int columns;
        private int rows = 1;

        Cell(Xml xml, int columns) {
            this.xml = xml;
            this.columns = columns;
        }
    }

    void write(Xml table) {
        var inside = new ArrayList<Xml>();
        html.append("<table>");
        boolean head = true;
        var rows = rows(table);
        var sources = table.children("w:tr");
        for (int i = 0; i < rows.size(); i++) {
            head = head && rows.size() > 1 && sources.get(i).at("w:trPr", "w:tblHeader").filter(WordStyles::on).isPresent();
            html.append(head ? "<thead><tr>" : "<tr>");
            for (var cell : rows.get(i)) {
                html.append("<td").append(span("colspan", cell.columns)).append(span("rowspan", cell.rows)).append('>');
                content(cell.xml, inside);
                html.append("</td>");
            }
            html.append(head ? "</tr></thead>" : "</tr>");
        }
        html.append("</table>");
        inside.forEach(this::write);
    }

    private static List<List<Cell>> rows(Xml table) {
        var rows = new ArrayList<List<Cell>>();
        Map<Integer, Cell> above = new HashMap<>();
        for (var row : table.children("w:tr")) {
            var cells = new ArrayList<Cell>();
            int column = number(row.attrAt("w:val", "w:trPr", "w:gridBefore"), 0);
            if (column > 0) {
                cells.add(new Cell(new Xml("w:tc"), column));
            }
            for (var tc : row.children("w:tc")) {
                int columns = number(tc.attrAt("w:val", "w:tcPr", "w:gridSpan"), 1);
                var merge = tc.at("w:tcPr", "w:vMerge");
                boolean continued = merge.filter(found -> !found.attr("w:val").equals("restart")).isPresent();
                var upper = above.get(column);
                if (continued && upper != null && upper.columns == columns) {
                    upper.rows++;
                } else {
                    var cell = new Cell(tc, columns);
                    cells.add(cell);
                    above.put(column, cell);
                }
                column += columns;
            }
            rows.add(cells);
        }
        return rows;
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9]\\d{0,2}") ? Math.min(WIDEST, Integer.parseInt(text)) : otherwise;
    }

    private static String span(String name, int count) {
        return count > 1 ? " " + name + "=\"" + count + "\"" : "";
    }

    private void content(Xml container, List<Xml> inside) {
        for (var element : container.children()) {
            switch (element.name()) {
                case "w:p" -> document.paragraph(element);
                case "w:tbl" -> inside.add(element);
                case "w:tcPr" -> { }
                default -> content(element, inside);
            }
        }
    }
}
