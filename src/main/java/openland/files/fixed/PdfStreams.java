package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import openland.base.Refusal;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of a stream anew: paintings by their operators, pictures without metadata, profiles without words. */
final class PdfStreams {
    private static final Set<COSName> OF_BYTES = Set.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS, COSName.DP, COSName.F,
            COSName.getPDFName("FFilter"), COSName.getPDFName("FDecodeParms"), COSName.getPDFName("DL"));
    private static final long LARGEST_PICTURE = 1L << 30;

    private final PdfFindings findings;
    private final boolean thorough;

    PdfStreams(PdfFindings findings, boolean thorough) {
        this.findings = findings;
        this.thorough = thorough;
    }

    /** Returns the keys that are set already or not to be copied. */
    Set<COSName> write(COSStream from, COSStream to, PdfCopy copy) throws IOException {
        if (from.containsKey(COSName.F) && from.getDictionaryObject(COSName.F) != null) {
            copy.report(Kind.EXTERNAL_LINK, PdfStrings.of(from.getDictionaryObject(COSName.F)));
        }
        if (COSName.IMAGE.equals(from.getCOSName(COSName.SUBTYPE))) {
            return picture(from, to, copy);
        }
        var out = new ByteArrayOutputStream();
        PdfOpening.decoded(from, PdfOpening.MOST_INFLATED, out);
        var bytes = out.toByteArray();
        if (isPainting(from)) {
            bytes = painting(bytes, from, from.getCOSDictionary(COSName.RESOURCES));
        } else if (IccProfile.isOne(bytes)) {
            var wordless = IccProfile.wordless(bytes);
            if (!Arrays.equals(bytes, wordless)) {
                copy.report(Kind.PICTURE_METADATA, Strings.labelled("颜色配置文件里的文字", bytes));
            }
            bytes = wordless;
        }
        write(to, bytes);
        return OF_BYTES;
    }

    private static boolean isPainting(COSStream stream) {
        return COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE)) || stream.getInt(COSName.PATTERN_TYPE) == 1
                || stream.containsKey(COSName.BBOX) && !stream.containsKey(COSName.SHADING_TYPE);
    }

    byte[] painting(byte[] content, COSBase stream, @Nullable COSDictionary resources) throws IOException {
        var unseen = findings.unseen(stream);
        var erasing = thorough && !unseen.isEmpty() ? new PdfErasing(resources, unseen) : null;
        return PdfContent.rewritten(content, erasing, thorough);
    }

    static void write(COSStream to, byte[] bytes) throws IOException {
        try (var out = to.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
    }

    private Set<COSName> picture(COSStream from, COSStream to, PdfCopy copy) throws IOException {
        var filters = PdfOpening.filters(from);
        var without = new HashSet<>(OF_BYTES);
        without.remove(COSName.DECODE_PARMS);
        if (filters.equals(List.of(COSName.FLATE_DECODE))) {
            repacked(from, to);
            to.setItem(COSName.FILTER, from.getFilters());
            return without;
        }
        if (filters.equals(List.of(COSName.DCT_DECODE))) {
            try (var in = from.createRawInputStream()) {
                raw(to, jpeg(in.readAllBytes(), copy));
            }
        } else {
            try (var in = from.createRawInputStream(); var out = to.createRawOutputStream()) {
                var bytes = in.readAllBytes();
                out.write(filters.equals(List.of(COSName.JPX_DECODE)) ? Jpx.plain(bytes, copy) : bytes);
            }
        }
        to.setItem(COSName.FILTER, from.getFilters());
        return without;
    }

    private static void raw(COSStream to, byte[] bytes) throws IOException {
        try (var out = to.createRawOutputStream()) {
            out.write(bytes);
        }
    }

    /** Some programs leave the end of a JPEG away. */
    private static byte[] jpeg(byte[] given, PdfCopy copy) {
        var walk = new Walk(false);
        try {
            Jpeg.walk(given, walk);
        } catch (Refusal e) {
            walk = new Walk(false);
            var ended = Arrays.copyOf(given, given.length + 2);
            ended[given.length] = (byte) 0xff;
            ended[given.length + 1] = (byte) 0xd9;
            Jpeg.walk(ended, walk);
        }
        walk.found("").forEach(found -> copy.report(found.kind(), found.text()));
        return walk.bytes();
    }

    /** Packs the pixels again as they are: nothing is left behind their end. */
    private static void repacked(COSStream from, COSStream to) throws IOException {
        try (InputStream in = new InflaterInputStream(from.createRawInputStream());
                var out = to.createOutputStream(COSName.FLATE_DECODE)) {
            var buffer = new byte[64 << 10];
            long length = 0;
            for (int n; (n = in.read(buffer)) > 0; ) {
                length += n;
                if (length > LARGEST_PICTURE) {
                    throw PdfOpening.tooMuch();
                }
                out.write(buffer, 0, n);
            }
        } catch (ZipException | EOFException e) {
            throw PdfOpening.damaged();
        }
    }
}
