package openland.files.fixed;

import java.nio.file.Files;

/** A letter with a name and a telephone number in it, and what a program reads on the pictures of a PDF. */
public final class Letters {
    public static final String NAME = RedactionSamples.NAME;
    public static final String PHONE = RedactionSamples.PHONE;

    private Letters() {}

    public static byte[] letter() throws Exception {
        return RedactionSamples.letter();
    }

    /** Empty without Tesseract. */
    public static String read(byte[] pdf) throws Exception {
        var file = Files.createTempFile("letter", ".pdf");
        try {
            Files.write(file, pdf);
            return new PdfFormat(new Recognising()).read(file, "application/pdf").text();
        } finally {
            Files.delete(file);
        }
    }
}
