package openland.files.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;

/** Takes out of a sheet what readers do not see, but for its rows, which {@link ExcelRows} goes through. */
final class ExcelSheet {
    private static final Set<String> KEPT = Set.of("x:sheetPr", "x:dimension", "x:sheetViews", "x:sheetFormatPr", "x:cols", "x:sheetData", "x:autoFilter",
            "x:mergeCells", "x:phoneticPr", "x:conditionalFormatting", "x:dataValidations", "x:hyperlinks", "x:printOptions", "x:pageMargins",
            "x:pageSetup", "x:headerFooter", "x:rowBreaks", "x:colBreaks", "x:ignoredErrors", "x:drawing", "x:tableParts");
    private static final Set<String> SILENT = Set.of("x:sheetProtection", "x:sheetCalcPr", "x:legacyDrawing", "x:legacyDrawingHF", "x:picture");

    /** What may repeat the words of a cell. */
    private static final Set<String> REPEATING = Set.of("x:dataValidations", "x:hyperlinks", "x:tableParts", "x:autoFilter");

    private final ExcelFamily family;
    private final Part part;
    private final Sweep sweep;
    private final String place;
    private final List<List<String>> shown = new ArrayList<>();

    ExcelSheet(ExcelFamily family, Part part, Sweep sweep) {
        this.family = family;
        this.part = part;
        this.sweep = sweep;
        this.place = family.sheet(part.source());
    }

    void sweep() {
        var root = part.root();
        if (family.cover().isOn()) {
            root.remove(child -> REPEATING.contains(child.name()));
        }
        root.remove(child -> {
            if (KEPT.contains(child.name())) {
                return false;
            }
            if (!SILENT.contains(child.name()) && (!Dropped.plain(child).isBlank() || !child.children().isEmpty())) {
                sweep.finds(kind(child.name()), place, child.name().substring(2) + " " + Dropped.plain(child));
            }
            return true;
        });
        root.child("x:sheetPr").ifPresent(properties -> {
            if (!properties.attr("codeName").matches("(?i)|sheet\\d*|工作表\\d*")) {
                sweep.finds(Kind.METADATA, place, "代码名称 " + properties.attr("codeName"));
            }
            properties.unsetIf(key -> Set.of("codeName", "syncRef", "published").contains(key));
        });
        root.all("x:hyperlink").forEach(this::link);
        root.children("x:hyperlinks").forEach(links -> links.remove(link -> link.attr("r:id").isEmpty() ? link.attr("location").isEmpty()
                : part.dropped().containsKey(link.attr("r:id"))));
        root.remove(child -> child.is("x:hyperlinks") && child.children().isEmpty());
        root.children("x:dataValidations").forEach(this::validations);
        root.remove(child -> child.is("x:dataValidations") && child.children().isEmpty());
        root.remove(child -> child.is("x:drawing") && !part.relations().containsKey(child.attr("r:id")));
        root.all("x:pageSetup").forEach(setup -> setup.unset("r:id"));
        root.children("x:headerFooter").forEach(this::edges);
        formulas(root);
        if (sweep.takes(Kind.HIDDEN_ROW) && hidesSomething()) {
            unfilter(root);
        }
    }

    private boolean hidesSomething() {
        return family.hints(part.source()).hiddenRows() || part.root().all("x:col").stream().anyMatch(ExcelRows::isHiddenColumn);
    }

    /** Filters and tables repeat what stands in the rows and columns that go. */
    private void unfilter(Xml root) {
        root.children("x:autoFilter").forEach(filter -> filter.content(List.of()));
        root.children("x:tableParts").forEach(tables -> tables.children().forEach(table -> {
            var relation = part.relations().get(table.attr("r:id"));
            if (relation != null) {
                family.leaveOut(relation.target());
            }
        }));
        root.remove("x:tableParts");
    }

    private static Kind kind(String element) {
        return switch (element) {
            case "x:scenarios" -> Kind.CACHE;
            case "x:oleObjects" -> Kind.EMBEDDED;
            case "x:controls" -> Kind.FORM_DATA;
            case "x:dataConsolidate", "x:webPublishItems" -> Kind.EXTERNAL_LINK;
            default -> Kind.METADATA;
        };
    }

    private void link(Xml link) {
        for (var key : List.of("tooltip", "display")) {
            if (!link.attr(key).isBlank() && key.equals("tooltip")) {
                sweep.finds(Kind.METADATA, place + link.attr("ref"), link.attr(key));
            }
            link.unset(key);
        }
        if (refersToHidden(link.attr("location")) && sweep.takes(Kind.HIDDEN_SHEET)) {
            link.unset("location");
        }
    }

    private boolean refersToHidden(String formula) {
        return family.hiddenNames().stream().anyMatch(name -> formula.contains(name + "!") || formula.contains(name + "'!"));
    }

    private void validations(Xml validations) {
        for (var validation : validations.children()) {
            for (var key : List.of("prompt", "promptTitle", "error", "errorTitle")) {
                if (!validation.attr(key).isBlank()) {
                    sweep.finds(Kind.COMMENT, place + validation.attr("sqref"), validation.attr(key));
                }
                validation.unset(key);
            }
        }
        validations.remove(validation -> {
            var formula = validation.text();
            boolean outside = formula.contains("[");
            boolean hidden = refersToHidden(formula);
            return outside && sweep.finds(Kind.EXTERNAL_LINK, place + validation.attr("sqref"), formula)
                    || hidden && sweep.finds(Kind.HIDDEN_NAME, place + validation.attr("sqref"), formula);
        });
        validations.unset("count");
    }

    /** Headers of even and first pages that the sheet does not have. */
    private void edges(Xml edges) {
        boolean even = edges.attr("differentOddEven").matches("1|true");
        boolean first = edges.attr("differentFirst").matches("1|true");
        edges.remove(edge -> {
            boolean unseen = !even && edge.name().startsWith("x:even") || !first && edge.name().startsWith("x:first");
            return unseen && (edge.text().isBlank() || sweep.finds(Kind.EARLIER_REVISION, place + "：页眉页脚", edge.text()));
        });
    }

    /** Formulas outside cells that lead into another workbook or a sheet that goes. */
    private void formulas(Xml root) {
        for (var formatting : root.children("x:conditionalFormatting")) {
            formatting.remove(rule -> rule.text().contains("[") && sweep.finds(Kind.EXTERNAL_LINK, place, rule.text())
                    || refersToHidden(rule.text()) && sweep.takes(Kind.HIDDEN_SHEET));
        }
        root.remove(child -> child.is("x:conditionalFormatting") && child.children().isEmpty());
    }

    static void table(Xml table, Sweep sweep, String place) {
        if (!table.attr("comment").isBlank()) {
            sweep.finds(Kind.METADATA, place, table.attr("comment"));
        }
        table.unsetIf(key -> Set.of("comment", "tableType", "connectionId", "published").contains(key) || key.startsWith("?"));
        table.remove("x:sortState");
        for (var column : table.all("x:tableColumn")) {
            column.unsetIf(key -> Set.of("queryTableFieldId", "uniqueName").contains(key));
            column.remove(formula -> formula.is("x:xmlColumnPr") || formula.text().contains("[") && formula.text().matches("(?s).*\\[\\d+].*")
                    || sweep.takes(Kind.HIDDEN_SHEET) && formula.name().endsWith("Formula"));
            if (column.attr("totalsRowFunction").equals("custom") && column.child("x:totalsRowFormula").isEmpty()) {
                column.unset("totalsRowFunction");
            }
        }
    }

    /** Writes everything in its order, the rows from the original, each as it may go out. */
    void write(XmlWriter writer) throws IOException {
        var rows = new ExcelRows(family, part, sweep, place, shown);
        for (var child : part.root().children()) {
            if (child.is("x:sheetData")) {
                rows.write(writer);
            } else if (!family.cover().isOn() || !child.is("x:conditionalFormatting")) {   // the rows had to know which cells it hides
                writer.piece(child);
            }
        }
    }

    /** The rows that are seen, once they have been written. */
    List<List<String>> shown() {
        return shown;
    }

    Stream<String> edges() {
        return part.root().children("x:headerFooter").stream().flatMap(edges -> edges.children().stream()).map(edge -> plain(edge.text())).filter(text -> !text.isBlank());
    }

    /** A header without its codes for places, fonts and page numbers. */
    private static String plain(String edge) {
        return edge.replaceAll("&\"[^\"]*\"|&\\d{1,3}|&K[0-9A-Fa-f+-]{6}|&[BIUESXYOHGPNDTFAZ]", "").replaceAll("&[LCR]", " ").replace("&&", "&").strip();
    }
}
