package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the painting of a page or form anew: the operators that the standard knows, each with its operands and no more. */
final class PdfContent {
    private static final int ANY = -1;
    private static final Map<String, Integer> OPERANDS = operands("""
            q:0 Q:0 cm:6 w:1 J:1 j:1 M:1 d:2 ri:1 i:1 gs:1 m:2 l:2 c:6 v:4 y:4 h:0 re:4 S:0 s:0 f:0 F:0 f*:0 B:0 B*:0 b:0 b*:0 n:0 W:0 W*:0
            BT:0 ET:0 Tc:1 Tw:1 Tz:1 TL:1 Tf:2 Tr:1 Ts:1 Td:2 TD:2 Tm:6 T*:0 Tj:1 TJ:1 ':1 ":3 d0:2 d1:6 CS:1 cs:1 SC:-1 SCN:-1 sc:-1 scn:-1
            G:1 g:1 RG:3 rg:3 K:4 k:4 sh:1 BI:0 Do:1 BMC:1 BDC:2 EMC:0""");
    private static final Set<COSName> OF_SEQUENCES = Set.of(COSName.MCID, COSName.LANG, COSName.TYPE, COSName.SUBTYPE,
            COSName.getPDFName("Attached"), COSName.BBOX);
    private static final Set<String> OF_INLINE_PICTURES = Set.of("BPC", "BitsPerComponent", "CS", "ColorSpace", "D", "Decode", "DP",
            "DecodeParms", "F", "Filter", "H", "Height", "IM", "ImageMask", "I", "Interpolate", "Intent", "W", "Width", "L", "Length");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ContentStreamWriter out = new ContentStreamWriter(bytes);
    private final @Nullable PdfErasing erasing;
    private final boolean thorough;

    private PdfContent(@Nullable PdfErasing erasing, boolean thorough) {
        this.erasing = erasing;
        this.thorough = thorough;
    }

    /** @param erasing takes glyphs out; null when all stay */
    static byte[] rewritten(byte[] content, @Nullable PdfErasing erasing, boolean thorough) throws IOException {
        var rewriting = new PdfContent(erasing, thorough);
        var parser = new PDFStreamParser(content);
        var operands = new ArrayList<COSBase>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                rewriting.write(operator, operands);
                operands.clear();
            } else if (token instanceof COSBase operand) {
                operands.add(operand);
            }
        }
        return rewriting.bytes.toByteArray();
    }

    private static Map<String, Integer> operands(String table) {
        return Arrays.stream(table.strip().split("\\s+"))
                .collect(Collectors.toMap(word -> word.substring(0, word.lastIndexOf(':')), word -> Integer.parseInt(word.substring(word.lastIndexOf(':') + 1))));
    }

    private void write(Operator operator, List<COSBase> given) throws IOException {
        var count = OPERANDS.get(operator.getName());
        if (count == null || given.size() < count) {
            return;
        }
        var operands = count == ANY ? given.stream().filter(one -> one instanceof COSNumber || one instanceof COSName).toList()
                : given.subList(given.size() - count, given.size());
        operands = operands.stream().map(one -> plain(operator.getName(), one)).toList();
        if (erasing != null) {
            for (var replaced : erasing.replaced(operator, operands)) {
                writeToken(replaced);
            }
            return;
        }
        for (var operand : operands) {
            out.writeToken(operand);
        }
        writeOperator(operator);
    }

    private void writeToken(Object token) throws IOException {
        if (token instanceof Operator operator) {
            writeOperator(operator);
        } else {
            out.writeToken((COSBase) token);
        }
    }

    private void writeOperator(Operator operator) throws IOException {
        if (operator.getName().equals("BI")) {
            var data = operator.getImageData();
            int length = data == null ? 0 : data.length;
            if (data != null && length > 0 && (data[length - 1] == '\n' || data[length - 1] == ' ')) {
                operator.setImageData(Arrays.copyOf(data, length - 1));   // the blank in front of EI
            }
            var dictionary = operator.getImageParameters();
            dictionary.keySet().stream().filter(key -> !OF_INLINE_PICTURES.contains(key.getName())).toList().forEach(dictionary::removeItem);
        }
        out.writeToken(operator);
    }

    private COSBase plain(String operator, COSBase operand) {
        if (operator.equals("BDC") && operand instanceof COSDictionary properties) {
            var kept = new COSDictionary();
            properties.forEach((key, value) -> {
                if (OF_SEQUENCES.contains(key) || PdfKeys.isReplacement(key) && !thorough) {
                    kept.setItem(key, value);
                }
            });
            return kept;
        }
        if (operand instanceof COSArray array && operator.equals("TJ")) {
            return new COSArray(array.toList().stream().filter(one -> one instanceof COSNumber || one instanceof COSString).toList());
        }
        return operand;
    }
}
