package openland.drafting;

import openland.screening.Finding.Severity;

/**
 * What the program found in a draft.
 *
 * @param field    name of the field in the form
 * @param severity {@code stop}: must be changed before it can go on; {@code ask}: please look
 * @param sentence what and why, in Chinese, without repeating personal data
 */
public record DraftFinding(String field, Severity severity, String sentence) {
    /** The field that findings in an attachment have. */
    static String fieldOf(DraftFile file) {
        return "attachments/" + file.name();
    }

    /** Whether it stands beside an attachment rather than at the head of the page. */
    public boolean isInFile() {
        return field.startsWith("attachments/");
    }

    public boolean isIn(DraftFile file) {
        return field.equals(fieldOf(file));
    }

    public boolean stops() {
        return severity == Severity.STOP;
    }
}
