package openland.files.ooxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openland.files.Hidden.Kind;

/**
 * What is taken out of every part of every format: elements and attributes of namespaces that do not stay, extension
 * lists, second versions for old programs, text where no text belongs, traces of editing sessions.
 */
final class Scrubbing {
    private static final Set<String> TEXTS = Set.of("w:t", "w:delText", "w:instrText", "w:delInstrText", "a:t", "m:t", "c:v", "c:f", "c:formatCode",
            "c:separator", "x:t", "x:v", "x:f", "x:oddHeader", "x:oddFooter", "x:evenHeader", "x:evenFooter", "x:firstHeader", "x:firstFooter",
            "x:formula", "x:formula1", "x:formula2", "x:definedName", "x:calculatedColumnFormula", "x:totalsRowFormula", "x:xmlColumnPr",
            "wp:posOffset", "wp:align", "wp14:pctWidth", "wp14:pctHeight", "wp14:pctPosHOffset", "wp14:pctPosVOffset", "wp:pctPosHOffset",
            "p:text", "a:fld", "xdr:col", "xdr:colOff", "xdr:row", "xdr:rowOff", "cdr:x", "cdr:y");
    private static final Set<String> TRACES = Set.of("w14:paraId", "w14:textId", "wp14:anchorId", "wp14:editId");

    private final Sweep sweep;
    private final String place;
    private boolean traces;

    private Scrubbing(Sweep sweep, String place) {
        this.sweep = sweep;
        this.place = place;
    }

    static void of(Part part, Sweep sweep, String place) {
        var scrubbing = new Scrubbing(sweep, place);
        scrubbing.element(part.root());
        if (scrubbing.traces) {
            sweep.finds(Kind.METADATA, "编辑会话标识", "");
        }
    }

    /** The same for a piece of a part that is read piece by piece. */
    static void of(Xml piece, Sweep sweep, String place) {
        new Scrubbing(sweep, place).element(piece);
    }

    private void element(Xml element) {
        element.unsetIf(key -> unwanted(element, key));
        element.replace(this::chosen);
        var kept = new ArrayList<Object>(element.content().size());
        for (var piece : element.content()) {
            if (piece instanceof Xml child ? stays(child) : textStays(element, piece.toString())) {
                kept.add(piece);
            }
        }
        if (kept.size() != element.content().size()) {
            element.content(kept);
        }
        element.children().forEach(this::element);
    }

    private boolean unwanted(Xml element, String key) {
        if (key.startsWith("?:")) {
            if (element.attr(key).length() > 6 && !element.attr(key).matches("\\{?[0-9A-Fa-f-]+}?|\\d+(\\.\\d+)?")) {
                sweep.finds(Kind.METADATA, place, element.attr(key));
            }
            return true;
        }
        boolean trace = key.startsWith("w:rsid") || TRACES.contains(key);
        traces |= trace;
        return trace || key.equals("mc:Ignorable") || key.equals("mc:ProcessContent") || key.equals("mc:MustUnderstand");
    }

    private boolean textStays(Xml element, String text) {
        if (TEXTS.contains(element.name())) {
            return true;
        }
        if (!text.isBlank()) {
            sweep.finds(Kind.METADATA, place, text);
        }
        return false;
    }

    private boolean stays(Xml child) {
        if (child.name().endsWith(":extLst")) {
            return extensions(child);
        }
        if (child.name().startsWith("?:")) {
            var text = child.text();
            if (!text.isBlank()) {
                sweep.finds(Kind.METADATA, place, text);
            } else if (!Dropped.plain(child).isBlank()) {
                sweep.finds(Kind.METADATA, place + "：扩展", Dropped.plain(child));
            }
            return false;
        }
        return true;
    }

    /** Nothing of an extension list stays but the pointer from a SmartArt graphic to its drawing. */
    private boolean extensions(Xml list) {
        var pointer = list.all().filter(element -> element.name().equals("dsp:dataModelExt")).findFirst();
        list.all().filter(element -> !element.content().isEmpty() && element.children().isEmpty()).forEach(element -> {
            if (!element.text().isBlank()) {
                sweep.finds(element.is("?:v") || element.is("c:v") ? Kind.CACHE : Kind.METADATA, place + "：扩展", element.text());
            }
        });
        var named = list.all().flatMap(element -> element.keys().stream().map(element::attr))
                .filter(value -> value.length() > 3 && !value.matches("[{}0-9A-Fa-f.,-]+|http.*|\\w{4,9}|true|false")).toList();
        if (!named.isEmpty()) {
            sweep.finds(Kind.METADATA, place + "：扩展", String.join("\n", named));
        }
        pointer.ifPresent(found -> {
            found.unsetIf(key -> !key.equals("relId") && !key.equals("minVer"));
            found.content(List.of());
            list.content(List.of(Xml.of("a:ext", found).set("uri", "http://schemas.microsoft.com/office/drawing/2008/diagram")));
        });
        return pointer.isPresent();
    }

    private List<?> chosen(Object piece) {
        return piece instanceof Xml child && child.is("mc:AlternateContent") ? choose(child) : List.of(piece);
    }

    /** The first version that can be read stays; what only stands in the others is hidden. */
    private List<?> choose(Xml alternatives) {
        var chosen = alternatives.children().stream()
                .filter(child -> child.is("mc:Fallback") || child.is("mc:Choice") && !child.attr("Requires").matches("v|.*[?].*")).findFirst();
        var shown = chosen.map(Xml::text).orElse("");
        for (var child : alternatives.children()) {
            boolean other = chosen.isEmpty() || child != chosen.get();
            if (other && !child.text().isBlank() && !shown.contains(child.text().strip())) {
                sweep.finds(Kind.EARLIER_REVISION, place + "：给旧程序的版本", child.text());
            } else if (other && child.children().stream().anyMatch(inner -> inner.name().startsWith("?:")) && child.text().isBlank()) {
                child.children().stream().map(Dropped::plain).filter(text -> !text.isBlank())
                        .forEach(text -> sweep.finds(Kind.METADATA, place + "：扩展", text));
            }
        }
        if (chosen.isEmpty() || chosen.get().is("mc:Fallback")) {
            return chosen.map(Xml::content).orElse(List.of()).stream().flatMap(piece -> chosen(piece).stream()).toList();
        }
        alternatives.content(List.of(chosen.get()));
        return List.of(alternatives);
    }
}
