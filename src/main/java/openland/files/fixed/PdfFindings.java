package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openland.files.FileContent.Block;
import openland.files.FileContent.Part;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.fixed.PdfMarks.Fate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What the pages of a PDF show and hide. */
final class PdfFindings {
    private static final Map<Fate, Kind> KINDS = new EnumMap<>(Map.of(Fate.TRANSPARENT, Kind.HIDDEN_TEXT, Fate.SAME_COLOUR, Kind.HIDDEN_TEXT,
            Fate.TINY, Kind.HIDDEN_TEXT, Fate.CLIPPED, Kind.HIDDEN_TEXT, Fate.OUTSIDE, Kind.OUTSIDE_PAGE, Fate.COVERED, Kind.COVERED_TEXT,
            Fate.IN_LAYER, Kind.HIDDEN_LAYER));

    private final PDDocument document;
    private final PdfBudget budget = new PdfBudget();
    private final List<COSDictionary> pages;
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<COSBase> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<COSBase, BitSet> unseen = new IdentityHashMap<>();
    private final IdentityHashMap<COSBase, BitSet> seen = new IdentityHashMap<>();
    private boolean scanned;

    private PdfFindings(PDDocument document) {
        this.document = document;
        this.pages = PdfPages.of(document);
    }

    /** Looks at every page. */
    static PdfFindings of(PDDocument document) throws IOException {
        var findings = new PdfFindings(document);
        var layers = new PdfLayers(document);
        for (int i = 0; i < findings.pages.size(); i++) {
            findings.look(findings.pages.get(i), i + 1, layers);
        }
        return findings;
    }

    private void look(COSDictionary dictionary, int number, PdfLayers layers) throws IOException {
        mustBeOfSensibleSize(dictionary);
        var place = "第" + number + "页";
        var marks = new PdfPageLook(new PDPage(dictionary), layers, budget).look();
        var text = new PageText(marks.glyphs.stream().filter(PdfMarks.Glyph::isSeen)
                .map(glyph -> new PageGlyph(glyph.text, glyph.box, glyph.size, glyph.bold)).toList(), marks.lines).blocks();
        boolean readable = marks.glyphs.stream().anyMatch(glyph -> glyph.isSeen() && !glyph.text.isBlank());
        scanned |= marks.isScan() && !readable || marks.unreadable * 2 > marks.glyphs.size() && marks.unreadable > 20;
        parts.add(new Part(place, text));
        report(marks, place);
        used.addAll(marks.used);
        for (var glyph : marks.glyphs) {
            var kind = KINDS.get(glyph.fate);
            (kind == Kind.HIDDEN_TEXT ? unseen : seen).computeIfAbsent(glyph.source.stream(), stream -> new BitSet()).set(glyph.source.index());
        }
    }

    /** All streams of a page are inflated together: counted first. */
    private static void mustBeOfSensibleSize(COSDictionary page) throws IOException {
        long size = 0;
        for (var stream : contents(page)) {
            size += PdfOpening.decoded(stream, PdfOpening.MOST_INFLATED, ByteArrayOutputStream.nullOutputStream());
            if (size > PdfOpening.MOST_INFLATED) {
                throw PdfOpening.tooMuch();
            }
        }
    }

    static List<COSStream> contents(COSDictionary page) {
        var streams = new ArrayList<COSStream>();
        var contents = page.getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSStream stream) {
            streams.add(stream);
        } else if (contents instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    private void report(PdfMarks marks, String place) {
        for (var fate : Fate.values()) {
            var words = KINDS.containsKey(fate) ? marks.text(fate) : "";
            if (!words.isBlank()) {
                hidden.add(new Hidden(KINDS.getOrDefault(fate, Kind.HIDDEN_TEXT), place, words));
            }
        }
        marks.replacements.forEach(words -> hidden.add(new Hidden(Kind.HIDDEN_TEXT, place, words)));
        if (marks.layerHidesPicture) {
            hidden.add(new Hidden(Kind.HIDDEN_LAYER, place, ""));
        }
        pictures(marks, place);
    }

    private void pictures(PdfMarks marks, String place) {
        for (var picture : marks.pictures) {
            double whole = PdfMarks.area(picture.whole());
            if (whole < marks.width * marks.height / 100) {
                continue;
            }
            if (PdfMarks.area(picture.visible()) < whole * 0.02) {
                hidden.add(new Hidden(Kind.OUTSIDE_PAGE, place, ""));
            } else if (PdfMarks.area(picture.visible()) < whole * 0.85 || isCovered(picture, marks)) {
                hidden.add(new Hidden(Kind.COVERED_PICTURE, place, ""));
            }
        }
    }

    /** A bare opaque shape lies on the picture: one with words on it is a label. */
    private boolean isCovered(PdfMarks.Picture picture, PdfMarks marks) {
        for (var cover : marks.covers) {
            var box = cover.shape().getBounds2D();
            var both = box.createIntersection(picture.visible());
            boolean large = cover.order() > picture.order() && Math.min(both.getWidth(), both.getHeight()) >= 5
                    && PdfMarks.area(both) >= marks.width * marks.height / 1500;
            boolean within = PdfMarks.area(both) > PdfMarks.area(box) * 0.8 || PdfMarks.area(both) > PdfMarks.area(picture.visible()) * 0.95;
            if (large && within && isBare(cover, box, marks)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBare(PdfMarks.Cover cover, Rectangle2D box, PdfMarks marks) {
        budget.pixels(marks.glyphs.size());
        return marks.glyphs.stream().noneMatch(glyph -> glyph.order > cover.order() && glyph.isSeen()
                && box.contains(glyph.box.getCenterX(), glyph.box.getCenterY()));
    }

    PDDocument document() {
        return document;
    }

    List<COSDictionary> pages() {
        return pages;
    }

    List<Hidden> hidden() {
        return hidden;
    }

    /** The words that a reader sees, page by page. */
    List<Part> parts() {
        return parts;
    }

    boolean scanned() {
        return scanned;
    }

    boolean uses(COSBase drawn) {
        return used.contains(drawn);
    }

    void use(COSBase drawn) {
        used.add(drawn);
    }

    /** The glyphs of a stream that nobody sees wherever it is painted, and that may be asked to go. */
    BitSet unseen(COSBase stream) {
        var hiddenOnes = (BitSet) unseen.getOrDefault(stream, new BitSet()).clone();
        hiddenOnes.andNot(seen.getOrDefault(stream, new BitSet()));
        return hiddenOnes;
    }

    /** All words that are seen, for comparison. */
    String words() {
        var words = new StringBuilder();
        for (var part : parts) {
            for (Block block : part.blocks()) {
                words.append(block.text());
            }
        }
        return words.toString();
    }
}
