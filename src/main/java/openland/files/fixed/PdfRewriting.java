package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Makes a new PDF of the pages of another: what they show, links and bookmarks, and nothing else. */
final class PdfRewriting {
    private static final List<COSName> OF_CATALOG = List.of(COSName.LANG, COSName.PAGE_LAYOUT, COSName.PAGE_MODE, COSName.PAGE_LABELS,
            COSName.VIEWER_PREFERENCES, COSName.MARK_INFO);
    private static final Set<COSName> OF_TREE = Set.of(COSName.TYPE, COSName.VERSION, COSName.PAGES, COSName.OUTLINES, COSName.NAMES,
            COSName.STRUCT_TREE_ROOT, COSName.OCPROPERTIES, COSName.ACRO_FORM, COSName.getPDFName("Extensions"));
    private static final List<COSName> OF_PAGE = List.of(COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.BLEED_BOX, COSName.TRIM_BOX,
            COSName.ART_BOX, COSName.ROTATE, COSName.getPDFName("UserUnit"), COSName.GROUP, COSName.STRUCT_PARENTS, COSName.getPDFName("Tabs"));
    private static final Set<COSName> OF_PAGE_TREE = Set.of(COSName.TYPE, COSName.PARENT, COSName.CONTENTS, COSName.ANNOTS,
            COSName.RESOURCES, COSName.getPDFName("LastModified"));
    private static final COSName EMBEDDED_FILES = COSName.EMBEDDED_FILES;

    private final PdfFindings findings;
    private final PDDocument to;
    private final PdfCopy copy;
    private final PdfStreams streams;
    private final PdfNotes notes;

    PdfRewriting(PdfFindings findings, PDDocument to, boolean thorough) {
        this.findings = findings;
        this.to = to;
        this.copy = new PdfCopy(findings, to.getDocument(), thorough, PdfDestinations.of(findings.document()));
        this.streams = new PdfStreams(findings, thorough);
        this.notes = new PdfNotes(copy);
    }

    /** Fills the new document; returns what was left out. */
    List<Hidden> rewrite() throws IOException {
        var catalog = to.getDocumentCatalog().getCOSObject();
        var tree = catalog.getCOSDictionary(COSName.PAGES);
        var kids = new COSArray();
        for (var page : findings.pages()) {
            var target = new COSDictionary();
            copy.put(page, target);
            kids.add(target);
        }
        for (int i = 0; i < findings.pages().size(); i++) {
            copy.at("第" + (i + 1) + "页");
            page(findings.pages().get(i), (COSDictionary) kids.get(i), tree);
        }
        tree.setItem(COSName.KIDS, kids);
        tree.setItem(COSName.COUNT, COSInteger.get(kids.size()));
        copy.at("文档属性");
        catalog(findings.document().getDocumentCatalog().getCOSObject(), catalog);
        trailer(findings.document().getDocument().getTrailer());
        return copy.found();
    }

    private void page(COSDictionary from, COSDictionary page, COSDictionary tree) throws IOException {
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.PARENT, tree);
        for (var key : OF_PAGE) {
            var copied = copy.copied(from.getItem(key));
            if (copied != null) {
                page.setItem(key, copied);
            }
        }
        from.entrySet().stream().filter(entry -> !OF_PAGE.contains(entry.getKey()) && !OF_PAGE_TREE.contains(entry.getKey()))
                .forEach(entry -> copy.leftOut(entry.getKey(), entry.getValue()));
        var resources = new PdfResources(copy, findings).copied(from.getCOSDictionary(COSName.RESOURCES));
        page.setItem(COSName.RESOURCES, resources);
        var flattened = notes.flattened(from, page, resources);
        page.setItem(COSName.CONTENTS, contents(from, flattened));
    }

    private COSStream contents(COSDictionary page, String flattened) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var stream : PdfFindings.contents(page)) {
            PdfOpening.decoded(stream, PdfOpening.MOST_INFLATED, all);
            all.write('\n');
        }
        var painting = streams.painting(all.toByteArray(), page, page.getCOSDictionary(COSName.RESOURCES));
        var out = new ByteArrayOutputStream();
        if (!flattened.isEmpty()) {
            out.writeBytes("q\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(painting);
        out.writeBytes(flattened.getBytes(StandardCharsets.US_ASCII));
        var contents = to.getDocument().createCOSStream();
        PdfStreams.write(contents, flattened.isEmpty() ? painting : PdfContent.rewritten(out.toByteArray(), null, false));
        return contents;
    }

    private void catalog(COSDictionary from, COSDictionary catalog) throws IOException {
        for (var key : OF_CATALOG) {
            set(catalog, key, copy.copied(from.getItem(key)));
        }
        from.entrySet().stream().filter(entry -> !OF_CATALOG.contains(entry.getKey()) && !OF_TREE.contains(entry.getKey()))
                .filter(entry -> copy.isThorough() || !entry.getKey().equals(COSName.AF))
                .forEach(entry -> copy.leftOut(entry.getKey(), entry.getValue()));
        set(catalog, COSName.STRUCT_TREE_ROOT, copy.copied(from.getItem(COSName.STRUCT_TREE_ROOT)));
        set(catalog, COSName.OUTLINES, copy.copied(from.getItem(COSName.OUTLINES), false, Set.of()));
        if (new PdfLayers(findings.document()).any()) {
            set(catalog, COSName.OCPROPERTIES, copy.copied(from.getItem(COSName.OCPROPERTIES)));
        }
        names(from, catalog);
        notes.form(from.getCOSDictionary(COSName.ACRO_FORM));
    }

    private void names(COSDictionary from, COSDictionary catalog) throws IOException {
        var names = from.getCOSDictionary(COSName.NAMES);
        if (names == null) {
            return;
        }
        var kept = new COSDictionary();
        if (names.containsKey(EMBEDDED_FILES)) {
            copy.report(Kind.EMBEDDED, PdfStrings.of(names.getItem(EMBEDDED_FILES)));
            if (!copy.isThorough()) {
                set(kept, EMBEDDED_FILES, copy.copied(names.getItem(EMBEDDED_FILES)));
            }
        }
        names.entrySet().stream().filter(entry -> !entry.getKey().equals(EMBEDDED_FILES))
                .forEach(entry -> copy.leftOut(entry.getKey(), entry.getValue()));
        if (kept.size() > 0) {
            catalog.setItem(COSName.NAMES, kept);
        }
    }

    private void trailer(COSDictionary trailer) {
        var info = trailer.getCOSDictionary(COSName.INFO);
        if (info != null && info.size() > 0) {
            info.entrySet().forEach(entry -> copy.report(Kind.METADATA, entry.getKey().getName() + "：" + PdfStrings.of(entry.getValue())));
        }
    }

    private static void set(COSDictionary target, COSName key, @Nullable COSBase value) {
        if (value != null) {
            target.setItem(key, value);
        }
    }
}
