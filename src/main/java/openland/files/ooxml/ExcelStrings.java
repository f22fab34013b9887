package openland.files.ooxml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.files.Hidden.Kind;

/** The strings that the cells of a workbook share, and which of them are used. */
final class ExcelStrings {
    private static final int MOST_SIGNS = 60_000_000;
    private final List<String> texts = new ArrayList<>();
    /** Runs of a colour that may be the one behind them, by string: colour and text. */
    private final Map<Integer, List<String[]>> coloured = new HashMap<>();
    private final BitSet used = new BitSet();
    private final BitSet bleached = new BitSet();
    private final ExcelStyles styles;
    private long signs;

    ExcelStrings(ExcelStyles styles) {
        this.styles = styles;
    }

    /** Takes the next one in. */
    void add(Xml item) {
        var text = text(item);
        signs += text.length();
        if (signs > MOST_SIGNS) {
            throw Refusal.invalid("工作簿里的文字太多（超过6000万字），请拆分后再传。");
        }
        for (var run : item.children("x:r")) {
            run.at("x:rPr", "x:color").map(styles::colour).filter(colour -> !colour.isEmpty() && !colour.equals("000000"))
                    .ifPresent(colour -> coloured.computeIfAbsent(texts.size(), any -> new ArrayList<>()).add(new String[] {colour, text(run)}));
        }
        texts.add(text);
    }

    /** Without the reading aids above it. */
    static String text(Xml item) {
        var text = new StringBuilder();
        for (var child : item.children()) {
            if (child.is("x:t")) {
                text.append(child.text());
            } else if (child.is("x:r")) {
                text.append(text(child));
            }
        }
        return text.toString().replaceAll("_x000[DA]_", "");
    }

    String get(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : "";
    }

    /** What of a string cannot be seen on this background. */
    Optional<String> unseen(int index, String background) {
        var hidden = coloured.getOrDefault(index, List.of()).stream().filter(run -> Colours.alike(run[0], background)).map(run -> run[1]).toList();
        return hidden.isEmpty() ? Optional.empty() : Optional.of(String.join("", hidden));
    }

    void uses(int index) {
        used.set(index);
    }

    void bleaches(int index) {
        bleached.set(index);
    }

    /** A string as it goes into the copy. */
    Xml clean(Xml item, int index, Sweep sweep) {
        if (!used.get(index)) {
            if (!text(item).isBlank()) {
                sweep.finds(Kind.EARLIER_REVISION, "没有用到的字符串", text(item));
            }
            return Xml.of("x:si", new Xml("x:t"));
        }
        item.children("x:rPh").forEach(reading -> sweep.finds(Kind.METADATA, "拼音", reading.text()));
        item.remove("x:rPh");
        if (bleached.get(index)) {
            item.remove(run -> run.is("x:r") && run.at("x:rPr", "x:color").map(styles::colour)
                    .filter(colour -> coloured.getOrDefault(index, List.of()).stream().anyMatch(hidden -> hidden[0].equals(colour))).isPresent());
        }
        return item.children().isEmpty() ? Xml.of("x:si", new Xml("x:t")) : item;
    }
}
