package openland.files.fixed;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF of pictures and nothing else. Text stays sharp (lossless); a photographed page that would be large becomes JPEG. */
final class PicturePdf implements Closeable {
    private static final int LARGE = 700 << 10;
    private static final float QUALITY = 0.85f;
    private static final int UP = 2;
    private static final long ANY = 1;

    private final PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(16L << 20).streamCache);
    private long size;

    /** @param width of the page in points; its height follows. @throws Refusal TOO_LARGE */
    void add(BufferedImage picture, double width) throws IOException {
        float height = (float) (width * picture.getHeight() / picture.getWidth());
        var page = new PDPage(new PDRectangle((float) width, height));
        document.addPage(page);
        var image = image(picture);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, (float) width, height);
        }
        size += image.getCOSObject().getLength();
        if (size > openland.files.Files.LARGEST) {
            throw new Refusal(Reason.TOO_LARGE, "遮盖后的文件会超过50 MB，请把原件拆分成几个再作区分处理。");
        }
    }

    private PDImageXObject image(BufferedImage picture) throws IOException {
        boolean grey = isGrey(picture);
        var packed = packed(picture, grey ? 1 : 3);
        if (packed.length > LARGE) {
            var jpeg = JPEGFactory.createFromImage(document, picture, QUALITY);
            if (jpeg.getCOSObject().getLength() < packed.length / 2) {
                return jpeg;
            }
        }
        var image = new PDImageXObject(document, new ByteArrayInputStream(packed), COSName.FLATE_DECODE, picture.getWidth(), picture.getHeight(), 8,
                grey ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
        var how = new COSDictionary();
        how.setInt(COSName.PREDICTOR, 15);
        how.setInt(COSName.COLORS, grey ? 1 : 3);
        how.setInt(COSName.BITS_PER_COMPONENT, 8);
        how.setInt(COSName.COLUMNS, picture.getWidth());
        image.getCOSObject().setItem(COSName.DECODE_PARMS, how);
        return image;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static boolean isGrey(BufferedImage picture) {
        for (int pixel : pixels(picture)) {
            int blue = pixel & 0xff;
            if ((pixel >> 8 & 0xff) != blue || (pixel >> 16 & 0xff) != blue) {
                return false;
            }
        }
        return true;
    }

    /** Rows as differences from the row above, deflated. */
    private static byte[] packed(BufferedImage picture, int colours) throws IOException {
        var pixels = pixels(picture);
        int width = picture.getWidth();
        var out = new ByteArrayOutputStream();
        var above = new byte[width * colours];
        var row = new byte[width * colours];
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (var packing = new DeflaterOutputStream(out, deflater, 64 << 10)) {
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0, at = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    for (int shift = (colours - 1) * 8; shift >= 0; shift -= 8) {
                        row[at++] = (byte) (pixel >> shift);
                    }
                }
                packing.write(UP);
                for (int i = 0; i < row.length; i++) {
                    above[i] = (byte) (row[i] - above[i]);
                }
                packing.write(above);
                System.arraycopy(row, 0, above, 0, row.length);
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    void write(OutputStream out) throws IOException {
        document.setDocumentId(ANY);   // else the clock goes into it
        document.setVersion(1.7f);
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
