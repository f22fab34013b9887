package openland.files.fixed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import openland.base.Refusal;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The pages of a PDF in order: walked without recursion, each once, with a ceiling. */
final class PdfPages {
    /** The most pages of one file. */
    static final int MOST = 5_000;
    private static final int MOST_NODES = 50_000;
    private static final List<COSName> INHERITED = List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private PdfPages() {}

    /** Each with its own resources, boxes and turn, also where the file gives them to a whole chapter. */
    static List<COSDictionary> of(PDDocument document) {
        var root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        var pages = new ArrayList<COSDictionary>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSDictionary>();
        if (root != null) {
            waiting.push(root);
        }
        while (!waiting.isEmpty()) {
            var node = waiting.pop();
            if (!seen.add(node) || seen.size() > MOST_NODES) {
                throw PdfOpening.damaged();
            }
            var kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                pages.add(node);
            } else {
                push(node, kids, waiting);
            }
            if (pages.size() + waiting.size() > MOST_NODES || pages.size() > MOST) {
                throw Refusal.invalid("这个PDF超过" + MOST + "页，请拆分后再传。");
            }
        }
        if (pages.isEmpty()) {
            throw PdfOpening.damaged();
        }
        return pages;
    }

    private static void push(COSDictionary node, COSArray kids, ArrayDeque<COSDictionary> waiting) {
        for (int i = kids.size() - 1; i >= 0; i--) {
            if (plain(kids.get(i)) instanceof COSDictionary kid) {
                for (var key : INHERITED) {
                    if (!kid.containsKey(key) && node.containsKey(key)) {
                        kid.setItem(key, node.getItem(key));
                    }
                }
                waiting.push(kid);
            }
        }
    }

    static @Nullable COSBase plain(@Nullable COSBase base) {
        return base instanceof COSObject object ? object.getObject() : base;
    }
}
