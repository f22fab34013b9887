package openland.files.plain;

import static openland.files.plain.PlainSamples.SHOWN;
import static openland.files.plain.PlainSamples.page;
import static openland.files.plain.PlainSamples.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.files.Hidden.Kind;
import openland.files.HidingPlace;
import openland.files.HidingPlace.Planting;

/** Where web pages, texts and archives hide words. */
public final class PlainHidingPlaces {
    private PlainHidingPlaces() {}

    public static List<HidingPlace> all() {
        return Stream.of(html(), styles(), text(), zip0()).flatMap(List::stream).toList();
    }

    private static HidingPlace html(String name, Kind kind, Planting planting) {
        return new HidingPlace(name, "HTML", "公告.html", kind, planting);
    }

    private static List<HidingPlace> html() {
        return List.of(
                html("comment", Kind.COMMENT, m -> page("", "<!-- " + m + " -->")),
                html("conditional comment", Kind.COMMENT, m -> page("", "<!--[if mso]>" + m + "<![endif]-->")),
                html("author", Kind.METADATA, m -> page("<meta name=\"author\" content=\"" + m + "\">", "")),
                html("title", Kind.METADATA, m -> page("<title>" + m + "</title>", "")),
                html("style sheet", Kind.METADATA, m -> page("<style>/* " + m + " */</style>", "")),
                html("script", Kind.SCRIPT, m -> page("", "<script>var x = '" + m + "'</script>")),
                html("script without script", Kind.SCRIPT, m -> page("", "<noscript>" + m + "</noscript>")),
                html("template", Kind.SCRIPT, m -> page("", "<template><p>" + m + "</p></template>")),
                html("event", Kind.SCRIPT, m -> page("", "<p onclick=\"go('" + m + "')\">x</p>")),
                html("script in a link", Kind.SCRIPT, m -> page("", "<a href=\"javascript:go('" + m + "')\">x</a>")),
                html("frame with its own page", Kind.SCRIPT, m -> page("", "<iframe srcdoc=\"" + m + "\"></iframe>")),
                html("drawing", Kind.SCRIPT, m -> page("", "<svg><desc>" + m + "</desc></svg>")),
                html("data attribute", Kind.METADATA, m -> page("", "<p data-note=\"" + m + "\">x</p>")),
                html("tooltip", Kind.METADATA, m -> page("", "<p title=\"" + m + "\">x</p>")),
                html("class name", Kind.METADATA, m -> page("", "<p class=\"" + m + "\">x</p>")),
                html("id", Kind.METADATA, m -> page("", "<p id=\"" + m + "\">x</p>")),
                html("picture's address", Kind.EXTERNAL_LINK, m -> page("", "<img src=\"http://host/" + m + ".png\">")),
                html("picture in the page", Kind.EXTERNAL_LINK, m -> page("", "<img src=\"data:image/png;base64," + m + "\">")),
                html("linked style sheet", Kind.EXTERNAL_LINK, m -> page("<link rel=\"stylesheet\" href=\"file:///C:/" + m + "\">", "")),
                html("form's address", Kind.EXTERNAL_LINK, m -> page("", "<form action=\"http://host/" + m + "\"></form>")),
                html("hidden field", Kind.FORM_DATA, m -> page("", "<input type=\"hidden\" value=\"" + m + "\">")));
    }

    private static List<HidingPlace> styles() {
        return Stream.of("display:none", "visibility:hidden", "opacity:0", "font-size:0", "position:absolute;left:-9999px", "text-indent:-9999px",
                        "color:transparent", "color:#fff", "background-color:#eee;color:#eee", "DISPLAY : none !important", "height:0;overflow:hidden")
                .map(style -> html("style " + style, Kind.HIDDEN_TEXT, m -> page("", "<p style=\"" + style + "\">" + m + "</p>")))
                .collect(Collectors.collectingAndThen(Collectors.toList(), styled -> {
                    styled.add(html("hidden attribute", Kind.HIDDEN_TEXT, m -> page("", "<div hidden><p>" + m + "</p></div>")));
                    return styled;
                }));
    }

    private static String tagged(String marker) {
        return marker.codePoints().map(c -> c + 0xe0000).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static List<HidingPlace> text() {
        return List.of(
                new HidingPlace("invisible letters", "TXT", "公告.txt", Kind.METADATA, m -> (SHOWN + tagged(m) + "\n").getBytes(StandardCharsets.UTF_8)),
                new HidingPlace("invisible letters in a cell", "CSV", "清单.csv", Kind.METADATA,
                        m -> ("名称,面积\n" + SHOWN + tagged(m) + ",1\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static HidingPlace inZip(String name, Kind kind, Planting planting) {
        return new HidingPlace(name, "ZIP", "附件.zip", kind, planting);
    }

    private static List<HidingPlace> zip0() {
        return List.of(
                inZip("archive's remark", Kind.METADATA, m -> zip(m, entry -> { }, "公告.txt", SHOWN)),
                inZip("file's remark", Kind.METADATA, m -> zip("", entry -> entry.setComment(m), "公告.txt", SHOWN)),
                inZip("file's extra field", Kind.METADATA, m -> zip("", entry -> entry.setExtra(extra(m)), "公告.txt", SHOWN)),
                inZip("a page's comment", Kind.COMMENT, m -> zip("公告.html", page("", "<!-- " + m + " -->"))),
                inZip("a page's hidden words", Kind.HIDDEN_TEXT, m -> zip("公告.html", page("", "<p hidden>" + m + "</p>"))),
                inZip("in an archive in the archive", Kind.COMMENT, m -> zip("内.zip", zip("公告.html", page("", "<!-- " + m + " -->")))));
    }

    private static byte[] extra(String marker) {
        var words = marker.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + words.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7777)
                .putShort((short) words.length).put(words).array();
    }
}
