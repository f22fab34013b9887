package openland.files.fixed;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.files.HiddenWords;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks into a copy that is about to go out, as somebody would who wants to know what lay under the marks: at its text, its
 * objects, its bytes in all encodings, its pixels, and once more with a program that reads pictures.
 */
final class RedactionProof {
    private static final Set<String> KEYS = Set.of("Type", "Pages", "Kids", "Count", "Parent", "MediaBox", "CropBox", "Resources", "XObject", "Contents",
            "Length", "Filter", "DecodeParms", "Subtype", "Width", "Height", "BitsPerComponent", "ColorSpace", "Predictor", "Colors", "Columns",
            "Root", "Size", "ID", "Version", "Rotate", "ProcSet");
    private static final Set<String> PAGE_KEYS = Set.of("Type", "Parent", "MediaBox", "CropBox", "Resources", "Contents", "Rotate");
    /** JPEG smears: so much may a pixel, and all of them on average, differ from what was painted. */
    private static final int SMEARED = 110;
    private static final double SMEARED_ON_AVERAGE = 6;
    private static final double AROUND = 3;

    private final byte[] pdf;
    private final List<MarkPainting> pages;
    private final Collection<String> words;

    /** @param pages what was painted on each @param words that were hidden */
    RedactionProof(byte[] pdf, List<MarkPainting> pages, Collection<String> words) {
        this.pdf = pdf;
        this.pages = pages;
        this.words = words;
    }

    /** @return whether every page with marks was read by the program that reads pictures @throws Refusal UNPROCESSABLE when something is left */
    boolean mustHold(Recognising recognising) throws IOException {
        try (var document = PdfOpening.open(new RandomAccessReadBuffer(pdf))) {
            mustBePicturesOnly(document);
            mustSayNothing(document);
            var sitting = recognising.sitting();
            boolean read = recognising.isInstalled();
            for (int i = 0; i < pages.size(); i++) {
                if (!pages.get(i).areas().isEmpty()) {
                    var picture = picture(document.getPage(i)).getImage();
                    mustBeCovered(picture, pages.get(i), isLossless(picture(document.getPage(i))), i + 1);
                    read &= mustNotBeReadable(picture, pages.get(i), sitting, i + 1);
                }
            }
            return read;
        }
    }

    private static Refusal fails(String why) {
        return new Refusal(Reason.UNPROCESSABLE, "遮盖后的副本没有通过检查，没有保存：" + why);
    }

    private void mustBePicturesOnly(PDDocument document) throws IOException {
        if (document.getNumberOfPages() != pages.size()) {
            throw fails("页数不对。");
        }
        for (var key : document.getDocument().getXrefTable().keySet()) {
            mustBeKnown(document.getDocument().getObjectFromPool(key).getObject());
        }
        mustBeKnown(document.getDocument().getTrailer());
        for (var page : document.getPages()) {
            if (page.getCOSObject().keySet().stream().anyMatch(key -> !PAGE_KEYS.contains(key.getName())) || names(page).size() != 1) {
                throw fails("页面上有图片以外的东西。");
            }
        }
        var raw = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (raw.indexOf("%%EOF") != raw.lastIndexOf("%%EOF")) {
            throw fails("文件里有较早的版本。");
        }
    }

    private static List<COSName> names(PDPage page) {
        var names = new java.util.ArrayList<COSName>();
        page.getResources().getXObjectNames().forEach(names::add);
        return names;
    }

    private static void mustBeKnown(COSBase base) {
        if (base instanceof COSDictionary dictionary) {
            boolean pictures = dictionary.size() == 1 && dictionary.keySet().iterator().next().getName().matches("(Im|X)?\\d+");
            if (!pictures && dictionary.keySet().stream().anyMatch(key -> !KEYS.contains(key.getName()))) {
                throw fails("文件里有图片以外的对象" + dictionary.keySet() + "。");
            }
            dictionary.entrySet().stream().filter(entry -> !entry.getKey().equals(COSName.ID)).forEach(entry -> mustBeKnown(entry.getValue()));
        } else if (base instanceof COSArray array) {
            array.forEach(RedactionProof::mustBeKnown);
        } else if (base instanceof COSString) {
            throw fails("文件里有文字。");
        }
    }

    private void mustSayNothing(PDDocument document) throws IOException {
        if (!new PDFTextStripper().getText(document).isBlank()) {
            throw fails("还能提取出文字。");
        }
        var any = new HiddenBytes(words, false);
        var longer = new HiddenBytes(words, true);
        longer.in(pdf).ifPresent(word -> {
            throw fails("文件的字节里还有“" + word + "”。");
        });
        for (var key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                var inflated = new ByteArrayOutputStream();
                PdfOpening.decoded(stream, PdfOpening.MOST_INFLATED, inflated);
                boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
                (picture ? longer : any).in(inflated.toByteArray()).ifPresent(word -> {
                    throw fails("文件展开以后还有“" + word + "”。");
                });
            }
        }
    }

    private static PDImageXObject picture(PDPage page) throws IOException {
        return (PDImageXObject) page.getResources().getXObject(names(page).getFirst());
    }

    private static boolean isLossless(PDImageXObject picture) throws IOException {
        return PdfOpening.filters(picture.getCOSObject()).equals(List.of(COSName.FLATE_DECODE));
    }

    /** The marks must look as they look on any other page. */
    private static void mustBeCovered(BufferedImage picture, MarkPainting marks, boolean lossless, int page) {
        var light = marks.alone(Color.WHITE);
        var colour = marks.alone(Color.MAGENTA);
        if (picture.getWidth() != light.getWidth() || picture.getHeight() != light.getHeight()) {
            throw fails("第" + page + "页的图片大小不对。");
        }
        for (var area : marks.areas()) {
            long sum = 0;
            for (int y = area.y; y < area.y + area.height; y++) {
                for (int x = area.x; x < area.x + area.width; x++) {
                    int apart = apart(picture.getRGB(x, y), light.getRGB(x, y));
                    sum += apart;
                    if (apart(light.getRGB(x, y), colour.getRGB(x, y)) > 0 || apart > (lossless ? 0 : SMEARED)) {
                        throw fails("第" + page + "页的遮盖不完全。");
                    }
                }
            }
            if (sum > SMEARED_ON_AVERAGE * area.width * area.height) {
                throw fails("第" + page + "页的遮盖不完全。");
            }
        }
    }

    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }

    private boolean mustNotBeReadable(BufferedImage picture, MarkPainting marks, Recognising.Sitting sitting, int page) {
        var asked = new boolean[1];
        var read = sitting.read(_ -> {
            asked[0] = true;
            return around(picture, marks.areas());
        });
        var said = HiddenWords.plain(read.lines().stream().flatMap(List::stream).map(RecognisedPage.Word::text).collect(Collectors.joining()));
        var labels = HiddenWords.plain(marks.said());
        words.stream().filter(word -> HiddenWords.isTelling(word) && said.contains(word) && !labels.contains(word)).findFirst().ifPresent(word -> {
            throw fails("第" + page + "页的遮盖旁边还认得出“" + word + "”，请把遮盖画大些，或把旁边的也遮盖。");
        });
        return asked[0];
    }

    /** Only the marks and a little of what is beside them. */
    private static BufferedImage around(BufferedImage picture, List<Rectangle> areas) {
        var grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = grey.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        int wider = (int) Math.ceil(AROUND * Sheets.DOTS / Sheets.POINTS);
        for (var area : areas) {
            var larger = new Rectangle(area);
            larger.grow(wider, wider);
            pen.setClip(larger);
            pen.drawImage(picture, 0, 0, null);
        }
        pen.dispose();
        return grey;
    }
}
