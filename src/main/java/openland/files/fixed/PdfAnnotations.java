package openland.files.fixed;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

/** What lies on a page and does not belong to it: notes, stamps, fields, links. */
final class PdfAnnotations {
    private static final int HIDDEN = 2;
    private static final int NO_VIEW = 32;
    private static final int MOST = 20_000;
    private static final Set<String> NOTES = Set.of("Text", "Popup", "FileAttachment", "Sound", "Movie", "Screen", "3D", "RichMedia");
    private static final Set<String> SHAPES = Set.of("Square", "Circle", "Polygon", "Redact");
    private static final COSName INTERIOR = COSName.getPDFName("IC");

    private PdfAnnotations() {}

    static List<COSDictionary> of(COSDictionary page) {
        var found = new ArrayList<COSDictionary>();
        var all = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; all != null && i < all.size(); i++) {
            if (all.getObject(i) instanceof COSDictionary annotation) {
                found.add(annotation);
            }
            if (found.size() > MOST) {
                throw PdfOpening.tooMuch();
            }
        }
        return found;
    }

    static String kind(COSDictionary annotation) {
        return annotation.getNameAsString(COSName.SUBTYPE, "");
    }

    static boolean isHidden(COSDictionary annotation) {
        return (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) != 0;
    }

    /** The icon of a note says nothing; the note opens only in some programs. */
    static boolean isNote(COSDictionary annotation) {
        return NOTES.contains(kind(annotation));
    }

    /** What is painted for it on the page; null when nothing. */
    static @Nullable PDAppearanceStream appearance(COSDictionary annotation) {
        var states = annotation.getCOSDictionary(COSName.AP);
        if (states == null || isNote(annotation)) {
            return null;
        }
        var normal = states.getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary choices && !(normal instanceof COSStream)) {
            var state = annotation.getCOSName(COSName.AS);
            normal = state == null ? null : choices.getDictionaryObject(state);
        }
        return normal instanceof COSStream stream ? new PDAppearanceStream(stream) : null;
    }

    static PDAnnotation object(COSDictionary annotation) {
        return new PDAnnotationUnknown(annotation);
    }

    /** The area that it hides although it has no painting of its own: programs paint it themselves. */
    static @Nullable Shape cover(COSDictionary annotation) {
        var colour = annotation.getCOSArray(INTERIOR);
        boolean filled = colour != null && colour.size() > 0;
        boolean redaction = kind(annotation).equals("Redact");
        if (!redaction && (!filled || !SHAPES.contains(kind(annotation)) || appearance(annotation) != null)) {
            return null;
        }
        var box = annotation.getCOSArray(COSName.RECT);
        if (box == null || box.size() < 4) {
            return null;
        }
        var rectangle = new PDRectangle(box);
        return new Rectangle2D.Double(rectangle.getLowerLeftX(), rectangle.getLowerLeftY(), rectangle.getWidth(), rectangle.getHeight());
    }
}
