package openland.drafting.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openland.base.Digests;
import openland.casework.Gates.Standing;
import openland.disclosure.Change;
import openland.disclosure.Projection;
import openland.drafting.DraftFile;
import openland.drafting.DraftFinding;
import openland.drafting.DraftStatus;
import openland.drafting.Move;
import openland.drafting.Remarking.Point;
import openland.form.Input;
import openland.form.Shown;
import openland.office.Office;

/**
 * Everything the page of a draft shows.
 *
 * @param bases   the catalogue's legal bases and time limits, a line each
 * @param points  what a reviewer last remarked beside fields
 * @param values  what was filled in, field by field, as officers see it
 * @param gates   what must be done first
 * @param waits   what must still be shown for a while first, in sentences
 */
public record DraftPage(DraftStatus status, String itemTitle, Office office, List<String> bases, String awaited,
        List<Remark> remarks, List<Input> inputs, List<PathStep> path, Projection preview, List<Change> changes,
        List<Deed> history, List<Attached> files, boolean mayPass, List<Marked> points, List<Shown> values,
        List<Standing> gates, Set<String> waits) {

    /** A step that was done, for people. @param marks what was said beside fields when it was sent back */
    public record Deed(String when, String who, String what, String remark, List<Marked> marks) {}

    /** A remark beside a field. @param reviewer by name */
    public record Marked(Point point, String reviewer) {}

    /** A step of the path, with those who signed at it. */
    public record PathStep(String label, boolean done, boolean now, List<Signer> signers) {
        public String names() {
            return String.join("、", signers.stream().map(Signer::name).toList());
        }
    }

    /**
     * A signature for people.
     *
     * @param name   张三, or 张三（受李四委托）
     * @param post   with the office where it is another one
     * @param when   in China, to the minute
     * @param digest of the content that was signed, in hexadecimal
     * @param remark 批语, or the word for what the signature means
     */
    public record Signer(String name, String post, String when, String digest, String remark) {}

    /**
     * An attachment.
     *
     * @param size       for people: 26 KB
     * @param readable   whether it can be opened: nothing can before it was scanned for viruses
     * @param strippable whether something hidden in it waits for an officer's word
     */
    public record Attached(DraftFile file, String format, String size, boolean readable, boolean strippable, List<Remark> findings) {}

    /** A finding for people. @param label of its field; @param by who let it pass, "" while nobody has */
    public record Remark(DraftFinding found, String label, String by) {
        public String style() {
            return found.stops() ? "stop" : found.passed() != null ? "" : "ask";
        }
    }

    public String id() {
        return status.draft().id().toString();
    }

    public String title() {
        return status.draft().title();
    }

    /** What a signature would be bound to. */
    public String digest() {
        return Digests.hex(status.draft().digest());
    }

    public String stateLabel() {
        return status.draft().state().label();
    }

    public List<Move> moves() {
        return List.copyOf(status.moves());
    }

    /** Whether anything here waits for this officer's word. */
    public boolean maySendBack() {
        return status.moves().contains(Move.SEND_BACK);
    }

    /** The fields in the order in which they are written. */
    public FormOrder order() {
        return FormOrder.of(inputs, points.stream().map(mark -> mark.point().remark().field()).collect(Collectors.toSet()));
    }

    /** What has no field of the form beside which it could stand. */
    public List<Remark> apart() {
        var shown = inputs.stream().map(input -> input.field().name()).toList();
        return remarks.stream().filter(r -> !r.found().isInFile() && !shown.contains(r.found().field())).toList();
    }

    public long stops() {
        return status.findings().stream().filter(f -> f.stops()).count();
    }

    /** The fields that are empty, by label: a reviewer may miss something there. */
    public List<Input> empty() {
        var filled = values.stream().map(Shown::name).toList();
        return inputs.stream().filter(input -> !filled.contains(input.field().name())).toList();
    }
}
