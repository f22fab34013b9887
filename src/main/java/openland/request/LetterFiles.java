package openland.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import openland.files.PaperPdf;
import org.springframework.stereotype.Component;

/**
 * A letter as a file. The three say the same words; none tells an author, a program or a time of its making, and PDF and
 * OFD of the same letter are the same bytes each time.
 */
@Component
public class LetterFiles {
    LetterFiles() {}

    /** Word, to be finished by hand. A rare sign stays what it is: whether it is shown is a matter of the typefaces there. */
    public byte[] docx(Letter letter) {
        try {
            return LetterWord.bytes(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PDF with its typeface; a sign that the typeface lacks is printed as its number, 〔U+1F600〕. */
    public byte[] pdf(Letter letter) {
        return PaperPdf.bytes(LetterPaper.pdf().page(letter));
    }

    /** OFD (GB/T 33190) with its typeface; the pages are those of the PDF. */
    public byte[] ofd(Letter letter) {
        try {
            return LetterOfd.bytes(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
