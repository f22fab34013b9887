package openland.files.fixed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import openland.base.Refusal;

/** Reads numbers and names out of a file's bytes; whatever lies beyond the end means that the file is damaged. */
record Bytes(byte[] all, ByteOrder order) {
    static Bytes big(byte[] all) {
        return new Bytes(all, ByteOrder.BIG_ENDIAN);
    }

    static Bytes little(byte[] all) {
        return new Bytes(all, ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return all.length;
    }

    int u8(long at) {
        return all[within(at, 1)] & 0xff;
    }

    int u16(long at) {
        int from = within(at, 2);
        return ByteBuffer.wrap(all).order(order).getShort(from) & 0xffff;
    }

    long u32(long at) {
        int from = within(at, 4);
        return ByteBuffer.wrap(all).order(order).getInt(from) & 0xffff_ffffL;
    }

    int s32(long at) {
        return (int) u32(at);
    }

    String name(long at, int length) {
        int from = within(at, length);
        return new String(all, from, length, StandardCharsets.ISO_8859_1);
    }

    byte[] part(long from, long to) {
        if (from > to) {
            throw damaged();
        }
        int start = within(from, to - from);
        return Arrays.copyOfRange(all, start, (int) to);
    }

    boolean startsWith(String name) {
        return has(0, name);
    }

    boolean has(long at, String name) {
        return at >= 0 && at + name.length() <= all.length && name(at, name.length()).equals(name);
    }

    private int within(long at, long length) {
        if (at < 0 || length < 0 || at + length > all.length) {
            throw damaged();
        }
        return (int) at;
    }

    static Refusal damaged() {
        return Refusal.invalid("图片已损坏或不完整，请重新导出后再传。");
    }
}
