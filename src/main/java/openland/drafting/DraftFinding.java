package openland.drafting;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.screening.Finding;
import openland.screening.Finding.Kind;
import openland.screening.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What the program found in a draft.
 *
 * @param field    name of the field in the form
 * @param severity {@code stop}: must be changed before it can go on; {@code ask}: please look
 * @param sentence what and why, in Chinese, without repeating personal data
 * @param place    where in the field, in words; empty for the whole of it
 * @param kind     what it is, in words; empty where the sentence alone says it
 * @param identity what an override is bound to; empty where there can be none
 * @param mayPass  whether another signer may let it pass with a legal ground
 * @param passed   who did so, and why; null while nobody has
 */
public record DraftFinding(String field, Severity severity, String sentence, String place, String kind, String identity,
        boolean mayPass, @Nullable Passed passed) {
    private static final Set<String> LISTED = Stream.of(Kind.values()).filter(Kind::isOfList).map(Kind::label).collect(Collectors.toSet());

    DraftFinding(String field, Severity severity, String sentence) {
        this(field, severity, sentence, "", "", "", false, null);
    }

    static DraftFinding of(Finding found) {
        return new DraftFinding(found.field(), found.severity(), found.sentence(), found.place(), found.kind().label(),
                found.identity(), found.mayPass(), null);
    }

    DraftFinding passedBy(Collection<Passed> all) {
        var mine = all.stream().filter(one -> mayPass && one.finding().equals(identity)).findFirst().orElse(null);
        return new DraftFinding(field, severity, sentence, place, kind, identity, mayPass, mine);
    }

    /** Whether the office's 负面清单 says so, and not only the look of the text. */
    boolean isOnList() {
        return LISTED.contains(kind);
    }

    /** Above the sentence: 必须改：身份证号码（第2段）. */
    public String head() {
        return (passed != null ? "已放行" : stops() ? "必须改" : "请看一眼") + (kind.isEmpty() ? "" : "：" + kind) + (place.isEmpty() ? "" : "（" + place + "）");
    }

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
        return severity == Severity.STOP && passed == null;
    }
}
