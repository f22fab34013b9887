package openland.files.ooxml;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import openland.files.Hidden.Kind;

/** The fields of a part (域): which may stay, and what of them readers do not see. */
final class WordFields {
    private static final Pattern NAME = Pattern.compile("^\\s*(=|[A-Za-z]+)");
    private static final Pattern ADDRESS = Pattern.compile("^\\s*HYPERLINK\\s+(?:\\\\[a-z]\\s+)*\"([^\"]*)\".*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> KEPT = Set.of("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "SEQ", "TOC", "REF", "PAGEREF", "NOTEREF", "STYLEREF",
            "DATE", "TIME", "EQ", "SYMBOL", "HYPERLINK", "LISTNUM", "AUTONUM");
    private static final Set<String> OUTSIDE = Set.of("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "DATABASE", "IMPORT", "RD", "INCLUDE");
    private static final Set<String> FORMS = Set.of("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "ASK", "FILLIN");
    private static final int LONGEST = 120;

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean result;
    }

    private final Deque<Field> open = new ArrayDeque<>();
    /** Marks and codes, each with its field. */
    private final IdentityHashMap<Xml, Field> marks = new IdentityHashMap<>();
    /** What stands inside a code though it is not one. */
    private final Set<Xml> inCode = Collections.newSetFromMap(new IdentityHashMap<>());

    WordFields(Xml root) {
        scan(root);
    }

    private void scan(Xml element) {
        for (var child : element.children()) {
            switch (child.name()) {
                case "w:fldChar" -> mark(child);
                case "w:instrText", "w:delInstrText" -> code(child);
                default -> {
                    if (element.is("w:r") && !child.is("w:rPr") && open.stream().anyMatch(field -> !field.result)) {
                        inCode.add(child);
                    }
                    scan(child);
                }
            }
        }
    }

    private void mark(Xml mark) {
        switch (mark.attr("w:fldCharType")) {
            case "begin" -> {
                nested(mark);
                open.push(new Field());
                marks.put(mark, open.getFirst());
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    marks.put(mark, open.getFirst());
                    open.getFirst().result = true;
                }
            }
            default -> {
                if (!open.isEmpty()) {
                    marks.put(mark, open.pop());
                    nested(mark);
                }
            }
        }
    }

    /** A field inside the code of another is part of that code. */
    private void nested(Xml mark) {
        if (open.stream().anyMatch(field -> !field.result)) {
            inCode.add(mark);
        }
    }

    private void code(Xml code) {
        if (!open.isEmpty()) {
            marks.put(code, open.getFirst());
            open.getFirst().code.append(code.text());
        }
        nestedCode(code);
    }

    private void nestedCode(Xml code) {
        if (open.stream().skip(1).anyMatch(field -> !field.result)) {
            inCode.add(code);
        }
    }

    /** Whether a mark or a code may stay; what may not is noted at its code. */
    boolean stays(Xml piece, Sweep sweep, String place) {
        var field = marks.get(piece);
        if (field == null || inCode.contains(piece)) {
            if (piece.is("w:instrText") && !piece.text().isBlank()) {
                sweep.finds(Kind.METADATA, place + "：域代码", piece.text());
            }
            return false;
        }
        var kind = hides(field.code.toString());
        if (kind.isPresent() && !piece.is("w:fldChar")) {
            sweep.finds(kind.get(), place + "：域代码", piece.text());
        }
        return kind.isEmpty();
    }

    boolean inCode(Xml piece) {
        return inCode.contains(piece);
    }

    /** What a field code hides; empty if it may stay. */
    static Optional<Kind> hides(String code) {
        var found = NAME.matcher(code);
        var name = found.find() ? found.group(1).toUpperCase(java.util.Locale.ROOT) : "";
        if (OUTSIDE.contains(name)) {
            return Optional.of(Kind.EXTERNAL_LINK);
        }
        if (FORMS.contains(name)) {
            return Optional.of(Kind.FORM_DATA);
        }
        if (name.equals("HYPERLINK")) {
            var address = ADDRESS.matcher(code);
            boolean inside = code.matches("(?is)^\\s*HYPERLINK\\s+\\\\l\\s+\"?[^\"\\s]*\"?\\s*(\\\\h)?\\s*$");
            boolean plain = !code.matches("(?is).*\\\\[ot]\\s.*");
            return inside || plain && address.matches() && Addresses.isPublic(address.group(1)) ? Optional.empty() : Optional.of(Kind.EXTERNAL_LINK);
        }
        boolean stays = KEPT.contains(name) && (name.equals("EQ") || code.strip().length() <= LONGEST && !code.contains("\\\\") && !code.contains("/"));
        return stays ? Optional.empty() : Optional.of(Kind.METADATA);
    }
}
