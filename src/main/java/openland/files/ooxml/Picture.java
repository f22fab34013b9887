package openland.files.ooxml;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A picture inside a document, and the same without what a camera or a program wrote beside it. */
final class Picture {
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "hIST",
            "acTL", "fcTL", "fdAT");

    private final String extension;
    private final String contentType;
    private final byte[] bytes;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private final StringBuilder notes = new StringBuilder();

    private Picture(String extension, String contentType, byte[] bytes) {
        this.extension = extension;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** Empty when it is of a form that is not let through. */
    static Optional<Picture> of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 48), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(new Picture("jpeg", "image/jpeg", bytes).jpeg());
        }
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(new Picture("png", "image/png", bytes).png());
        }
        if (head.startsWith("GIF8")) {
            return Optional.of(new Picture("gif", "image/gif", bytes).gif());
        }
        if (head.startsWith("BM")) {
            return Optional.of(new Picture("bmp", "image/bmp", bytes).whole(length(bytes, 2)));
        }
        if (head.startsWith("\u0001\0\0\0") && head.length() > 44 && head.substring(40, 44).equals(" EMF")) {
            return Optional.of(new Picture("emf", "image/x-emf", bytes).whole(length(bytes, 48)));
        }
        return head.startsWith("\u00D7\u00CD\u00C6\u009A") ? Optional.of(new Picture("wmf", "image/x-wmf", bytes).whole(bytes.length)) : Optional.empty();
    }

    private static int length(byte[] bytes, int at) {
        int said = at + 4 <= bytes.length ? ByteBuffer.wrap(bytes, at, 4).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt() : 0;
        return said > 0 && said <= bytes.length ? said : bytes.length;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }

    byte[] clean() {
        return clean.toByteArray();
    }

    /** What was left out, as far as it is text. */
    String notes() {
        return notes.toString();
    }

    private Picture whole(int end) {
        clean.write(bytes, 0, end);
        rest(end);
        return this;
    }

    private void rest(int at) {
        if (at < bytes.length) {
            note(at, bytes.length);
        }
    }

    private void note(int from, int to) {
        var text = new String(bytes, from, Math.max(0, Math.min(to, bytes.length) - from), StandardCharsets.UTF_8);
        notes.append(text.replaceAll("[^\\p{IsHan}\\p{Alnum}\\p{Punct} ]+", " ")).append('\n');
    }

    private Picture jpeg() {
        clean.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xD9) {
                break;
            }
            int next = at + 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
            if (marker == 0xDA) {
                next = scanEnd(Math.min(next, bytes.length));
            }
            next = Math.min(next, bytes.length);
            boolean application = marker >= 0xE0 && marker <= 0xEF && marker != 0xE0 && marker != 0xEE && marker != 0xE2;
            boolean profile = marker == 0xE2 && !new String(bytes, at + 4, Math.min(11, bytes.length - at - 4), StandardCharsets.ISO_8859_1).equals("ICC_PROFILE");
            if (application || profile || marker == 0xFE) {
                note(at + 4, next);
            } else {
                clean.write(bytes, at, next - at);
            }
            at = next;
        }
        clean.write(0xFF);
        clean.write(0xD9);
        rest(at + 2);
        return this;
    }

    /** The place after picture data that begins at {@code at}: the next marker that is not part of it. */
    private int scanEnd(int at) {
        for (int i = at; i + 1 < bytes.length; i++) {
            int after = bytes[i + 1] & 0xFF;
            if ((bytes[i] & 0xFF) == 0xFF && after != 0 && after != 0xFF && (after < 0xD0 || after > 0xD7)) {
                return i;
            }
        }
        return bytes.length;
    }

    private Picture png() {
        clean.write(bytes, 0, 8);
        int at = 8;
        while (at + 12 <= bytes.length) {
            int length = ByteBuffer.wrap(bytes, at, 4).getInt();
            if (length < 0 || length > bytes.length - at - 12) {
                break;
            }
            var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (CHUNKS.contains(type)) {
                clean.write(bytes, at, length + 12);
            } else {
                note(at + 8, at + 8 + length);
            }
            at += length + 12;
            if (type.equals("IEND")) {
                break;
            }
        }
        rest(at);
        return this;
    }

    private Picture gif() {
        int at = 13 + colours(10);
        clean.write(bytes, 0, Math.min(at, bytes.length));
        while (at < bytes.length && bytes[at] != 0x3B) {
            int start = at;
            boolean extension = bytes[at] == 0x21;
            boolean comment = extension && at + 1 < bytes.length && (bytes[at + 1] & 0xFF) >= 0xFE;
            at = blocks(extension ? at + 2 : at + 11 + colours(at + 9));
            boolean loop = comment && new String(Arrays.copyOfRange(bytes, start, Math.min(start + 14, bytes.length)), StandardCharsets.ISO_8859_1).contains("NETSCAPE");
            if (comment && !loop) {
                note(start, at);
            } else {
                clean.write(bytes, start, Math.max(0, Math.min(at, bytes.length) - start));
            }
        }
        clean.write(0x3B);
        rest(at + 1);
        return this;
    }

    private int colours(int at) {
        return at < bytes.length && (bytes[at] & 0x80) != 0 ? 3 << ((bytes[at] & 7) + 1) : 0;
    }

    private int blocks(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at += 1 + (bytes[at] & 0xFF);
        }
        return Math.min(at + 1, bytes.length);
    }
}
