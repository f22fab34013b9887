package openland.form;

import java.util.List;

/**
 * A text as it would be kept after somebody pasted it or took it from a file.
 *
 * @param html    clean: what stands here is what would be published
 * @param notices what was not taken along, in Chinese sentences
 */
public record PastedText(String html, List<String> notices) {
    public PastedText {
        notices = List.copyOf(notices);
    }

    /** Cleans plain text or any HTML, also from the clipboards of Word and WPS; in time that grows with its length only. */
    public static PastedText of(String text) {
        return RichText.pasted(text);
    }

    /** The words: a line for each paragraph, a tab between the cells of a row. */
    public String text() {
        return RichText.text(html);
    }
}
