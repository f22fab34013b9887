package openland.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes paragraphs of lines and recognises, with restraint, what official documents (公文) write in a fixed way. */
final class PlainText {
    private static final Pattern CHAPTER = Pattern.compile("第[一二三四五六七八九十百零〇]{1,5}[编章节](?:[\\s\\p{Z}].{1,30})?");
    private static final Pattern POINT = Pattern.compile("[一二三四五六七八九十]{1,3}、[^。；！？;!?]{1,44}[^。；！？;!?：:，,]");
    private static final String NUMBER = "(第[一二三四五六七八九十百零〇]{1,7}条)";
    private static final Pattern ARTICLE = Pattern.compile(NUMBER + "[\\s\\p{Z}]++(?=[^<])");
    private static final Pattern BOLD_ARTICLE = Pattern.compile(
            "<strong>" + NUMBER + "(?:[\\s\\p{Z}]*+</strong>[\\s\\p{Z}]++|[\\s\\p{Z}]++</strong>)(?=[^<])");
    private static final Pattern DATE = Pattern.compile("(?:[12]\\d{3}|[〇○零一二三四五六七八九]{3,4})年[\\d元一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日");
    private static final Pattern SIGNER = Pattern.compile("[^。；：！？，、,;:]{2,60}");

    private static final Pattern COMMENT = Pattern.compile("<!--[^<>]{0,4000}-->");
    private static final Pattern MARKED_HEADING = Pattern.compile("(#{1,6}) (.*)");

    private PlainText() {}

    /** Each line that is not blank becomes a paragraph. */
    static String toHtml(String typed) {
        var lines = COMMENT.matcher(typed).replaceAll("").lines().map(line -> Text.strip(line).replaceAll("[ \\t]+", " ")).filter(line -> !line.isEmpty()).toList();
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var escaped = FieldTypes.escape(lines.get(i));
            var heading = MARKED_HEADING.matcher(escaped);
            if (heading.matches()) {
                var level = heading.group(1).length() < 3 ? "h3" : "h4";
                paragraphs.add("<" + level + ">" + heading.group(2) + "</" + level + ">");
                continue;
            }
            paragraphs.add(isSignature(lines, i) ? "<p class=\"sign\">" + escaped + "</p>" : paragraph(lines.get(i), escaped, ""));
        }
        return String.join("", paragraphs);
    }

    /** One paragraph; a line that is plainly a heading becomes one, 第一条 at its beginning is marked. */
    static String paragraph(String text, String html, String style) {
        if ((style.isEmpty() || style.equals("mid")) && CHAPTER.matcher(text).matches()) {
            return "<h3>" + RichTextHeadings.plain(html) + "</h3>";
        }
        if (style.isEmpty() && isPoint(text)) {
            return "<h3 class=\"flush\">" + RichTextHeadings.plain(html) + "</h3>";
        }
        var article = (html.startsWith("<") ? BOLD_ARTICLE : ARTICLE).matcher(html);
        var marked = !style.equals("sign") && article.lookingAt()
                ? "<span class=\"art\">" + article.group(1) + "</span> " + html.substring(article.end()) : html;
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + marked + "</p>";
    }

    /** 一、 and a few words. */
    static boolean isPoint(String text) {
        return POINT.matcher(text).matches();
    }

    /** A line that is nothing but a date, after the text has begun, and the line with the signer above it. */
    private static boolean isSignature(List<String> lines, int i) {
        return i >= 2 && DATE.matcher(lines.get(i)).matches()
                || i >= 1 && i + 1 < lines.size() && DATE.matcher(lines.get(i + 1)).matches()
                        && SIGNER.matcher(lines.get(i)).matches() && !POINT.matcher(lines.get(i)).matches();
    }
}
