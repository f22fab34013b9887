package openland.files.fixed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** What a page may paint with. Pictures and forms that no page paints stay behind. */
final class PdfResources {
    private static final int MOST_NODES = 200_000;

    private final PdfCopy copy;
    private final PdfFindings findings;

    PdfResources(PdfCopy copy, PdfFindings findings) {
        this.copy = copy;
        this.findings = findings;
    }

    COSDictionary copied(@Nullable COSDictionary resources) throws IOException {
        var kept = new COSDictionary();
        if (resources == null) {
            return kept;
        }
        useAllOfPatterns(resources);
        for (var entry : resources.entrySet()) {
            if (entry.getKey().equals(COSName.XOBJECT)) {
                continue;
            }
            if (PdfKeys.keeps(entry.getKey(), true)) {
                var copied = copy.copied(entry.getValue(), PdfKeys.isMap(entry.getKey()), Set.of());
                if (copied != null) {
                    kept.setItem(entry.getKey(), copied);
                }
            } else {
                copy.leftOut(entry.getKey(), entry.getValue());
            }
        }
        kept.setItem(COSName.XOBJECT, painted(resources.getCOSDictionary(COSName.XOBJECT)));
        return kept;
    }

    private COSDictionary painted(@Nullable COSDictionary all) throws IOException {
        var kept = new COSDictionary();
        if (all == null) {
            return kept;
        }
        for (var entry : all.entrySet()) {
            var target = PdfPages.plain(entry.getValue());
            if (target != null && findings.uses(target)) {
                var copied = copy.copied(entry.getValue());
                if (copied != null) {
                    kept.setItem(entry.getKey(), copied);
                }
            } else if (target != null) {
                copy.report(Kind.METADATA, "没有用到的图：" + PdfStrings.of(target));
            }
        }
        return kept;
    }

    /** Patterns, masks and drawn letters are not run through: all that they could paint counts as painted. */
    private void useAllOfPatterns(COSDictionary resources) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        for (var key : new COSName[] {COSName.PATTERN, COSName.EXT_G_STATE, COSName.FONT}) {
            if (resources.getDictionaryObject(key) instanceof COSDictionary some) {
                waiting.add(some);
            }
        }
        while (!waiting.isEmpty() && seen.size() < MOST_NODES) {
            var node = waiting.poll();
            if (node instanceof COSDictionary dictionary && seen.add(node)) {
                findings.use(node);
                for (var value : dictionary.getValues()) {
                    var plain = PdfPages.plain(value);
                    if (plain instanceof COSDictionary) {
                        waiting.add(plain);
                    }
                }
            }
        }
    }
}
