package openland.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import openland.base.Refusal;

/** Which of the many formats that are zip archives a zip archive is. */
final class ZipContent {
    private static final int LARGEST = 1 << 20;
    private static final String END = "PK\5\6";
    private static final Map<String, String> MAIN_PARTS = Map.of(
            "wordprocessingml.document.main+xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "spreadsheetml.sheet.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "presentationml.presentation.main+xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private ZipContent() {}

    static String type(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), Charset.forName("GB18030"))) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                return office(some(zip, "[Content_Types].xml"));
            }
            if (zip.getEntry("OFD.xml") != null) {
                return "application/ofd";
            }
            if (zip.getEntry("mimetype") != null) {
                throw Refusal.invalid("这是OpenDocument或电子书文件，请另存为docx、xlsx、pptx或PDF后再传。");
            }
            if (zip.getEntry("META-INF/MANIFEST.MF") != null || zip.getEntry("AndroidManifest.xml") != null) {
                throw Refusal.invalid("这是程序安装包，不能公开。");
            }
            return "application/zip";
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.invalid("压缩包或Office文件已损坏或不完整，请重新生成后再传。");
        }
    }

    private static String some(ZipFile zip, String entry) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(entry))) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    private static String office(String contentTypes) {
        if (contentTypes.contains("macroEnabled.main+xml")) {
            throw Refusal.invalid("这个Office文件带有宏，请另存为不带宏的docx、xlsx或pptx后再传。");
        }
        return MAIN_PARTS.entrySet().stream().filter(part -> contentTypes.contains(part.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> Refusal.invalid("这个Office文件是模板、放映或二进制格式，请另存为docx、xlsx或pptx后再传。"));
    }

    /** Whether a program that unpacks archives would take the end of this file for one. */
    static boolean endsAsArchive(Path file, int tail) throws IOException {
        long size = java.nio.file.Files.size(file);
        try (var in = java.nio.file.Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, size - tail));
            var end = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int at = end.lastIndexOf(END); at >= 0; at = at == 0 ? -1 : end.lastIndexOf(END, at - 1)) {
                if (at + 22 <= end.length() && at + 22 + end.charAt(at + 20) + 256 * end.charAt(at + 21) <= end.length()) {
                    return true;
                }
            }
            return false;
        }
    }
}
