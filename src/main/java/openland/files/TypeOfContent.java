package openland.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by what is in it; its name decides only between formats of text. What is something else than it seems,
 * or two things at once, is refused with what to do about it.
 */
public final class TypeOfContent {
    private static final int HEAD = 4096;
    private static final int TAIL = 66_000;
    private static final Map<String, String> PICTURES = signs("\u0089PNG\r\n\u001a\n", "image/png", "\u00ff\u00d8\u00ff", "image/jpeg",
            "GIF87a", "image/gif", "GIF89a", "image/gif", "II*\0", "image/tiff", "MM\0*", "image/tiff");
    private static final Map<String, String> REFUSED = signs(
            "{\\rtf", "这是RTF文件，请另存为docx后再传。",
            "Rar!", "这是RAR压缩包，请解压后单独上传文件，或改用ZIP。",
            "7z\u00bc\u00af", "这是7z压缩包，请解压后单独上传文件，或改用ZIP。",
            "\u001f\u008b", "这是gzip压缩包，请解压后单独上传文件，或改用ZIP。",
            "BZh", "这是bzip2压缩包，请解压后单独上传文件，或改用ZIP。",
            "\u00fd7zXZ", "这是xz压缩包，请解压后单独上传文件，或改用ZIP。",
            "MZ", "这是可执行程序，不能公开。", "\u007fELF", "这是可执行程序，不能公开。",
            "\u00ca\u00fe\u00ba\u00be", "这是可执行程序，不能公开。", "#!", "这是脚本程序，不能公开。",
            "PK\5\6", "这是空的压缩包。", "PK\7\b", "这是分卷压缩包，请合并为一个ZIP后再传。",
            "ID3", "这是音频，请发布到音视频栏目，这里不能上传。", "OggS", "这是音频或视频，这里不能上传。",
            "8BPS", "这是Photoshop文件，请导出为PNG或PDF后再传。", "AC10", "这是CAD图，请打印为PDF后再传。",
            "\u0000\u0001\u0000\u0000Stan", "这是Access数据库，请导出为xlsx或csv后再传。", "%!PS", "这是PostScript文件，请转为PDF后再传。");
    private static final Pattern HTML = Pattern.compile("(?is)^\\s*+(?:(?><!--.*?-->)\\s*+)*+<(!doctype\\s+html|html|head|body|script|title|meta|table|div|p|h[1-6])[\\s>].*");
    private static final Pattern SVG = Pattern.compile("(?is)\\s*+(?:(?><\\?xml.*?\\?>)\\s*+)?+(?:(?><!--.*?-->)\\s*+)*+(?:<!doctype svg[^>]*+>\\s*+)?+<svg");
    private static final Set<String> PLAIN = Set.of("txt", "text", "log", "md", "");
    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml");

    private final byte[] head;
    private final String start;
    private final Path file;
    private final String extension;

    private TypeOfContent(Path file, String name) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            this.head = in.readNBytes(HEAD);
        }
        this.start = new String(head, StandardCharsets.ISO_8859_1);
        this.file = file;
        int dot = name.lastIndexOf('.');
        this.extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> signs(String... pairs) {
        var signs = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            signs.put(pairs[i], pairs[i + 1]);
        }
        return signs;
    }

    /**
     * The media type of a file.
     *
     * @param name what people call it
     * @throws Refusal INVALID when it is of a kind that is not published, or not only of one
     */
    public static String of(Path file, String name) throws IOException {
        return new TypeOfContent(file, name).type();
    }

    private String type() throws IOException {
        var type = binary();
        if (type != null) {
            mustNotCarryArchive(type);
            return type;
        }
        if (start.startsWith("PK\3\4")) {
            return ZipContent.type(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            throw Refusal.invalid(OldOffice.sentence(file));
        }
        for (var sign : REFUSED.entrySet()) {
            if (start.startsWith(sign.getKey())) {
                throw Refusal.invalid(sign.getValue());
            }
        }
        if (start.startsWith("ftyp", 4)) {
            throw Refusal.invalid("这是视频，或手机拍的HEIC照片。照片请转为JPEG后再传。");
        }
        return text();
    }

    private @Nullable String binary() {
        for (var sign : PICTURES.entrySet()) {
            if (start.startsWith(sign.getKey())) {
                mustNotBeScript(sign.getValue());
                return sign.getValue();
            }
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (start.startsWith("BM") && start.length() > 30 && start.charAt(14) >= 40 && start.charAt(14) <= 124 && start.charAt(15) == 0) {
            return "image/bmp";
        }
        int pdf = start.indexOf("%PDF-");
        if (pdf < 0 || pdf > 1024) {
            return null;
        }
        if (!start.substring(0, pdf).replaceFirst("^\u00ef\u00bb\u00bf", "").isBlank()) {
            throw Refusal.invalid("这个PDF的前面还藏着别的内容，请重新导出PDF后再传。");
        }
        return "application/pdf";
    }

    /** A GIF whose width reads as the beginning of a comment or of an assignment is also a script. */
    private void mustNotBeScript(String type) {
        if (type.equals("image/gif") && (start.startsWith("/*", 6) || start.startsWith("=", 6) || start.toLowerCase(Locale.ROOT).contains("<script"))) {
            throw Refusal.invalid("这个图片同时是一段脚本程序，不能公开。");
        }
    }

    private void mustNotCarryArchive(String type) throws IOException {
        if (ZipContent.endsAsArchive(file, TAIL)) {
            throw Refusal.invalid("这个" + (type.endsWith("pdf") ? "PDF" : "图片") + "的后面还接着一个压缩包，请重新导出后再传。");
        }
    }

    private String text() throws IOException {
        var text = TextEncoding.read(java.nio.file.Files.readAllBytes(file)).map(TextEncoding.Text::text)
                .orElseThrow(() -> Refusal.invalid("文件的内容认不出来：既不是可以公开的格式，也不是文字（UTF-8、UTF-16、GB18030）。"
                        + "可以公开的有PDF、OFD、docx、xlsx、pptx、图片、ZIP、TXT、CSV、HTML。"));
        var opening = text.substring(0, Math.min(text.length(), HEAD));
        var lower = opening.toLowerCase(Locale.ROOT);
        if (SVG.matcher(opening).lookingAt()) {
            throw Refusal.invalid("这是SVG图，可能带有脚本，请导出为PNG或PDF后再传。");
        }
        if (HTML.matcher(opening).matches() || PAGES.contains(extension)) {
            if (!PAGES.contains(extension)) {
                throw Refusal.invalid("文件的内容是网页，文件名却是“." + extension + "”。请改名为.html，或另存为真正的" + extension + "后再传。");
            }
            return "text/html";
        }
        if (lower.stripLeading().startsWith("<?xml")) {
            throw Refusal.invalid("这是XML文件，不能直接公开，请另存为docx、xlsx或PDF后再传。");
        }
        if (extension.equals("csv")) {
            return "text/csv";
        }
        if (PLAIN.contains(extension)) {
            return "text/plain";
        }
        throw Refusal.invalid("文件的内容是文字，文件名却是“." + extension + "”。请改名为.txt或.csv，或用原来的软件重新另存后再传。");
    }
}
