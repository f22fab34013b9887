package openland.files.fixed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The files of an OFD (GB/T 33190), unpacked below ceilings; its XML without document type, entities or anything from outside. */
final class OfdPackage {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_IN_ALL = 200L << 20;
    private static final int LARGEST_XML = 8 << 20;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, Document> trees = new LinkedHashMap<>();
    private final String remark;

    OfdPackage(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            remark = zip.getComment() == null ? "" : zip.getComment();
            if (zip.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            unpack(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
        if (!entries.containsKey("OFD.xml")) {
            throw damaged();
        }
    }

    private void unpack(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        long left = LARGEST_IN_ALL;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            var name = entry.getName();
            if (name.startsWith("/") || name.contains("\\") || name.contains(":") || List.of(name.split("/")).contains("..")
                    || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw Refusal.invalid("OFD里有不安全的或重复的文件名“" + name.replaceAll("\\p{C}", "") + "”，请重新导出后再传。");
            }
            if (!entry.isDirectory()) {
                try (var in = zip.getInputStream(entry)) {
                    var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                    left -= bytes.length;
                    if (left < 0) {
                        throw tooMuch();
                    }
                    entries.put(name, bytes);
                }
            }
        }
    }

    static Refusal damaged() {
        return Refusal.invalid("这个OFD已损坏或不完整，请重新导出后再传。");
    }

    private static Refusal tooMuch() {
        return Refusal.invalid("这个OFD解开后超过200 MB或1万个文件，请拆分后再传。");
    }

    Map<String, byte[]> entries() {
        return entries;
    }

    String remark() {
        return remark;
    }

    /** The place that {@code location} names, seen from the file {@code from}. */
    static String resolved(String from, String location) {
        var wanted = location.strip();
        var all = wanted.startsWith("/") ? wanted.substring(1) : from.substring(0, from.lastIndexOf('/') + 1) + wanted;
        var steps = new ArrayList<String>();
        for (var step : all.split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** Null when there is no such file. */
    @Nullable Element xml(String name) {
        var bytes = entries.get(name);
        if (bytes == null) {
            return null;
        }
        return trees.computeIfAbsent(name, missing -> parsed(bytes)).getDocumentElement();
    }

    private static Document parsed(byte[] bytes) {
        if (bytes.length > LARGEST_XML) {
            throw tooMuch();
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException e) {
            throw damaged();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(@Nullable Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name.equals("*") || name.equals(element.getLocalName()))) {
                found.add(element);
            }
        }
        return found;
    }

    static @Nullable Element child(@Nullable Element parent, String... names) {
        var at = parent;
        for (var name : names) {
            at = children(at, name).stream().findFirst().orElse(null);
        }
        return at;
    }

    static String text(@Nullable Element element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    static double[] numbers(String list) {
        try {
            return Arrays.stream(list.strip().split("\\s+")).filter(one -> !one.isEmpty()).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }
}
