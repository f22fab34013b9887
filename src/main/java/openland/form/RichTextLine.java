package openland.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The line that is being written: its words, and the marks (bold, links …) around them. Marks may go on over several lines. */
final class RichTextLine {
    private static final int MOST_BLANKS = 100;
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r\\f]+");

    private static final List<String> JOINED = List.of("strong", "em", "u");

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    /** The opening tags of the marks around what comes next; "" for one that says what an outer one says already. */
    private final List<String> marks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> open = new HashMap<>();
    private int written;
    private int breaks;

    void lineBreak() {
        blanks.setLength(0);
        breaks++;
    }

    void begin(RichTextMark mark) {
        boolean repeated = open.merge(mark.name(), 1, Integer::sum) > 1;
        names.add(mark.name());
        marks.add(repeated ? "" : mark.opening());
    }

    void end() {
        int last = marks.size() - 1;
        var name = names.removeLast();
        var mark = marks.removeLast();
        open.merge(name, -1, Integer::sum);
        if (written > last) {
            line.append(mark.isEmpty() ? "" : "</" + name + ">");
            written = last;
        }
    }

    /** Two line breaks, or one before an indented line, are the end of a paragraph; a single one stays a line break. */
    boolean endsBefore(String raw) {
        if (breaks == 0 || words.isEmpty() || Text.strip(raw).isEmpty()) {
            return false;
        }
        var indentation = blanks + BLANKS.matcher(raw).replaceAll(" ");
        for (int i = 0; i < indentation.length() && Text.isBlank(indentation.charAt(i)); i++) {
            if (indentation.charAt(i) == '\u3000' || indentation.charAt(i) == '\u00a0') {
                return true;
            }
        }
        return breaks > 1;
    }

    /** Blanks wait for the words after them and stand before the marks those words begin with. */
    void write(String raw) {
        var text = BLANKS.matcher(raw).replaceAll(" ");
        var begun = Text.strip(text);
        int start = begun.isEmpty() ? text.length() : text.indexOf(begun);
        if (blanks.length() < MOST_BLANKS) {
            blanks.append(text, 0, start);
        }
        if (begun.isEmpty()) {
            return;
        }
        if (words.isEmpty() || breaks > 0) {
            breakLine();
        } else {
            var between = blanks.toString().replaceAll(" {2,}", " ");
            append(between.startsWith(" ") && words.charAt(words.length() - 1) == ' ' ? between.substring(1) : between);
        }
        blanks.setLength(0);
        for (; written < marks.size(); written++) {
            line.append(marks.get(written));
        }
        append(text.substring(start));
    }

    private void append(String text) {
        line.append(FieldTypes.escape(text));
        words.append(text);
    }

    private void breakLine() {
        if (breaks > 0 && !words.isEmpty()) {
            while (Text.isBlank(line.charAt(line.length() - 1))) {
                line.setLength(line.length() - 1);
            }
            line.append("<br>");
            words.append(' ');
        }
        breaks = 0;
    }

    /** Without the blanks at its ends. */
    String words() {
        return Text.strip(words.toString());
    }

    /** With all marks closed. */
    String html() {
        var closed = new StringBuilder(line);
        for (int i = written - 1; i >= 0; i--) {
            closed.append(marks.get(i).isEmpty() ? "" : "</" + names.get(i) + ">");
        }
        return joined(Text.strip(closed.toString()));
    }

    /** WPS marks each run on its own: marks that meet are one. */
    private static String joined(String html) {
        var joined = html;
        for (int i = 0; i < JOINED.size(); i++) {
            for (var mark : JOINED) {
                joined = joined.replace("</" + mark + "><" + mark + ">", "");
            }
        }
        return joined;
    }

    /** Ends the line; the marks go on in the next. */
    void clear() {
        line.setLength(0);
        words.setLength(0);
        blanks.setLength(0);
        written = 0;
        breaks = 0;
    }
}
