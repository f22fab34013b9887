package openland.screening;

/** Says in words where something stands in a text. Asked in the order of the text, it reads the text once. */
final class TextPlace {
    private final String text;
    private final boolean isOneLine;
    private int read;
    private int lines = 1;
    private int cells = 1;
    private boolean isBlankLine = true;
    private int lineEnd = -1;
    private boolean isRow;

    TextPlace(String text) {
        this.text = text;
        this.isOneLine = text.indexOf('\n') < 0 && text.indexOf('\t') < 0;
    }

    /** 第3段; in a table 第2行第4格; empty where the text is one line. Blank lines are not counted. */
    String of(int at) {
        if (isOneLine) {
            return "";
        }
        while (read < at) {
            readOn(text.charAt(read++));
        }
        if (lineEnd < at) {
            int end = text.indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
            isRow = cells > 1 || text.substring(at, lineEnd).indexOf('\t') >= 0;
        }
        return isRow ? "第" + lines + "行第" + cells + "格" : "第" + lines + "段";
    }

    private void readOn(char c) {
        if (c == '\n') {
            lines += isBlankLine ? 0 : 1;
            cells = 1;
            isBlankLine = true;
        } else {
            cells += c == '\t' ? 1 : 0;
            isBlankLine &= Character.isWhitespace(c);
        }
    }
}
