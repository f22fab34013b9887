package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import openland.files.Hidden.Kind;

/** JPEG 2000 (ISO 15444-1): boxes. Those with words go. */
final class Jpx {
    private static final Set<String> NEEDED = Set.of("jP  ", "ftyp", "jp2h", "jp2c", "jpch", "jplh", "rreq");

    private Jpx() {}

    static byte[] plain(byte[] picture, PdfCopy copy) {
        var in = Bytes.big(picture);
        if (!in.has(4, "jP  ")) {
            return picture;   // bare code stream
        }
        var out = new ByteArrayOutputStream();
        for (long at = 0; at + 8 <= in.length(); ) {
            long length = in.u32(at);
            long end = length == 0 ? in.length() : length == 1 ? at + (in.u32(at + 8) << 32 | in.u32(at + 12)) : at + length;
            if (end < at + 8 || end > in.length()) {
                end = in.length();
            }
            var box = in.part(at, end);
            if (NEEDED.contains(in.name(at + 4, 4))) {
                out.writeBytes(box);
            } else {
                copy.report(Kind.PICTURE_METADATA, Strings.labelled("JPEG 2000附加数据", box));
            }
            at = end;
        }
        return out.toByteArray();
    }
}
