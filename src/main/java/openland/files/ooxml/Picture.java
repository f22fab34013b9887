package openland.files.ooxml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.files.Hidden.Kind;
import openland.files.fixed.Pictures;

/** A picture inside a document: the same without what a camera or a program wrote beside it. */
record Picture(String extension, byte[] bytes) {
    private static final Map<String, String> SIGNS = Map.of("\u00FF\u00D8\u00FF", "jpeg", "\u0089PNG", "png", "GIF8", "gif", "BM", "bmp",
            "II*\0", "tiff", "MM\0*", "tiff");

    String contentType() {
        return switch (extension) {
            case "emf", "wmf" -> "image/x-" + extension;
            default -> "image/" + extension;
        };
    }

    /** Without what it hides, which is noted; empty when it is of a form that cannot be looked through. */
    static Optional<Picture> clean(byte[] bytes, String place, Sweep sweep) {
        var head = new String(bytes, 0, Math.min(bytes.length, 48), StandardCharsets.ISO_8859_1);
        var known = SIGNS.entrySet().stream().filter(sign -> head.startsWith(sign.getKey())).map(Map.Entry::getValue).findFirst();
        if (known.isPresent() && Pictures.knows(bytes)) {
            try {
                Pictures.hidden(bytes, place).forEach(found -> sweep.finds(found.kind(), place, found.text()));
                return Optional.of(new Picture(known.get(), Pictures.withoutMetadata(bytes)));
            } catch (Refusal e) {
                return Optional.empty();   // damaged: nobody sees it either
            }
        }
        if (head.length() > 44 && head.startsWith("\u0001\0\0\0") && head.startsWith(" EMF", 40)) {
            return Optional.of(cut("emf", bytes, number(bytes, 48), place, sweep));
        }
        boolean placeable = head.startsWith("\u00D7\u00CD\u00C6\u009A");
        return placeable && bytes.length > 32 ? Optional.of(cut("wmf", bytes, 22L + 2 * number(bytes, 28), place, sweep)) : Optional.empty();
    }

    private static long number(byte[] bytes, int at) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    /** What stands behind the end that a picture declares is not part of it. */
    private static Picture cut(String extension, byte[] bytes, long end, String place, Sweep sweep) {
        if (end <= 40 || end >= bytes.length) {
            return new Picture(extension, bytes);
        }
        var rest = Arrays.copyOfRange(bytes, (int) end, bytes.length);
        sweep.finds(Kind.PICTURE_METADATA, place, new String(rest, StandardCharsets.UTF_8));
        return new Picture(extension, Arrays.copyOf(bytes, (int) end));
    }
}
