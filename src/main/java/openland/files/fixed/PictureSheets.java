package openland.files.fixed;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/** The pages of a picture: one, or as many as a TIFF has; turned as its camera says, as large as a sheet of paper. */
final class PictureSheets implements Sheets {
    private static final double LONG_SIDE = 842;
    private static final double SHORT_SIDE = 595;
    private static final double MOST_TO_READ = 12_000_000;

    private final byte[] bytes;
    private final Recognising.Sitting sitting;
    private final int orientation;
    private final int count;
    private @Nullable BufferedImage kept;
    private int keptIndex = -1;

    PictureSheets(byte[] bytes, Recognising.Sitting sitting) throws IOException {
        Pictures.hidden(bytes, "");   // it is whole, and of a sensible size
        this.bytes = bytes;
        this.sitting = sitting;
        this.orientation = PictureTurn.of(bytes);
        this.count = Tiff.is(bytes) ? decoded(reader -> reader.getNumImages(true)) : 1;
    }

    private interface Work<T> {
        T done(ImageReader reader) throws IOException;
    }

    private <T> T decoded(Work<T> work) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notPaintable();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                return work.done(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw notPaintable();   // CMYK, odd compressions
        }
    }

    private static Refusal notPaintable() {
        return Refusal.invalid("这张图片的编码方式画不出来。请另存为PNG或普通的JPEG后再作区分处理。");
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Sheet sheet(int index) throws IOException {
        var picture = painted(index);
        double scale = scale(picture);
        int each = (int) Math.ceil(Math.sqrt((double) picture.getWidth() * picture.getHeight() / MOST_TO_READ));
        var page = sitting.read(_ -> grey(picture, each));
        return new Sheet(picture.getWidth() * scale, picture.getHeight() * scale, RecognisedGlyphs.of(page, scale * each), List.of(), List.of());
    }

    /** Points for a pixel. */
    private static double scale(BufferedImage picture) {
        double longer = Math.max(picture.getWidth(), picture.getHeight());
        double shorter = Math.min(picture.getWidth(), picture.getHeight());
        return Math.min(LONG_SIDE / longer, SHORT_SIDE / shorter);
    }

    private static BufferedImage grey(BufferedImage picture, int each) {
        var grey = new BufferedImage(Math.max(1, picture.getWidth() / each), Math.max(1, picture.getHeight() / each), BufferedImage.TYPE_BYTE_GRAY);
        draw(grey, picture, AffineTransform.getScaleInstance(1.0 / each, 1.0 / each));
        return grey;
    }

    @Override
    public BufferedImage painted(int index) throws IOException {
        if (kept == null || keptIndex != index) {
            kept = decoded(reader -> painted(reader, index));
            keptIndex = index;
        }
        var copy = new BufferedImage(kept.getWidth(), kept.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(copy, kept, new AffineTransform());
        return copy;
    }

    private BufferedImage painted(ImageReader reader, int index) throws IOException {
        long width = reader.getWidth(index);
        long height = reader.getHeight(index);
        boolean tiff = Tiff.is(bytes);
        if (width * height > Pictures.MOST_PIXELS || tiff && PictureScans.tooMuchAtOnce(reader, index)) {
            throw Refusal.invalid("第" + (index + 1) + "页的图片太大，请缩小后再作区分处理。");
        }
        int each = (int) Math.ceil(Math.sqrt(width * height / MOST_PIXELS));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(each, each, 0, 0);
        var picture = reader.read(index, how);
        boolean sideways = orientation >= 5;
        var paper = new BufferedImage(sideways ? picture.getHeight() : picture.getWidth(), sideways ? picture.getWidth() : picture.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        draw(paper, picture, PictureTurn.transform(orientation, picture.getWidth(), picture.getHeight()));
        return paper;
    }

    private static void draw(BufferedImage paper, BufferedImage picture, AffineTransform how) {
        var pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
    }
}
