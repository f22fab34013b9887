package openland.files.fixed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** OFD files of one page of A4, made of XML. */
final class OfdSamples {
    static final String SHOWN = "国有建设用地使用权出让公告";
    private static final String NS = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private OfdSamples() {}

    /** Changes the files by name. */
    interface Change {
        void to(Map<String, byte[]> files) throws Exception;
    }

    static byte[] painting(String objects) throws Exception {
        return with(objects, files -> { });
    }

    static byte[] with(String objects, Change change) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        put(files, "OFD.xml", "<ofd:OFD" + NS + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>00</ofd:DocID></ofd:DocInfo>"
                + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        put(files, "Doc_0/Document.xml", "<ofd:Document" + NS + "><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                + "</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>"
                + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
        put(files, "Doc_0/DocumentRes.xml", "<ofd:Res" + NS + " BaseLoc=\"Res\"><ofd:MultiMedias><ofd:MultiMedia ID=\"7\" Type=\"Image\"><ofd:MediaFile>photo.jpg"
                + "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>");
        files.put("Doc_0/Res/photo.jpg", PictureSamples.picture("jpeg"));
        put(files, "Doc_0/Pages/Page_0/Content.xml", "<ofd:Page" + NS + "><ofd:Content><ofd:Layer ID=\"2\" Type=\"Body\">" + text(SHOWN, 20, 20, "", "")
                + objects + "</ofd:Layer></ofd:Content></ofd:Page>");
        change.to(files);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    static void put(Map<String, byte[]> files, String name, String xml) {
        files.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
    }

    static void replace(Map<String, byte[]> files, String name, String what, String by) {
        files.put(name, new String(files.get(name), StandardCharsets.UTF_8).replace(what, by).getBytes(StandardCharsets.UTF_8));
    }

    static void xml(Map<String, byte[]> files, String name, String element, String content) {
        put(files, name, "<ofd:" + element + NS + ">" + content + "</ofd:" + element + ">");
    }

    static String text(String words, int x, int y, String attributes, String paint) {
        return "<ofd:TextObject ID=\"3\" Boundary=\"" + x + " " + y + " 120 8\" Font=\"1\" Size=\"5\" " + attributes + ">" + paint
                + "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g " + words.length() + " 5\">" + words + "</ofd:TextCode></ofd:TextObject>";
    }

    static String colour(String values) {
        return "<ofd:FillColor Value=\"" + values + "\"/>";
    }

    static String box(int x, int y, int width, int height, String attributes, String paint) {
        return "<ofd:PathObject ID=\"4\" Boundary=\"" + x + " " + y + " " + width + " " + height + "\" Fill=\"true\" Stroke=\"false\" " + attributes + ">" + paint
                + "<ofd:AbbreviatedData>M 0 0 L " + width + " 0 L " + width + " " + height + " L 0 " + height + " C</ofd:AbbreviatedData></ofd:PathObject>";
    }

    static String rule(int x, int y, int width, int height) {
        return "<ofd:PathObject ID=\"5\" Boundary=\"" + x + " " + y + " " + Math.max(1, width) + " " + Math.max(1, height) + "\" LineWidth=\"0.2\">"
                + "<ofd:AbbreviatedData>M 0 0 L " + width + " " + height + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    static String picture(int x, int y, int width, int height) {
        return "<ofd:ImageObject ID=\"6\" ResourceID=\"7\" Boundary=\"" + x + " " + y + " " + width + " " + height + "\" CTM=\"" + width + " 0 0 " + height + " 0 0\"/>";
    }
}
