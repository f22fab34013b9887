package openland.search;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives Lucene every token and, at the same position, the bigram that a Chinese character makes with the next one:
 * nothing that stands in a text can fail to be found, whatever a dictionary knows.
 */
final class BigramTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private TokenScanner scanner = new TokenScanner("");
    private @Nullable Token current;
    private @Nullable Token following;
    private boolean bigramDue;
    private int length;

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new BigramTokenizer());
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return 100;
            }
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        scanner = new TokenScanner(text.toString());
        following = scanner.next();
        bigramDue = false;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (bigramDue && current != null && following != null) {
            bigramDue = false;
            return emit(current.text() + following.text(), current.start(), following.end(), 0);
        }
        if (following == null) {
            return false;
        }
        current = following;
        following = scanner.next();
        bigramDue = following != null && current.pairsWith(following);
        return emit(current.text(), current.start(), current.end(), 1);
    }

    private boolean emit(String text, int start, int end, int increment) {
        term.append(text);
        offset.setOffset(correctOffset(start), correctOffset(end));
        step.setPositionIncrement(increment);
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
