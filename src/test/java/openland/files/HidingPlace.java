package openland.files;

/**
 * One way in which a file can carry words that its reader does not see.
 *
 * @param name     what distinguishes it, for the test report
 * @param format   how people call the format: PDF, Word
 * @param fileName with the extension that the format has
 * @param expected what {@link Format#hidden} must call it
 * @param planting makes a file that shows something and hides the marker in this place
 */
public record HidingPlace(String name, String format, String fileName, Hidden.Kind expected, Planting planting) {
    /** Makes the file. */
    public interface Planting {
        byte[] file(String marker) throws Exception;
    }

    public byte[] file(String marker) throws Exception {
        return planting.file(marker);
    }

    @Override
    public String toString() {
        return format + ": " + name;
    }
}
