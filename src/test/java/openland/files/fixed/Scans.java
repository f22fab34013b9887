package openland.files.fixed;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Assumptions;

/** Written pages as scanners make them, and pictures that are none. */
public final class Scans {
    /** Invented, with a right check sign. */
    public static final String NUMBER = "110101199003077758";
    private static final List<String> NOTICE = List.of("建设用地批准书", "青禾县自然资源局批准以下地块的用地申请，批准书自", "颁发之日起生效。");
    static final List<String> WORDS = List.of("征地补偿安置情况说明", "经批准，现将以下地块的征收补偿情况公布，有意见的", "可以在十日内向本机关书面提出。",
            "被征收人身份证号码：" + NUMBER);
    private static final Font CHINESE = new Font("Noto Sans CJK SC", Font.PLAIN, 36);

    private Scans() {}

    /** Whether Tesseract with Chinese is installed, and a font to write with: else the test is skipped. */
    public static void mustBeReadable() {
        Assumptions.assumeTrue(new Recognising().isInstalled(), "no tesseract with chi_sim on this machine");
        Assumptions.assumeTrue(CHINESE.getFamily(Locale.ROOT).startsWith("Noto") && CHINESE.canDisplay('征'), "no Noto CJK");
    }

    static BufferedImage written(List<String> lines) {
        var page = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(CHINESE);
        for (int i = 0; i < lines.size(); i++) {
            pen.drawString(lines.get(i), 120, 200 + 70 * i);
        }
        pen.dispose();
        return page;
    }

    /** A page of words and a number as a PNG. */
    public static byte[] png() throws Exception {
        return png(written(WORDS));
    }

    static byte[] png(BufferedImage picture) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** "建设用地批准书" and more without anybody's data as a PNG. */
    public static byte[] harmless() throws Exception {
        return png(written(NOTICE));
    }

    /** The same as the only page of a PDF. */
    public static byte[] harmlessPdf() throws Exception {
        return pdf(List.of(written(NOTICE)));
    }

    /** {@link #png} as the only page of a PDF without words. */
    public static byte[] pdf() throws Exception {
        return pdf(List.of(written(WORDS)));
    }

    static byte[] pdf(List<BufferedImage> pages) throws Exception {
        try (var document = new PDDocument()) {
            for (var picture : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, page.getCropBox().getWidth(), page.getCropBox().getHeight());
                }
            }
            return PdfSamples.bytes(document);
        }
    }

    static BufferedImage noise() {
        var random = new Random(20261122);
        var picture = new BufferedImage(1100, 1100, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return picture;
    }

    /** Sky, hills and a meadow, all shades running into each other. */
    static BufferedImage landscape() {
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double hill = 600 + 120 * Math.sin(x / 170.0) + 40 * Math.sin(x / 31.0);
                int shade = y < hill ? 250 - y / 8 : 60 + (int) (50 * (1 + Math.sin(x / 9.0 + y / 5.0)));
                picture.setRGB(x, y, new Color(y < hill ? shade - 30 : shade / 2, shade, y < hill ? 255 : shade / 3).getRGB());
            }
        }
        return picture;
    }
}
