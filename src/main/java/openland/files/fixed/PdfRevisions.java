package openland.files.fixed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.files.FileContent.Block;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a PDF still carries of how it was before it was saved again: nobody sees it, everybody can dig it out. */
final class PdfRevisions {
    private static final Pattern END = Pattern.compile("%%EOF");
    private static final Pattern OBJECT = Pattern.compile("(?<=[\\s>])(\\d{1,10})[ \\r\\n\\t]+(\\d{1,5})[ \\r\\n\\t]+obj\\b");
    private static final Pattern ROW = Pattern.compile("\\d{10} \\d{5} [nf]");
    private static final int MOST_OBJECTS = 500_000;
    private static final int MOST_LOOKED_AT = 5;
    private static final int MOST_ORPHANS = 500;
    private static final int LONGEST_ORPHAN = 1 << 16;

    private final byte[] bytes;
    private final String raw;

    PdfRevisions(Path file) throws IOException {
        this.bytes = Files.readAllBytes(file);
        this.raw = new String(bytes, StandardCharsets.ISO_8859_1);   // one byte a sign
    }

    /** Before anything is parsed: tables of objects grow in memory many times over. */
    void mustBeOfSensibleSize() {
        if (!raw.substring(0, Math.min(1024, raw.length())).contains("%PDF-")) {
            throw PdfOpening.damaged();
        }
        if (OBJECT.matcher(raw).results().limit(MOST_OBJECTS + 1).count() > MOST_OBJECTS
                || ROW.matcher(raw).results().limit(MOST_OBJECTS + 1).count() > MOST_OBJECTS) {
            throw PdfOpening.tooMuch();
        }
    }

    /** @param words of the file as it is now */
    List<Hidden> found(PDDocument document, String words) throws IOException {
        var found = new ArrayList<Hidden>();
        var ends = new ArrayList<>(END.matcher(raw).results().map(end -> end.end()).toList());
        if (isLinearized(document) && !ends.isEmpty()) {
            ends.removeFirst();
        }
        for (int i = ends.size() - 2; i >= Math.max(0, ends.size() - 1 - MOST_LOOKED_AT); i--) {
            found.add(new Hidden(Kind.EARLIER_REVISION, "第" + (i + 1) + "次保存", onlyThen(ends.get(i), words)));
        }
        var orphans = orphans(document);
        if (!orphans.isEmpty()) {
            found.add(new Hidden(Kind.EARLIER_REVISION, "不再使用的内容", orphans));
        }
        int last = ends.isEmpty() ? raw.length() : ends.getLast();
        if (!raw.substring(last).isBlank()) {
            found.add(new Hidden(Kind.METADATA, "文件末尾以后", Strings.readable(Arrays.copyOfRange(bytes, last, bytes.length))));
        }
        if (!raw.startsWith("%PDF-")) {
            found.add(new Hidden(Kind.METADATA, "文件开头以前", Strings.readable(Arrays.copyOf(bytes, raw.indexOf("%PDF-")))));
        }
        return found;
    }

    /** A file prepared for the web ends its first part with the same mark. */
    private boolean isLinearized(PDDocument document) {
        var head = document.getDocument().getLinearizedDictionary();
        return head != null && raw.substring(0, Math.min(2048, raw.length())).contains("/Linearized");
    }

    /** The lines of the earlier revision that the present one lacks. */
    private String onlyThen(int end, String words) {
        var now = PdfWords.plain(words);
        try (var then = PdfOpening.open(new RandomAccessReadBuffer(Arrays.copyOf(bytes, end))); var nowhere = new PDDocument()) {
            var findings = PdfFindings.of(then);
            var seen = findings.parts().stream().flatMap(part -> part.blocks().stream()).map(Block::text);
            var hidden = Stream.concat(findings.hidden().stream(), new PdfRewriting(findings, nowhere, false).rewrite().stream()).map(Hidden::text);
            return Stream.concat(seen, hidden).filter(line -> !now.contains(PdfWords.plain(line))).collect(Collectors.joining("\n"));
        } catch (IOException | RuntimeException e) {
            return "";   // no file of its own: its objects are among the orphans
        }
    }

    /** Objects in the file that the present table of objects does not lead to. */
    private String orphans(PDDocument document) {
        var places = new HashSet<>(document.getDocument().getXrefTable().values());
        var words = new ArrayList<String>();
        int count = 0;
        for (var object = OBJECT.matcher(raw); object.find() && count < MOST_ORPHANS; ) {
            if (!places.contains((long) object.start())) {
                count++;
                words.add(words(object.start()));
            }
        }
        return count == 0 ? "" : String.join(" ", words).strip() + "（" + count + "个对象）";
    }

    private String words(int from) {
        int end = raw.indexOf("endobj", from);
        int to = Math.min(end < 0 ? raw.length() : end, from + LONGEST_ORPHAN);
        int stream = raw.indexOf("stream", from);
        if (stream >= 0 && stream < to) {
            int data = stream + 6 + (raw.startsWith("\r\n", stream + 6) ? 2 : 1);
            var inflated = Inflated.some(Arrays.copyOfRange(bytes, Math.min(data, to), to));
            return Strings.readable(inflated.length > 0 ? inflated : Arrays.copyOfRange(bytes, from, to));
        }
        return Strings.readable(Arrays.copyOfRange(bytes, from, to));
    }
}
