package openland.files.plain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.files.FileContent;
import openland.files.FileContent.Part;
import openland.files.Format;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import openland.files.TextEncoding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/** Web pages: their text with headings, lists, tables and links. What goes out is a small page of that, without any style or script. */
@Component
class HtmlFormat implements Format {
    private static final int MOST_ELEMENTS = 500_000;
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
                    "thead", "tbody", "tfoot", "tr", "td", "th", "strong", "b", "em", "i", "u", "sub", "sup", "a", "span", "div", "pre",
                    "blockquote", "section", "article")
            .allowWithoutAttributes("span", "a")
            .allowAttributes("colspan", "rowspan").matching(Pattern.compile("[1-9][0-9]{0,2}")).onElements("td", "th")
            .allowAttributes("scope").matching(true, "row", "col").onElements("th")
            .allowAttributes("hidden").matching(true, "hidden").globally()
            .allowAttributes("href").matching(HtmlHiding.PLAIN_LINK).onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .toFactory();

    @Override
    public Map<String, String> types() {
        return Map.of("text/html", "HTML");
    }

    @Override
    public FileContent read(Path file, String type) throws IOException {
        var page = parsed(file);
        HtmlHiding.hiddenElements(page).forEach(element -> element.remove());
        return new FileContent(List.of(new Part("", new HtmlBlocks(page).blocks())), false, false);
    }

    @Override
    public String html(Path file, String type) throws IOException {
        var page = parsed(file);
        HtmlHiding.hiddenElements(page).forEach(element -> element.remove());
        return page.body().outerHtml();
    }

    @Override
    public List<Hidden> hidden(Path file, String type) throws IOException {
        var found = new ArrayList<>(new HtmlHiding(parsed(file)).found());
        var copy = cleaned(parsed(file), false);
        if (found.isEmpty() && !Arrays.equals(copy, Files.readAllBytes(file))) {
            found.add(new Hidden(Kind.METADATA, "网页代码", ""));
        }
        return List.copyOf(found);
    }

    @Override
    public void clean(Path file, String type, boolean thorough, OutputStream out) throws IOException {
        out.write(cleaned(parsed(file), thorough));
    }

    private static byte[] cleaned(Document page, boolean thorough) {
        for (var element : HtmlHiding.hiddenElements(page)) {
            if (thorough) {
                element.remove();
            } else {
                element.attr("hidden", "hidden");
            }
        }
        page.select("script,style,template,noscript,object,embed,iframe,applet,svg,math,title,head > *").remove();
        var body = ALLOWED.sanitize(page.body().html()).strip();
        return ("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"></head>\n<body>\n" + body + "\n</body></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Document parsed(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = TextEncoding.read(bytes).orElseThrow(() -> Refusal.invalid("网页的文字编码认不出来，请另存为UTF-8后再传。")).text();
        var page = Jsoup.parse(Invisible.without(text));
        if (page.getAllElements().size() > MOST_ELEMENTS) {
            throw Refusal.invalid("这个网页太大，请拆分后再传。");
        }
        return page;
    }
}
