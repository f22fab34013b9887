package openland.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files of Microsoft's old container (OLE): what they are, by the names of their streams. */
final class OldOffice {
    private OldOffice() {}

    /** What it is and what to do, for whoever sent it. */
    static String sentence(Path file) throws IOException {
        var raw = new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (has(raw, "EncryptedPackage")) {
            return "这个Office文件加了密码，读者打不开。请去掉密码后再传。";
        }
        if (has(raw, "WordDocument")) {
            return "这是旧版Word文件（doc），请另存为docx后再传。";
        }
        if (has(raw, "Workbook") || has(raw, "Book")) {
            return "这是旧版Excel文件（xls），请另存为xlsx后再传。";
        }
        if (has(raw, "PowerPoint Document")) {
            return "这是旧版PowerPoint文件（ppt），请另存为pptx后再传。";
        }
        return "这是旧格式的文件（例如WPS、邮件或安装程序），请另存为docx、xlsx、pptx或PDF后再传。";
    }

    private static boolean has(String raw, String stream) {
        return raw.contains(new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
