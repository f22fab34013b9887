package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** The words in a branch of a PDF's objects, for the report. */
final class PdfStrings {
    private static final int MOST_NODES = 3_000;
    private static final int MOST = 2_000;
    private static final long LARGEST_STREAM = 1 << 20;
    private static final Set<COSName> ELSEWHERE = Set.of(COSName.PARENT, COSName.P, COSName.PG, COSName.PREV);

    private PdfStrings() {}

    static String of(@Nullable COSBase root) {
        var words = new LinkedHashSet<String>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        push(waiting, root);
        int length = 0;
        while (!waiting.isEmpty() && seen.size() < MOST_NODES && length < MOST) {
            var node = waiting.poll();
            if (!seen.add(node)) {
                continue;
            }
            if (node instanceof COSDictionary dictionary && COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
                continue;
            }
            int before = words.size();
            collect(node, words, waiting);
            length += words.size() > before ? words.getLast().length() : 0;
        }
        return String.join(" ", words);
    }

    private static void collect(COSBase node, Set<String> words, ArrayDeque<COSBase> waiting) {
        switch (node) {
            case COSString string -> words.add(string.getString().strip());
            case COSArray array -> array.forEach(item -> push(waiting, item));
            case COSDictionary dictionary -> {
                if (dictionary instanceof COSStream stream) {
                    words.add(readable(stream));
                }
                dictionary.keySet().stream().filter(key -> !PdfKeys.keeps(key, false)).map(COSName::getName).forEach(words::add);
                dictionary.entrySet().stream().filter(entry -> !ELSEWHERE.contains(entry.getKey()))
                        .forEach(entry -> push(waiting, entry.getValue()));
            }
            default -> { }
        }
        words.remove("");
    }

    private static void push(ArrayDeque<COSBase> waiting, @Nullable COSBase base) {
        var plain = PdfPages.plain(base);
        if (plain != null) {
            waiting.add(plain);
        }
    }

    private static String readable(COSStream stream) {
        try {
            var out = new ByteArrayOutputStream();
            PdfOpening.decoded(stream, LARGEST_STREAM, out);
            return Strings.readable(out.toByteArray());
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
