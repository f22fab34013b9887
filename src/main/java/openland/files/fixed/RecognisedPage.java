package openland.files.fixed;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import openland.files.FileContent.Block;
import openland.files.FileContent.Paragraph;

/** The words that Tesseract recognised on one page, line by line from above. */
record RecognisedPage(List<List<Word>> lines) {
    static final RecognisedPage NOTHING = new RecognisedPage(List.of());

    private static final int SURE = 60;
    private static final int ENOUGH = 20;
    private static final int COLUMNS = 12;

    /** @param confidence 0 to 100, as Tesseract believes itself */
    record Word(String text, int left, int top, int right, int height, double confidence) {
        boolean isSure() {
            return confidence >= SURE;
        }
    }

    /** @param tsv with a head: level, page, block, paragraph, line, word, left, top, width, height, confidence, text */
    static RecognisedPage of(String tsv) {
        var lines = new LinkedHashMap<String, List<Word>>();
        tsv.lines().skip(1).map(line -> line.split("\t", COLUMNS)).forEach(cells -> {
            if (cells.length == COLUMNS && !cells[11].isBlank()) {
                int left = Integer.parseInt(cells[6]);
                lines.computeIfAbsent(String.join(" ", cells[2], cells[3], cells[4]), _ -> new ArrayList<>())
                        .add(new Word(cells[11].strip(), left, Integer.parseInt(cells[7]), left + Integer.parseInt(cells[8]), Integer.parseInt(cells[9]),
                                Double.parseDouble(cells[10])));
            }
        });
        return new RecognisedPage(List.copyOf(lines.values()));
    }

    /** Whether it is a page of text and not some signs that a drawing or a face was taken for. */
    boolean isText() {
        return sure(Character::isLetterOrDigit) >= ENOUGH;
    }

    /** Whether there are at least 20 Chinese characters that Tesseract is sure of. */
    boolean isChineseText() {
        return sure(RecognisedPage::isChinese) >= ENOUGH;
    }

    private long sure(Predicate<Integer> counts) {
        return lines.stream().flatMap(List::stream).filter(Word::isSure).flatMapToInt(word -> word.text().codePoints())
                .filter(counts::test).count();
    }

    private static boolean isChinese(int sign) {
        return UnicodeScript.of(sign) == UnicodeScript.HAN;
    }

    /** A paragraph a line. Of a page of text all words, lest a number is lost; of any other those that are sure. */
    List<Block> blocks() {
        boolean all = isText();
        return lines.stream().map(line -> line.stream().filter(word -> all || word.isSure()).toList())
                .filter(line -> !line.isEmpty()).<Block>map(line -> new Paragraph(joined(line))).toList();
    }

    /** Chinese is written without spaces, whatever Tesseract puts between its words. */
    private static String joined(List<Word> line) {
        var text = new StringBuilder();
        int right = 0;
        for (var word : line) {
            boolean apart = text.length() > 0 && word.left() - right > word.height() / 4
                    && word.text().codePointAt(0) < 0x2e80 && text.codePointBefore(text.length()) < 0x2e80;
            text.append(apart ? " " : "").append(word.text());
            right = word.right();
        }
        return text.toString();
    }
}
