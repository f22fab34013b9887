package openland.files.fixed;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import openland.base.Refusal;

/** The little of EXIF (a TIFF directory) that matters here: which way is up, where it was taken, whether it has a thumbnail. */
record Exif(int orientation, boolean thumbnail, String position) {
    private static final int ORIENTATION = 0x112;
    private static final int GPS = 0x8825;
    private static final int THUMBNAIL = 0x201;
    private static final Exif NOTHING = new Exif(1, false, "");

    /** @param tiff from the byte order mark on; damaged EXIF says nothing */
    static Exif of(byte[] tiff) {
        try {
            var bytes = new Bytes(tiff, order(tiff));
            long first = bytes.u32(4);
            var main = directory(bytes, first);
            long next = bytes.u32(first + 2 + 12L * bytes.u16(first));
            int orientation = main.containsKey(ORIENTATION) ? bytes.u16(main.get(ORIENTATION) + 8) : 1;
            boolean thumbnail = next > 0 && directory(bytes, next).containsKey(THUMBNAIL);
            var position = main.containsKey(GPS) ? position(bytes, bytes.u32(main.get(GPS) + 8)) : "";
            return new Exif(orientation < 1 || orientation > 8 ? 1 : orientation, thumbnail, position);
        } catch (Refusal e) {
            return NOTHING;
        }
    }

    static ByteOrder order(byte[] tiff) {
        return tiff.length > 1 && tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Tag to the place of its entry. */
    private static Map<Integer, Long> directory(Bytes bytes, long at) {
        var entries = new TreeMap<Integer, Long>();
        int count = bytes.u16(at);
        for (int i = 0; i < count; i++) {
            long entry = at + 2 + 12L * i;
            entries.put(bytes.u16(entry), entry);
        }
        return entries;
    }

    private static String position(Bytes bytes, long at) {
        var gps = directory(bytes, at);
        if (!gps.containsKey(2) || !gps.containsKey(4)) {
            return "";
        }
        return String.format(Locale.ROOT, "纬度%.5f，经度%.5f", degrees(bytes, gps.get(2)), degrees(bytes, gps.get(4)));
    }

    private static double degrees(Bytes bytes, long entry) {
        long at = bytes.u32(entry + 8);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += bytes.u32(at + 8L * i) / (double) Math.max(1, bytes.u32(at + 8L * i + 4)) / Math.pow(60, i);
        }
        return sum;
    }

    /** EXIF that says which way is up and nothing else. */
    static byte[] minimal(int orientation) {
        return new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
    }
}
