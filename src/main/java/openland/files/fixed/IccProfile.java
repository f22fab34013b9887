package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A colour profile without words: the numbers that colours need, none of the texts, dates and makers. */
final class IccProfile {
    private static final int HEADER = 128;
    private static final int MOST_TAGS = 100;
    private static final Set<String> COLOURS = Set.of("wtpt", "bkpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC",
            "chad", "chrm", "lumi", "cicp", "gamt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2");

    private record Tag(String name, byte[] data) {}

    private IccProfile() {}

    static boolean isOne(byte[] bytes) {
        return bytes.length > HEADER + 4 && Bytes.big(bytes).has(36, "acsp");
    }

    /** The same colours without words; empty when it is no profile (then it is better left out). */
    static byte[] wordless(byte[] profile) {
        var bytes = Bytes.big(profile);
        if (!isOne(profile)) {
            return new byte[0];
        }
        long count = bytes.u32(HEADER);
        if (count > MOST_TAGS) {
            return new byte[0];
        }
        var tags = new ArrayList<Tag>();
        for (long at = HEADER + 4, end = at + 12 * count; at < end; at += 12) {
            var name = bytes.name(at, 4);
            if (COLOURS.contains(name)) {
                tags.add(new Tag(name, bytes.part(bytes.u32(at + 4), bytes.u32(at + 4) + bytes.u32(at + 8))));
            }
        }
        boolean new4 = bytes.u8(8) >= 4;
        tags.add(new Tag("desc", new4 ? localised() : description()));
        tags.add(new Tag("cprt", new4 ? localised() : text()));
        return written(Arrays.copyOf(profile, HEADER), tags);
    }

    private static byte[] written(byte[] header, List<Tag> tags) {
        for (int[] cleared : new int[][] {{4, 8}, {24, 36}, {40, 44}, {48, 64}, {80, 128}}) {
            Arrays.fill(header, cleared[0], cleared[1], (byte) 0);   // tool, date, platform, maker and model, creator, digest
        }
        var data = new ByteArrayOutputStream();
        int start = HEADER + 4 + 12 * tags.size();
        var table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
        for (var tag : tags) {
            table.put(tag.name().getBytes(StandardCharsets.ISO_8859_1)).putInt(start + data.size()).putInt(tag.data().length);
            data.writeBytes(tag.data());
            data.writeBytes(new byte[-tag.data().length & 3]);
        }
        return ByteBuffer.allocate(start + data.size()).put(header).put(table.array()).put(data.toByteArray())
                .putInt(0, start + data.size()).array();
    }

    private static byte[] description() {
        return ByteBuffer.allocate(12 + 1 + 78).put("desc".getBytes(StandardCharsets.ISO_8859_1)).putInt(8, 1).array();
    }

    private static byte[] text() {
        return ByteBuffer.allocate(9).put("text".getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    private static byte[] localised() {
        return ByteBuffer.allocate(28).put("mluc".getBytes(StandardCharsets.ISO_8859_1)).putInt(8, 1).putInt(12, 12)
                .put(16, "enUS".getBytes(StandardCharsets.ISO_8859_1)).putInt(24, 28).array();
    }
}
