package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import openland.files.Hidden.Kind;

/** GIF 87a and 89a: blocks. Comments, texts and foreign extensions go; the loop of an animation stays. */
final class Gif {
    private final Bytes in;
    private final Walk walk;
    private int frames;
    private byte[] control = new byte[0];

    private Gif(byte[] picture, Walk walk) {
        this.in = Bytes.little(picture);
        this.walk = walk;
    }

    static boolean is(byte[] picture) {
        var in = Bytes.little(picture);
        return in.startsWith("GIF87a") || in.startsWith("GIF89a");
    }

    static void walk(byte[] picture, Walk walk) {
        new Gif(picture, walk).all();
    }

    static long[] size(byte[] picture) {
        var in = Bytes.little(picture);
        return new long[] {in.u16(6), in.u16(8)};
    }

    private void all() {
        int at = 13 + colours(in.u8(10));
        walk.keep(in.part(0, at));
        for (int kind; (kind = in.u8(at)) != 0x3b; ) {
            int end = switch (kind) {
                case 0x21 -> extension(at);
                case 0x2c -> image(at);
                default -> throw Bytes.damaged();
            };
            at = end;
        }
        if (frames == 0) {
            throw Bytes.damaged();
        }
        walk.keep(in.part(at, at + 1));
        if (frames > 1) {
            walk.report(Kind.EMBEDDED, "动画：" + frames + "帧，静止时只看到一帧");
        }
        if (at + 1 < in.length()) {
            walk.drop(Kind.PICTURE_METADATA, "图片末尾以后的数据", in.part(at + 1, in.length()));
        }
    }

    private int extension(int at) {
        int label = in.u8(at + 1);
        int end = pastBlocks(at + 2);
        if (label == 0xf9) {
            control = in.part(at, end);
        } else if (label == 0xff && in.u8(at + 2) == 11 && in.has(at + 3, "NETSCAPE2.0") && end - at == 19) {
            if (!walk.leavesOut(Kind.EMBEDDED)) {
                walk.keep(in.part(at, end));
            }
        } else {
            walk.drop(Kind.PICTURE_METADATA, label == 0xfe ? "图片注释" : "扩展块", joined(at + 2, end));
        }
        return end;
    }

    private int image(int at) {
        int end = pastBlocks(at + 10 + colours(in.u8(at + 9)) + 1);
        frames++;
        if (frames == 1 || !walk.leavesOut(Kind.EMBEDDED)) {
            walk.keep(control);
            walk.keep(in.part(at, end));
        }
        control = new byte[0];
        return end;
    }

    private int pastBlocks(int from) {
        int at = from;
        for (int length; (length = in.u8(at)) != 0; ) {
            at += 1 + length;
        }
        return at + 1;
    }

    private byte[] joined(int from, int end) {
        var all = new ByteArrayOutputStream();
        for (int at = from; at < end - 1; at += 1 + in.u8(at)) {
            all.writeBytes(in.part(at + 1, at + 1 + in.u8(at)));
        }
        return all.toByteArray();
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
