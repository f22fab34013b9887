package openland.files.ooxml;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import openland.base.Refusal;
import openland.files.Hidden.Kind;

/** Takes out of the list of sheets and names of a workbook what readers do not see. */
final class ExcelWorkbook {
    private static final Set<String> KEPT = Set.of("x:workbookPr", "x:bookViews", "x:sheets", "x:definedNames", "x:calcPr");
    private static final Set<String> SILENT = Set.of("x:fileVersion", "x:workbookProtection", "x:externalReferences", "x:pivotCaches", "x:oleSize");

    private final ExcelFamily family;
    private final Part part;
    private final Sweep sweep;
    /** From old to new places in the list of sheets. */
    private final Map<Integer, Integer> places = new HashMap<>();

    ExcelWorkbook(ExcelFamily family, Part part, Sweep sweep) {
        this.family = family;
        this.part = part;
        this.sweep = sweep;
    }

    void sweep() throws IOException {
        var root = part.root();
        if (!family.hasVisible()) {
            throw Refusal.invalid("工作簿里没有可见的工作表。");
        }
        root.remove(child -> {
            if (KEPT.contains(child.name())) {
                return false;
            }
            if (!SILENT.contains(child.name()) && !Dropped.plain(child).isBlank()) {
                sweep.finds(Kind.METADATA, "工作簿", child.name().substring(2) + " " + Dropped.plain(child));
            }
            return true;
        });
        root.child("x:workbookPr").ifPresent(properties -> properties.unsetIf(key -> !key.equals("date1904")));
        root.all("x:workbookView").forEach(view -> view.unsetIf(key -> Set.of("activeTab", "firstSheet").contains(key)));
        sheets(root);
        root.child("x:definedNames").ifPresent(this::names);
        root.remove(child -> child.is("x:definedNames") && child.children().isEmpty());
    }

    private void sheets(Xml root) throws IOException {
        var hidden = new HashSet<Xml>();
        int old = 0;
        int now = 0;
        for (var sheet : root.all("x:sheet")) {
            var relation = part.relations().get(sheet.attr("r:id"));
            if (relation == null) {
                hidden.add(sheet);
            } else if (family.isHidden(relation.target())) {
                var place = family.sheet(relation.target()) + (sheet.attr("state").equals("veryHidden") ? "（深度隐藏）" : "");
                if (sweep.finds(Kind.HIDDEN_SHEET, place, ExcelRows.text(family, relation.target()))) {
                    hidden.add(sheet);
                    family.leaveOut(relation.target());
                }
            }
            if (!hidden.contains(sheet)) {
                places.put(old, now++);
            }
            old++;
        }
        root.child("x:sheets").ifPresent(list -> list.remove(hidden::contains));
    }

    private void names(Xml names) {
        names.remove(name -> {
            var called = name.attr("name");
            if (family.cover().isOn() && !called.startsWith("_xlnm.Print_")) {
                return true;   // it may repeat the words of a cell
            }
            var formula = name.text();
            for (var note : new String[] {"comment", "description", "help", "statusBar", "customMenu"}) {
                if (!name.attr(note).isBlank()) {
                    sweep.finds(Kind.METADATA, "名称“" + called + "”", name.attr(note));
                }
            }
            name.unsetIf(key -> !Set.of("name", "localSheetId", "hidden").contains(key));
            if (called.startsWith("_xl") && formula.equals("#NAME?")) {
                return true;   // Excel's own memory of functions that an older version lacked
            }
            if (formula.contains("[") && formula.matches("(?s).*\\[\\d+].*|.*\\[[^]]*\\.xl.*")) {
                sweep.finds(Kind.EXTERNAL_LINK, "名称“" + called + "”", formula);
                return true;
            }
            var local = name.attr("localSheetId");
            boolean gone = !local.isEmpty() && !places.containsKey(ExcelCells.number(local, -1));
            if (!local.isEmpty() && !gone) {
                name.set("localSheetId", "" + places.get(ExcelCells.number(local, -1)));
            }
            return gone || hides(called, name.attr("hidden"), formula) && sweep.finds(Kind.HIDDEN_NAME, "名称“" + called + "”", formula)
                    || formula.contains("#REF!");
        });
    }

    private boolean hides(String name, String flag, String formula) {
        if (name.startsWith("_xlnm.") && formula.matches("[^\"]*")) {
            return refersToHidden(formula);
        }
        return flag.equals("1") || flag.equals("true") || formula.contains("\"") || refersToHidden(formula)
                || !formula.contains("!") && !formula.contains("#REF");
    }

    private boolean refersToHidden(String formula) {
        return family.hiddenNames().stream().anyMatch(sheet -> formula.contains(sheet + "!") || formula.contains(sheet.replace("'", "''") + "'!"));
    }

    static void styles(Xml root, Sweep sweep) {
        var used = new HashSet<String>();
        root.all("x:xf").forEach(format -> used.add(format.attr("numFmtId")));
        root.child("x:numFmts").ifPresent(formats -> {
            formats.remove(format -> !used.contains(format.attr("numFmtId"))
                    && sweep.finds(Kind.METADATA, "没有用到的数字格式", format.attr("formatCode")));
            formats.set("count", "" + formats.children().size());
        });
        root.remove(child -> child.is("x:numFmts") && child.children().isEmpty());
        int[] number = {0};
        for (var style : root.all("x:cellStyle")) {
            number[0]++;
            if (!style.has("builtinId")) {
                if (!style.attr("name").matches("[\\p{IsHan}A-Za-z _.-]{1,20}\\d{0,3}|样式 \\d+")) {
                    sweep.finds(Kind.METADATA, "单元格样式的名称", style.attr("name"));
                }
                style.set("name", "样式 " + number[0]);
            }
        }
    }
}
