package openland.files.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What documents of all three formats can have, for tests. */
final class Documents {
    static final String CHART_IN_WORD = "<w:r><w:drawing><wp:inline><wp:extent cx=\"3000000\" cy=\"2000000\"/><wp:docPr id=\"3\" name=\"图表 3\"/><a:graphic>"
            + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rId20\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    private Documents() {}

    /** Ways of planting in the properties of a document that {@code plain} makes. */
    static Map<String, Function<String, Parts>> properties(Supplier<Parts> plain) {
        var places = new LinkedHashMap<String, Function<String, Parts>>();
        for (var name : new String[] {"dc:creator", "cp:lastModifiedBy", "dc:title", "dc:subject", "dc:description", "cp:keywords", "cp:category", "cp:contentStatus"}) {
            places.put("property " + name, marker -> plain.get().raw("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><"
                            + name + ">" + marker + "</" + name + "></cp:coreProperties>").relation("", "p1", "core-properties", "docProps/core.xml"));
        }
        for (var name : new String[] {"Company", "Manager", "Template", "HyperlinkBase"}) {
            places.put("property " + name, marker -> plain.get().raw("docProps/app.xml", "extended-properties",
                    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><" + name + ">\\\\server\\share\\" + marker + "</" + name + "></Properties>")
                    .relation("", "p2", "extended-properties", "docProps/app.xml"));
        }
        places.put("own property", marker -> plain.get().raw("docProps/custom.xml", "custom-properties",
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                        + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"案号\"><vt:lpwstr>" + marker + "</vt:lpwstr></property></Properties>")
                .relation("", "p3", "custom-properties", "docProps/custom.xml"));
        return places;
    }

    /** Something that is not XML, with the words in it. */
    static byte[] binary(String words) {
        return ("\u0001\u0002\u0003" + words + "\u0000\u0001").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(String name, String words) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG with the words in a text chunk. */
    static byte[] pngWith(String words) {
        var data = ("Comment\0" + words).getBytes(StandardCharsets.UTF_8);
        var chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length).put("tEXt".getBytes(StandardCharsets.US_ASCII)).put(data);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) crc.getValue());
        var png = WordSamples.PNG;
        return ByteBuffer.allocate(png.length + chunk.capacity()).put(png, 0, 33).put(chunk.array()).put(png, 33, png.length - 33).array();
    }

    /** Adds a bar chart that {@code from} leads to by {@code rId20}. */
    static Parts chart(Parts parts, String from, String folder, String extra) {
        return parts.xml(folder + "/charts/chart1.xml", "drawingml.chart", "c:chartSpace", "<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>供应面积</a:t></a:r></a:p></c:rich></c:tx></c:title>"
                + "<c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>公顷</c:v></c:pt></c:strCache></c:strRef></c:tx>"
                + "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>一季度</c:v></c:pt><c:pt idx=\"1\"><c:v>二季度</c:v></c:pt></c:strCache></c:strRef></c:cat>"
                + "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>12.5</c:v></c:pt><c:pt idx=\"1\"><c:v>8</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
                + extra + "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx>"
                + "<c:valAx><c:axId val=\"2\"/><c:scaling/><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart><c:externalData r:id=\"rId1\"/>")
                .relation(from, "rId20", "chart", folder + "/charts/chart1.xml");
    }
}
