package openland.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of which nobody said how it is written down: UTF-8, UTF-16, or GB 18030 as spreadsheets in China save it. */
public final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final double MOSTLY = 0.9;

    private TextEncoding() {}

    /** @param name UTF-8, GB18030 … @param text without byte order mark */
    public record Text(String name, String text) {}

    /** Empty when the bytes are no text. */
    public static Optional<Text> read(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return strict(bytes, 0, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, 0, GB18030).filter(text -> readsAsChinese(text.text())));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Text> strict(byte[] bytes, int from, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return Optional.of(new Text(charset.name(), text.toString())).filter(read -> !isBinary(read.text()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isBinary(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0xffff || c == 0xfffe);
    }

    /** Almost any bytes are letters of some kind in GB 18030; Chinese uses few of them. */
    private static boolean readsAsChinese(String text) {
        long foreign = text.chars().filter(c -> c >= 0x80).count();
        long common = text.chars().filter(c -> c >= 0x4e00 && c <= 0x9fff || c >= 0x3000 && c <= 0x303f || c >= 0xff00 && c <= 0xffef
                || c >= 0x2010 && c <= 0x2642 || c == 0xb7 || c == 0xd7 || c == 0xb1 || c == 0xb0).count();
        return common >= foreign * MOSTLY;
    }
}
