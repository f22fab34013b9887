package openland.files.ooxml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The XML namespaces that stay in a copy, each under one prefix; the strict (ISO) ones become the transitional ones. */
final class Namespaces {
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final Map<String, String> URI_OF = Map.ofEntries(
            Map.entry("w", OPEN + "wordprocessingml/2006/main"), Map.entry("x", OPEN + "spreadsheetml/2006/main"),
            Map.entry("p", OPEN + "presentationml/2006/main"), Map.entry("r", RELATIONS),
            Map.entry("a", OPEN + "drawingml/2006/main"), Map.entry("pic", OPEN + "drawingml/2006/picture"),
            Map.entry("wp", OPEN + "drawingml/2006/wordprocessingDrawing"), Map.entry("c", OPEN + "drawingml/2006/chart"),
            Map.entry("dgm", OPEN + "drawingml/2006/diagram"), Map.entry("xdr", OPEN + "drawingml/2006/spreadsheetDrawing"),
            Map.entry("cdr", OPEN + "drawingml/2006/chartDrawing"), Map.entry("m", OPEN + "officeDocument/2006/math"),
            Map.entry("mc", OPEN + "markup-compatibility/2006"), Map.entry("ct", OPEN + "package/2006/content-types"),
            Map.entry("rel", OPEN + "package/2006/relationships"), Map.entry("v", "urn:schemas-microsoft-com:vml"),
            Map.entry("o", "urn:schemas-microsoft-com:office:office"), Map.entry("w10", "urn:schemas-microsoft-com:office:word"),
            Map.entry("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
            Map.entry("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
            Map.entry("wpc", "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"),
            Map.entry("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
            Map.entry("wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
            Map.entry("a14", "http://schemas.microsoft.com/office/drawing/2010/main"),
            Map.entry("p14", "http://schemas.microsoft.com/office/powerpoint/2010/main"),
            Map.entry("dsp", "http://schemas.microsoft.com/office/drawing/2008/diagram"),
            Map.entry("xml", "http://www.w3.org/XML/1998/namespace"));
    private static final Map<String, String> STRICT = Map.ofEntries(
            Map.entry("wordprocessingml/main", "w"), Map.entry("spreadsheetml/main", "x"), Map.entry("presentationml/main", "p"),
            Map.entry("officeDocument/relationships", "r"), Map.entry("drawingml/main", "a"),
            Map.entry("drawingml/picture", "pic"), Map.entry("drawingml/wordprocessingDrawing", "wp"),
            Map.entry("drawingml/chart", "c"), Map.entry("drawingml/diagram", "dgm"),
            Map.entry("drawingml/spreadsheetDrawing", "xdr"), Map.entry("drawingml/chartDrawing", "cdr"),
            Map.entry("officeDocument/math", "m"));
    /** What programs may leave unread: declared so at the root of a part. */
    static final Set<String> IGNORABLE = Set.of("w14", "wp14", "a14", "p14");
    private static final Map<String, String> PREFIX_OF = new HashMap<>();

    static {
        URI_OF.forEach((prefix, uri) -> PREFIX_OF.put(uri, prefix));
        STRICT.forEach((tail, prefix) -> PREFIX_OF.put("http://purl.oclc.org/ooxml/" + tail, prefix));
    }

    private Namespaces() {}

    /** The prefix of a namespace in a copy; {@code ?} if it does not stay; empty for none. */
    static String prefix(String uri) {
        return uri.isEmpty() ? "" : PREFIX_OF.getOrDefault(uri, "?");
    }

    static String uri(String prefix) {
        var uri = URI_OF.get(prefix);
        if (uri == null) {
            throw new IllegalArgumentException("No namespace for the prefix " + prefix);
        }
        return uri;
    }
}
