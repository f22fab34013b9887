package openland.files;

import java.util.List;

/**
 * The copy of a file that was treated so that a part of it can be given (区分处理).
 *
 * @param file  what goes out: pictures of the pages with the marks painted on, or a table with other cells
 * @param text  the same to be read without eyes, each mark said in words; the copy itself where it is a table
 * @param left  hidden words that are still to be read elsewhere in the copy; to be looked at before it goes out
 * @param marks how many areas or cells are covered
 * @param recognised whether the areas that are painted over were also read by the program that reads pictures
 */
public record Redacted(StoredFile file, StoredFile text, List<Left> left, int marks, boolean recognised) {
    /** A word that was hidden in one place and stands in another. @param places as people say them: 第3页 */
    public record Left(String word, List<String> places) {}
}
