package openland.files.fixed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** What a PDF says beside its pages: bookmarks; descriptions and replacements for screen readers. */
final class PdfStructure {
    private static final int MOST_NODES = 300_000;
    private static final COSName EXPANSION = COSName.getPDFName("E");

    private final COSDictionary catalog;

    PdfStructure(PDDocument document) {
        this.catalog = document.getDocumentCatalog().getCOSObject();
    }

    /** The titles of bookmarks, in the order of the list. */
    List<Block> bookmarks() {
        return titles(catalog.getCOSDictionary(COSName.OUTLINES), COSName.TITLE, COSName.FIRST, COSName.NEXT);
    }

    /** What pictures show, in words. */
    List<Block> descriptions() {
        return titles(catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT), COSName.ALT, COSName.K);
    }

    /** Replacements of which a reader of the page sees nothing. @param words all that is to be seen */
    List<String> replacements(String words) {
        var root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        var said = new ArrayList<>(titles(root, COSName.ACTUAL_TEXT, COSName.K));
        said.addAll(titles(root, EXPANSION, COSName.K));
        var plain = PdfWords.plain(words);
        return said.stream().map(Block::text).filter(one -> PdfWords.differ(one, plain)).toList();
    }

    private static List<Block> titles(@Nullable COSDictionary root, COSName title, COSName... next) {
        var titles = new ArrayList<Block>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        push(waiting, root);
        while (!waiting.isEmpty()) {
            var node = waiting.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (seen.size() > MOST_NODES) {
                throw PdfOpening.tooMuch();
            }
            if (node instanceof COSArray array) {
                for (int i = array.size() - 1; i >= 0; i--) {
                    push(waiting, array.get(i));
                }
            } else if (node instanceof COSDictionary dictionary) {
                var words = dictionary.getString(title);
                if (words != null && !words.isBlank()) {
                    titles.add(new Paragraph(words.strip()));
                }
                for (int i = next.length - 1; i >= 0; i--) {
                    push(waiting, dictionary.getItem(next[i]));
                }
            }
        }
        return titles;
    }

    private static void push(ArrayDeque<COSBase> waiting, @Nullable COSBase base) {
        var plain = PdfPages.plain(base);
        if (plain instanceof COSDictionary || plain instanceof COSArray) {
            waiting.push(plain);
        }
    }
}
