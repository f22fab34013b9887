package openland.files.fixed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import openland.files.Hidden.Kind;

/** Windows bitmap: headers, colour table, pixels; whatever lies between and behind goes. */
final class Bmp {
    private static final int LARGEST_HEADER = 124;
    private static final int PROFILE_OF_V5 = 14 + 112;

    private Bmp() {}

    static boolean is(byte[] picture) {
        return picture.length > 30 && picture[0] == 'B' && picture[1] == 'M' && Bytes.little(picture).u32(14) <= LARGEST_HEADER
                && Bytes.little(picture).u32(14) >= 40;
    }

    static long[] size(byte[] picture) {
        var in = Bytes.little(picture);
        return new long[] {Math.abs((long) in.s32(18)), Math.abs((long) in.s32(22))};
    }

    static void walk(byte[] picture, Walk walk) {
        var in = Bytes.little(picture);
        long colours = 14 + in.u32(14) + (in.u32(14) == 40 && in.u32(30) == 3 ? 12 : 0) + 4 * colours(in);
        long pixels = in.u32(10);
        var size = size(picture);
        long length = in.u32(30) == 0 || in.u32(30) == 3 ? (size[0] * in.u16(28) + 31) / 32 * 4 * size[1] : in.u32(34);
        var head = in.part(0, colours);
        var body = in.part(pixels, pixels + length);
        if (pixels < colours) {
            throw Bytes.damaged();
        }
        var gap = in.part(colours, pixels);
        if (Strings.readable(gap).length() > 0) {
            walk.drop(Kind.PICTURE_METADATA, "文件头以后的数据", gap);
        }
        var behind = in.part(pixels + length, in.length());
        if (!allZero(behind)) {
            walk.drop(Kind.PICTURE_METADATA, "图片末尾以后的数据", behind);
        }
        var header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(2, head.length + body.length).putInt(6, 0).putInt(10, head.length);
        if (in.u32(14) == LARGEST_HEADER) {
            Arrays.fill(head, PROFILE_OF_V5, PROFILE_OF_V5 + 12, (byte) 0);
            header.putInt(14 + 56, 0x73524742);   // sRGB instead of an embedded or linked profile
        }
        walk.keep(head);
        walk.keep(body);
    }

    private static long colours(Bytes in) {
        if (in.u16(28) > 8) {
            return 0;
        }
        long used = in.u32(46);
        return used == 0 || used > 256 ? 1L << in.u16(28) : used;
    }

    private static boolean allZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
