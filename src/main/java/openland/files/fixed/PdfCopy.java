package openland.files.fixed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of a PDF into another one: only entries that are needed to show pages ({@link PdfKeys}), each object once,
 * without recursion. What is left out is reported, so report and copy cannot differ.
 */
final class PdfCopy {
    private static final Set<String> HARMLESS_SCHEMES = Set.of("http:", "https:", "mailto:", "tel:");

    private static final Set<String> ACTIONS = Set.of("URI", "JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData",
            "ResetForm", "Hide", "Rendition", "SetOCGState", "GoTo3DView", "RichMediaExecute");

    private final PdfFindings findings;
    private final COSDocument to;
    private final boolean thorough;
    private final IdentityHashMap<COSBase, COSBase> copies = new IdentityHashMap<>();
    private final IdentityHashMap<COSObject, COSBase> references = new IdentityHashMap<>();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final List<Hidden> found = new ArrayList<>();
    private final PdfStreams streams;
    private final Map<String, COSBase> destinations;
    private String place = "";

    /** A container whose entries are still to be copied. @param free whether its keys are anybody's choice */
    private record Job(COSBase from, COSBase to, boolean free, Set<COSName> without) {}

    PdfCopy(PdfFindings findings, COSDocument to, boolean thorough, Map<String, COSBase> destinations) {
        this.destinations = destinations;
        this.findings = findings;
        this.to = to;
        this.thorough = thorough;
        this.streams = new PdfStreams(findings, thorough);
    }

    List<Hidden> found() {
        return found;
    }

    boolean isThorough() {
        return thorough;
    }

    /** Where what is found from now on stands. */
    void at(String where) {
        place = where;
    }

    void report(Kind kind, String text) {
        found.add(new Hidden(kind, place, text));
    }

    /** Says that references to {@code from} are to lead to {@code target}. */
    void put(COSBase from, COSBase target) {
        copies.put(from, target);
    }

    /** The copy, with all that belongs to it; null where it may not be copied. */
    @Nullable COSBase copied(@Nullable COSBase from) throws IOException {
        return copied(from, false, Set.of());
    }

    /** @param free whether the keys of this dictionary are anybody's choice @param without keys that are left out silently */
    @Nullable COSBase copied(@Nullable COSBase from, boolean free, Set<COSName> without) throws IOException {
        var copy = started(from, free, without);
        while (!jobs.isEmpty()) {
            fill(jobs.pop());
        }
        return copy;
    }

    private @Nullable COSBase started(@Nullable COSBase from, boolean free, Set<COSName> without) throws IOException {
        if (from instanceof COSObject reference) {
            return referenced(reference, free, without);
        }
        if (from == null || copies.containsKey(from)) {
            return from == null ? null : copies.get(from);
        }
        return switch (from) {
            case COSStream stream -> stream(stream);
            case COSDictionary dictionary -> mayBeCopied(dictionary) ? begun(dictionary, new COSDictionary(), free, without) : null;
            case COSArray array -> begun(array, new COSArray(), false, without);
            case COSString string -> new COSString(string.getBytes());
            default -> from;
        };
    }

    /** Arrays that are shared stay shared: a tower of them would else grow without bound when written. */
    private @Nullable COSBase referenced(COSObject reference, boolean free, Set<COSName> without) throws IOException {
        var target = reference.getObject();
        if (!(target instanceof COSArray)) {
            return started(target, free, without);
        }
        var known = references.get(reference);
        if (known == null) {
            known = new COSObject(Objects.requireNonNull(started(target, free, without)));
            references.put(reference, known);
        }
        return known;
    }

    private COSBase begun(COSBase from, COSBase copy, boolean free, Set<COSName> without) {
        copy.setDirect(from.isDirect());
        copies.put(from, copy);
        jobs.push(new Job(from, copy, free, without));
        return copy;
    }

    private COSBase stream(COSStream from) throws IOException {
        var copy = to.createCOSStream();
        copies.put(from, copy);
        var left = streams.write(from, copy, this);
        jobs.push(new Job(from, copy, false, left));
        return copy;
    }

    /** Pages and notes come only where the caller puts them; actions only when they lead somewhere harmless. */
    private boolean mayBeCopied(COSDictionary dictionary) {
        var type = dictionary.getCOSName(COSName.TYPE);
        var action = dictionary.getNameAsString(COSName.S);
        boolean isAction = type != null && type.getName().equals("Action") || ACTIONS.contains(String.valueOf(action));
        if (isAction && action != null) {
            return isHarmless(action, dictionary);
        }
        boolean isNote = COSName.ANNOT.equals(type) || dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
        return !COSName.PAGE.equals(type) && !COSName.PAGES.equals(type) && !isNote && !COSName.CATALOG.equals(type);
    }

    private boolean isHarmless(String action, COSDictionary dictionary) {
        if (action.equals("GoTo")) {
            return true;
        }
        var uri = dictionary.getString(COSName.URI, "");
        if (action.equals("URI") && HARMLESS_SCHEMES.stream().anyMatch(uri.toLowerCase(Locale.ROOT)::startsWith)) {
            return true;
        }
        boolean outwards = Set.of("GoToR", "GoToE", "Launch", "URI", "SubmitForm", "ImportData").contains(action);
        report(outwards ? Kind.EXTERNAL_LINK : Kind.SCRIPT, action + " " + PdfStrings.of(dictionary));
        return false;
    }

    private void fill(Job job) throws IOException {
        if (job.from() instanceof COSArray from && job.to() instanceof COSArray copy) {
            for (var item : from) {
                var copied = started(item, false, Set.of());
                copy.add(copied == null ? COSNull.NULL : copied);
            }
        } else if (job.from() instanceof COSDictionary from && job.to() instanceof COSDictionary copy) {
            if (COSName.OCG.equals(from.getCOSName(COSName.TYPE))) {
                layer(from, copy);
                return;
            }
            for (var entry : from.entrySet()) {
                if (!job.without().contains(entry.getKey())) {
                    entry(entry.getKey(), entry.getValue(), copy, job.free());
                }
            }
        }
    }

    /** The name of a layer is to be seen only in a list of layers, and there is one only when some are hidden. */
    private void layer(COSDictionary from, COSDictionary copy) {
        copy.setItem(COSName.TYPE, COSName.OCG);
        copy.setString(COSName.NAME, new PdfLayers(findings.document()).any() ? from.getString(COSName.NAME, "") : "-");
    }

    private void entry(COSName key, COSBase value, COSDictionary copy, boolean free) throws IOException {
        if (!free && !PdfKeys.keeps(key, thorough)) {
            leftOut(key, value);
            return;
        }
        var copied = started(isDestination(key) ? destination(value) : value, !free && PdfKeys.isMap(key), Set.of());
        if (copied != null) {
            copy.setItem(key, copied);
        }
    }

    private static boolean isDestination(COSName key) {
        return key.equals(COSName.DEST) || key.equals(COSName.D);
    }

    /** The names of destinations are seen by nobody: in their stead comes the place itself. */
    private COSBase destination(COSBase value) {
        return switch (PdfPages.plain(value)) {
            case COSString name -> destinations.getOrDefault(name.getString(), COSNull.NULL);
            case COSName name when destinations.containsKey(name.getName()) -> destinations.getOrDefault(name.getName(), COSNull.NULL);
            case null, default -> value;
        };
    }

    /** Reports what is not copied, where it can say something. */
    void leftOut(COSName key, @Nullable COSBase value) {
        var words = PdfStrings.of(value);
        var kind = PdfKeys.kind(key);
        if (PdfKeys.isReplacement(key)) {
            return;
        }
        if (!words.isEmpty() || kind != Kind.METADATA) {
            report(kind, key.getName() + "：" + words);
        }
    }
}
