package openland.files;

/**
 * What is to be seen in a file, as HTML that was not cleaned for a page.
 *
 * @param scanned    whether there are pictures of text in it that could not be read
 * @param recognised whether words in it were recognised in pictures by this program, and may be wrong
 */
public record FileText(String html, boolean scanned, boolean recognised) {}
