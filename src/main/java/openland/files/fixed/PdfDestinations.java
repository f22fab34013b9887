package openland.files.fixed;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The named places of a PDF (ISO 32000-1, 12.3.2.3): links and bookmarks lead to them. */
final class PdfDestinations {
    private static final int MOST_NODES = 100_000;

    private PdfDestinations() {}

    static Map<String, COSBase> of(PDDocument document) {
        var places = new HashMap<String, COSBase>();
        var catalog = document.getDocumentCatalog().getCOSObject();
        var old = catalog.getCOSDictionary(COSName.DESTS);
        if (old != null) {
            old.forEach((name, place) -> put(places, name.getName(), place));
        }
        var names = catalog.getCOSDictionary(COSName.NAMES);
        var waiting = new ArrayDeque<COSDictionary>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var root = names == null ? null : names.getCOSDictionary(COSName.DESTS);
        if (root != null) {
            waiting.add(root);
        }
        while (!waiting.isEmpty() && seen.size() < MOST_NODES) {
            var node = waiting.poll();
            if (seen.add(node)) {
                leaves(places, node.getCOSArray(COSName.NAMES));
                kids(waiting, node.getCOSArray(COSName.KIDS));
            }
        }
        return places;
    }

    private static void leaves(Map<String, COSBase> places, @Nullable COSArray pairs) {
        for (int i = 0; pairs != null && i + 1 < pairs.size(); i += 2) {
            if (pairs.getObject(i) instanceof COSString name) {
                put(places, name.getString(), pairs.get(i + 1));
            }
        }
    }

    private static void kids(ArrayDeque<COSDictionary> waiting, @Nullable COSArray kids) {
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                waiting.add(kid);
            }
        }
    }

    private static void put(Map<String, COSBase> places, String name, COSBase place) {
        var plain = PdfPages.plain(place);
        var target = plain instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(COSName.D) : plain;
        if (target instanceof COSArray) {
            places.put(name, target);
        }
    }
}
