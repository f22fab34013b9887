package openland.search;

/**
 * A piece of text as the index sees it.
 *
 * @param text   one Chinese character, or a run of letters, or a run of digits; NFKC and lower case
 * @param start  where it begins in the text as written, for highlights
 * @param end    behind its last character there
 * @param han    whether it is a character of a script written without blanks
 * @param joined whether it follows the token before without anything but blanks between
 */
record Token(String text, int start, int end, boolean han, boolean joined) {
    /** Whether the two make a bigram. */
    boolean pairsWith(Token next) {
        return han && next.han && next.joined;
    }
}
