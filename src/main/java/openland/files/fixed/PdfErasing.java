package openland.files.fixed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** Takes glyphs out of the painting of a page; what follows on their line stays where it is. */
final class PdfErasing {
    /** What a page is shown in that names no font it has: a byte is a letter, as in {@code PDFStreamEngine}. */
    private static final PDFont UNNAMED = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private final PDResources resources;
    private final BitSet hidden;
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(null, 1, 0, 0);
    private int index;

    private record State(@Nullable PDFont font, float size, float spacing, float wordSpacing) {}

    /** @param hidden the glyphs to take out, counted as they are painted */
    PdfErasing(@Nullable COSDictionary resources, BitSet hidden) {
        this.resources = new PDResources(resources == null ? new COSDictionary() : resources);
        this.hidden = hidden;
    }

    /** What to write instead of one operator: operands and operators. */
    List<Object> replaced(Operator operator, List<COSBase> operands) throws IOException {
        follow(operator.getName(), operands);
        return switch (operator.getName()) {
            case "Tj", "TJ" -> shown(operands.getFirst());
            case "'" -> all(List.of(Operator.getOperator("T*")), shown(operands.getFirst()));
            case "\"" -> all(List.of(operands.get(0), Operator.getOperator("Tw"), operands.get(1), Operator.getOperator("Tc"),
                    Operator.getOperator("T*")), shown(operands.get(2)));
            default -> all(List.copyOf(operands), List.of(operator));
        };
    }

    private static List<Object> all(List<?> first, List<?> then) {
        var all = new ArrayList<Object>(first);
        all.addAll(then);
        return all;
    }

    private void follow(String operator, List<COSBase> operands) throws IOException {
        switch (operator) {
            case "q" -> states.push(state);
            case "Q" -> state = states.isEmpty() ? state : states.pop();
            case "Tf" -> state = operands.getFirst() instanceof COSName name
                    ? new State(resources.getFont(name), number(operands.get(1)), state.spacing(), state.wordSpacing()) : state;
            case "Tc" -> state = new State(state.font(), state.size(), number(operands.getFirst()), state.wordSpacing());
            case "Tw" -> state = new State(state.font(), state.size(), state.spacing(), number(operands.getFirst()));
            case "\"" -> state = new State(state.font(), state.size(), number(operands.get(1)), number(operands.get(0)));
            default -> { }
        }
    }

    private static float number(COSBase operand) {
        return operand instanceof COSNumber number ? number.floatValue() : 0;
    }

    private List<Object> shown(COSBase text) throws IOException {
        var kept = new COSArray();
        if (text instanceof COSArray pieces) {
            for (var piece : pieces) {
                add(kept, piece);
            }
        } else {
            add(kept, text);
        }
        return List.of(kept, Operator.getOperator("TJ"));
    }

    private void add(COSArray kept, COSBase piece) throws IOException {
        var font = state.font() == null ? UNNAMED : state.font();
        if (!(piece instanceof COSString string)) {
            kept.add(piece);
            return;
        }
        var bytes = string.getBytes();
        var in = new ByteArrayInputStream(bytes);
        int from = 0;
        while (in.available() > 0) {
            int start = bytes.length - in.available();
            int code = font.readCode(in);
            int end = bytes.length - in.available();
            if (hidden.get(index++)) {
                flush(kept, bytes, from, start);
                kept.add(new COSFloat(-advance(font, code, end - start)));
                from = end;
            }
        }
        flush(kept, bytes, from, bytes.length);
    }

    private float advance(PDFont font, int code, int length) throws IOException {
        var width = font.getDisplacement(code);
        float along = font.isVertical() ? width.getY() : width.getX();
        float extra = state.spacing() + (length == 1 && code == ' ' ? state.wordSpacing() : 0);
        return 1000 * (along + (state.size() == 0 ? 0 : extra / state.size()));
    }

    private static void flush(COSArray kept, byte[] bytes, int from, int to) {
        if (to > from) {
            kept.add(new COSString(Arrays.copyOfRange(bytes, from, to)));
        }
    }
}
