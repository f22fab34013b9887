package openland.files.plain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Words at the end of an archive: the remark that some programs show when it is opened. */
record ZipRest(Path file) {
    private static final int TAIL = 66_000;

    String words() throws IOException {
        long size = Files.size(file);
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, size - TAIL));
            var tail = in.readAllBytes();
            var raw = new String(tail, StandardCharsets.ISO_8859_1);
            int end = raw.lastIndexOf("PK\5\6");
            return end < 0 || end + 22 >= tail.length ? "" : " " + new String(tail, end + 22, tail.length - end - 22, StandardCharsets.UTF_8);
        }
    }
}
