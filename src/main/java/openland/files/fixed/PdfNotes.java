package openland.files.fixed;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Makes what lies on a page part of the page: a stamp, a filled field, the seal of a signature look as before and carry
 * nothing any more. Links stay links; notes go; attachments stay until somebody says that they can go.
 */
final class PdfNotes {
    private static final Set<String> PLAYED = Set.of("Movie", "Screen", "Sound", "3D", "RichMedia");
    private static final Set<COSName> OF_LINKS = Set.of(COSName.TYPE, COSName.SUBTYPE, COSName.RECT, COSName.BORDER, COSName.BS, COSName.C,
            COSName.H, COSName.QUADPOINTS, COSName.DEST, COSName.A, COSName.STRUCT_PARENT, COSName.F);
    private static final Set<COSName> OF_ATTACHMENTS = Set.of(COSName.TYPE, COSName.SUBTYPE, COSName.RECT, COSName.FS, COSName.NAME,
            COSName.F);
    private static final Set<COSName> SAYING_NOTHING = Set.of(COSName.P, COSName.PARENT, COSName.AP, COSName.POPUP, COSName.AS);

    private final PdfCopy copy;

    PdfNotes(PdfCopy copy) {
        this.copy = copy;
    }

    /** The operators that paint them, to follow those of the page. */
    String flattened(COSDictionary from, COSDictionary page, COSDictionary resources) throws IOException {
        var kept = new COSArray();
        var painting = new StringBuilder();
        int number = 0;
        for (var annotation : PdfAnnotations.of(from)) {
            var kind = PdfAnnotations.kind(annotation);
            if (kind.equals("Link")) {
                kept.add(part(annotation, OF_LINKS));
                reportRest(annotation, Kind.COMMENT, OF_LINKS);
                continue;
            }
            if (kind.equals("FileAttachment") && !copy.isThorough()) {
                kept.add(part(annotation, OF_ATTACHMENTS));
            }
            report(kind, annotation);
            boolean shown = !PdfAnnotations.isHidden(annotation);
            var cover = shown ? PdfAnnotations.cover(annotation) : null;
            if (cover != null) {
                painting.append(painted(cover.getBounds2D(), annotation.getCOSArray(COSName.getPDFName("IC"))));
            }
            var appearance = shown ? PdfAnnotations.appearance(annotation) : null;
            var box = annotation.getCOSArray(COSName.RECT);
            if (appearance != null && box != null && box.size() >= 4) {
                var matrix = matrix(appearance.getBBox(), appearance.getMatrix(), new PDRectangle(box));
                if (matrix != null && copy.copied(appearance.getCOSObject()) instanceof COSStream form) {
                    var name = COSName.getPDFName("Lying" + ++number);
                    form.setItem(COSName.SUBTYPE, COSName.FORM);
                    resources.getCOSDictionary(COSName.XOBJECT).setItem(name, form);
                    painting.append("q ").append(matrix).append(" cm /").append(name.getName()).append(" Do Q\n");
                }
            }
        }
        if (kept.size() > 0) {
            page.setItem(COSName.ANNOTS, kept);
        }
        return painting.isEmpty() ? "" : "\nQ\n" + painting;
    }

    /** Programs paint it themselves; so that nothing comes to light, the copy has it painted. */
    private static String painted(Rectangle2D box, @Nullable COSArray colour) {
        var rgb = colour == null ? new float[0] : colour.toFloatArray();
        var paint = switch (rgb.length) {
            case 1 -> String.format(Locale.ROOT, "%.4f g", rgb[0]);
            case 3 -> String.format(Locale.ROOT, "%.4f %.4f %.4f rg", rgb[0], rgb[1], rgb[2]);
            case 4 -> String.format(Locale.ROOT, "%.4f %.4f %.4f %.4f k", rgb[0], rgb[1], rgb[2], rgb[3]);
            default -> "0 g";
        };
        return String.format(Locale.ROOT, "q %s %.4f %.4f %.4f %.4f re f Q\n", paint, box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private COSDictionary part(COSDictionary annotation, Set<COSName> keys) throws IOException {
        var part = new COSDictionary();
        copy.put(annotation, part);
        for (var entry : annotation.entrySet()) {
            var copied = keys.contains(entry.getKey()) ? copy.copied(entry.getValue()) : null;
            if (copied != null) {
                part.setItem(entry.getKey(), copied);
            }
        }
        return part;
    }

    private void report(String kind, COSDictionary annotation) {
        if (PLAYED.contains(kind)) {
            copy.report(Kind.SCRIPT, kind + " " + PdfStrings.of(annotation));
        } else if (kind.equals("FileAttachment")) {
            copy.report(Kind.EMBEDDED, PdfStrings.of(annotation));
        } else if (kind.equals("Widget")) {
            boolean signature = COSName.SIG.equals(annotation.getCOSName(COSName.FT));
            reportRest(annotation, Kind.FORM_DATA, Set.of());
            if (signature) {
                copy.report(Kind.FORM_DATA, "电子签章：公开的副本保留它的样子，不再带有可验证的签名数据");
            }
        } else {
            reportRest(annotation, Kind.COMMENT, Set.of());
            if (PdfAnnotations.isHidden(annotation) && annotation.containsKey(COSName.AP)) {
                copy.report(Kind.COMMENT, PdfStrings.of(annotation.getItem(COSName.AP)));
            }
        }
    }

    private void reportRest(COSDictionary annotation, Kind kind, Set<COSName> kept) {
        for (var entry : annotation.entrySet()) {
            if (kept.contains(entry.getKey()) || SAYING_NOTHING.contains(entry.getKey())) {
                continue;
            }
            boolean action = entry.getKey().equals(COSName.A) || entry.getKey().equals(COSName.AA);
            var words = PdfStrings.of(entry.getValue());
            if (!words.isEmpty()) {
                copy.report(action ? Kind.SCRIPT : kind, words);
            }
        }
        var popup = PdfStrings.of(annotation.getDictionaryObject(COSName.POPUP));
        if (!popup.isEmpty()) {
            copy.report(kind, popup);
        }
    }

    /** The form as a whole: values of fields that lie on no page too. */
    void form(@Nullable COSDictionary form) {
        if (form == null) {
            return;
        }
        for (var entry : form.entrySet()) {
            var words = entry.getKey().equals(COSName.DR) ? "" : PdfStrings.of(entry.getValue());
            if (!words.isEmpty()) {
                copy.report(Kind.FORM_DATA, entry.getKey().getName() + "：" + words);
            }
        }
    }

    /** From the appearance's own box to its rectangle on the page (ISO 32000-1, 12.5.5). */
    private static @Nullable String matrix(@Nullable PDRectangle box, Matrix own, PDRectangle rectangle) {
        if (box == null) {
            return null;
        }
        var turned = box.transform(own).getBounds2D();
        if (turned.isEmpty() || rectangle.getWidth() <= 0 || rectangle.getHeight() <= 0) {
            return null;
        }
        double x = rectangle.getWidth() / turned.getWidth();
        double y = rectangle.getHeight() / turned.getHeight();
        return String.format(Locale.ROOT, "%.6f 0 0 %.6f %.6f %.6f", x, y, rectangle.getLowerLeftX() - turned.getX() * x,
                rectangle.getLowerLeftY() - turned.getY() * y);
    }
}
