package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What inflates out of bytes that may be packed: at most 8 MB; of what does not inflate, what came before the fault. */
final class Inflated {
    private static final int MOST = 8 << 20;

    private Inflated() {}

    static byte[] some(byte[] packed) {
        return some(packed, 0);
    }

    static byte[] some(byte[] packed, int from) {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater()) {
            inflater.setInput(packed, Math.min(from, packed.length), Math.max(0, packed.length - from));
            var buffer = new byte[8192];
            for (int n; out.size() < MOST && (n = inflater.inflate(buffer)) > 0; ) {
                out.write(buffer, 0, n);
            }
        } catch (DataFormatException e) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
