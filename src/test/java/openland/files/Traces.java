package openland.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;

/** Looks for words in a file as somebody would who knows no format: in all encodings, in everything that inflates. */
public final class Traces {
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE, Charset.forName("GB18030"));
    private static final int DEPTH = 4;

    private Traces() {}

    /** Where the words stand; empty when nowhere. */
    public static List<String> of(byte[] file, String words) throws Exception {
        var found = new ArrayList<String>();
        look(file, words, "file", DEPTH, found);
        return found;
    }

    private static void look(byte[] bytes, String words, String where, int depth, List<String> found) throws Exception {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (var encoding : ENCODINGS) {
            var encoded = words.getBytes(encoding);
            var hex = new StringBuilder();
            for (byte b : encoded) {
                hex.append(String.format("%02x", b));
            }
            if (text.contains(new String(encoded, StandardCharsets.ISO_8859_1)) || text.toLowerCase().contains(hex)) {
                found.add(where + " in " + encoding);
            }
        }
        if (depth == 0) {
            return;
        }
        if (text.startsWith("PK\3\4")) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    look(entry.getName().getBytes(StandardCharsets.UTF_8), words, where + " name", 0, found);
                    look(zip.readAllBytes(), words, where + "!" + entry.getName(), depth - 1, found);
                }
            }
        }
        for (int at = text.indexOf('x'); at >= 0 && at + 2 < bytes.length; at = text.indexOf('x', at + 1)) {
            if (((bytes[at] & 0xff) * 256 + (bytes[at + 1] & 0xff)) % 31 == 0) {
                var inflated = inflated(bytes, at);
                if (inflated.length > 4) {
                    look(inflated, words, where + "@" + at, depth - 1, found);
                }
            }
        }
    }

    private static byte[] inflated(byte[] bytes, int from) {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes, from, bytes.length - from);
            var buffer = new byte[8192];
            for (int n; out.size() < 1 << 24 && (n = inflater.inflate(buffer)) > 0; ) {
                out.write(buffer, 0, n);
            }
        } catch (DataFormatException e) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
