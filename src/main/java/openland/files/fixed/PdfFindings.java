package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import openland.files.FileContent.Block;
import openland.files.FileContent.Part;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What the pages of a PDF show and hide. */
final class PdfFindings {
    private final PDDocument document;
    private final PageBudget budget = new PageBudget();
    private final List<COSDictionary> pages;
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<COSBase, BitSet> unseen = new IdentityHashMap<>();
    private final IdentityHashMap<COSBase, BitSet> seen = new IdentityHashMap<>();
    private final BitSet scans = new BitSet();
    private boolean garbled;

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
        var text = new PageText(marks.glyphs.stream().filter(PageMarks.Glyph::isSeen)
                .map(glyph -> new PageGlyph(glyph.text, glyph.box, glyph.size, glyph.bold)).toList(), marks.lines).blocks();
        boolean readable = marks.glyphs.stream().anyMatch(glyph -> glyph.isSeen() && !glyph.text.isBlank());
        scans.set(number - 1, marks.isScan() && !readable);
        garbled |= marks.unreadable * 2 > marks.glyphs.size() && marks.unreadable > 20;
        parts.add(new Part(place, text));
        hidden.addAll(new PageHiding(marks, budget).found(place));
        used.addAll(marks.used);
        for (var glyph : marks.glyphs) {
            var kind = PageHiding.kind(glyph.fate);
            (kind == Kind.HIDDEN_TEXT ? unseen : seen).computeIfAbsent((COSBase) glyph.source.stream(), stream -> new BitSet()).set(glyph.source.index());
        }
    }

    /** All streams of a page are inflated together: counted first. */
    static void mustBeOfSensibleSize(COSDictionary page) throws IOException {
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

    /** The pages, from 0, that are pictures without words. */
    BitSet scans() {
        return scans;
    }

    /** Whether a page has letters of which nobody can tell by machine which they are. */
    boolean garbled() {
        return garbled;
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
