package openland.files.ooxml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import openland.base.Refusal;
import openland.base.Refusal.Reason;

/**
 * Looks at the list of contents of an archive before anything is made of it: how many entries, their names, whether
 * they are encrypted or links.
 */
final class ZipDirectory {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST = 4 << 20;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;

    private final Set<String> names = new HashSet<>();
    private final StringBuilder around = new StringBuilder();

    private ZipDirectory() {}

    /** Gives back what stands around the entries and nobody sees, as text. @throws Refusal if it may not be opened */
    static String check(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var head = read(channel, 0, (int) Math.min(channel.size(), 1 << 16));
            if (starts(head, OLE)) {
                throw ole(channel);
            }
            if (head.limit() < 22 || head.getShort(0) != 0x4b50) {
                throw OpenPackage.damaged();
            }
            var directory = new ZipDirectory();
            directory.read(channel);
            return directory.around.toString();
        }
    }

    private static boolean starts(ByteBuffer head, byte[] sign) {
        return head.limit() >= sign.length && head.slice(0, sign.length).equals(ByteBuffer.wrap(sign));
    }

    private static Refusal ole(FileChannel channel) throws IOException {
        var sign = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        for (long at = 0; at < channel.size(); at += 1 << 16) {
            var bytes = new String(read(channel, at, (int) Math.min(channel.size() - at, (1 << 16) + 64)).array(), StandardCharsets.ISO_8859_1);
            if (bytes.contains(new String(sign, StandardCharsets.ISO_8859_1))) {
                return Refusal.invalid("文件设置了打开密码（已加密），无法读取和检查。请去掉密码后再传。");
            }
        }
        return Refusal.invalid("这是旧版Office文件（doc、xls或ppt），请另存为docx、xlsx或pptx后再传。");
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until it is full or the file ends
        }
        return buffer.flip();
    }

    private void read(FileChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), (1 << 16) + 22);
        var tail = read(channel, channel.size() - length, length);
        int at = end(tail);
        int count = Short.toUnsignedInt(tail.getShort(at + 10));
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (count > MOST_ENTRIES || size > LARGEST) {
            throw new Refusal(Reason.TOO_LARGE, "文件里的部分超过一万个，不能接收。请拆分或重新另存后再传。");
        }
        long ended = channel.size() - length + at;
        note("压缩包说明", tail, at + 22, tail.limit() - at - 22);
        if (ended - size - start > 0) {
            note("压缩包之前", read(channel, 0, (int) Math.min(ended - size - start, 1 << 16)), 0, (int) Math.min(ended - size - start, 1 << 16));
        }
        if (ended < size) {
            throw OpenPackage.damaged();
        }
        entries(read(channel, ended - size, (int) size));
    }

    private static int end(ByteBuffer tail) {
        for (int at = tail.limit() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END && at + 22 + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit()) {
                return at;
            }
        }
        throw OpenPackage.damaged();
    }

    private void entries(ByteBuffer list) {
        int at = 0;
        while (at + 46 <= list.limit()) {
            if (list.getInt(at) != ENTRY) {
                throw OpenPackage.damaged();
            }
            int name = Short.toUnsignedInt(list.getShort(at + 28));
            int extra = Short.toUnsignedInt(list.getShort(at + 30));
            int comment = Short.toUnsignedInt(list.getShort(at + 32));
            if (at + 46 + name + extra + comment > list.limit()) {
                throw OpenPackage.damaged();
            }
            if ((list.getShort(at + 8) & 1) != 0) {
                throw Refusal.invalid("文件设置了打开密码（已加密），无法读取和检查。请去掉密码后再传。");
            }
            boolean unix = list.get(at + 5) == 3;
            boolean link = unix && (list.getInt(at + 38) >>> 28) == 0xA;
            var bytes = new byte[name];
            list.get(at + 46, bytes);
            name(new String(bytes, StandardCharsets.UTF_8), link);
            note("压缩包说明", list, at + 46 + name + extra, comment);
            at += 46 + name + extra + comment;
        }
    }

    private void name(String name, boolean link) {
        var steps = java.util.List.of(name.split("/", -1));
        boolean path = name.startsWith("/") || name.contains("\\") || name.contains(":") || steps.contains("..") || steps.contains(".");
        if (path || link || name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("文件的压缩包里有不安全的路径或链接，不能接收。请用Word、Excel或PowerPoint重新另存后再传。");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid("文件的压缩包里有两个同名的部分，不能接收。请用Word、Excel或PowerPoint重新另存后再传。");
        }
    }

    private void note(String where, ByteBuffer bytes, int from, int length) {
        if (length > 0) {
            var text = new byte[Math.min(length, 2_000)];
            bytes.get(from, text);
            around.append(where).append('：').append(new String(text, StandardCharsets.UTF_8)).append('\n');
        }
    }
}
