package openland.files.fixed;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** The typeface of this program: for what it writes itself, and for Chinese in a PDF that does not bring its own. */
final class PdfTypefaces implements FontMapper {
    private static final String NOTO = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final Set<String> CHINESE = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR", "Identity");

    private static final class Loaded {
        private static final Font FONT = font();
        private static final TrueTypeFont OUTLINES = outlines();

        static {
            FontMappers.set(new PdfTypefaces(FontMappers.instance()));
        }

        private static Font font() {
            try (var in = PdfTypefaces.class.getResourceAsStream(NOTO)) {
                return Font.createFont(Font.TRUETYPE_FONT, java.util.Objects.requireNonNull(in, NOTO));
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }

        private static TrueTypeFont outlines() {
            try (var in = PdfTypefaces.class.getResourceAsStream(NOTO)) {
                return new TTFParser().parse(new RandomAccessReadBuffer(java.util.Objects.requireNonNull(in, NOTO)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final FontMapper others;

    private PdfTypefaces(FontMapper others) {
        this.others = others;
    }

    /** From now on PDFs without their own Chinese typeface are painted with this one. */
    static void use() {
        java.util.Objects.requireNonNull(Loaded.OUTLINES);
    }

    /** @param size in pixels */
    static Font font(float size) {
        return Loaded.FONT.deriveFont(size);
    }

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return others.getTrueTypeFont(name, descriptor);
    }

    @Override
    public @Nullable FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return others.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        var found = others.getCIDFont(name, descriptor, system);
        boolean chinese = system != null && CHINESE.contains(String.valueOf(system.getOrdering()));
        return chinese && (found == null || found.isFallback()) ? new CIDFontMapping(null, Loaded.OUTLINES, true) : found;
    }
}
