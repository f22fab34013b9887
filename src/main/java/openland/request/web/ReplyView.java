package openland.request.web;

import java.util.List;
import java.util.UUID;
import openland.request.InformationRequest;
import openland.request.Letter;
import openland.request.Paper;
import openland.request.Stated;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a reply is written, reviewed and signed.
 *
 * @param types   those that a request of its day can be answered with
 * @param chosen  null while no type is chosen
 * @param letter  as it would be if it were signed today; null when nothing is drafted, or something is missing
 * @param missing why there is no letter; empty when there is one or nothing is drafted
 * @param steps   what this officer may do with the draft now
 * @param refusal whether a third party refused, so that the public interest has to be stated
 */
public record ReplyView(InformationRequest one, List<Sort> types, @Nullable Chosen chosen, @Nullable Letter letter, String missing, List<Signature> signatures,
        List<Step> steps, List<Paper> released, boolean refusal, boolean mayWrite, String said, String fault) {

    /** One of the 22. @param row of the statistics table, @param unverified what of it rests on texts that nobody has read */
    public record Sort(String code, String name, String row, List<String> unverified) {}

    /** The type that is written, with its fields. @param choices of which one is to be chosen; empty when there are none */
    public record Chosen(Sort type, String article, List<String> choices, String choice, List<Field> fields, String body, List<UUID> enclosures, String override) {}

    /** Something that the letter says. */
    public record Field(Stated what, String value, boolean demanded) {}

    /** Who signed the draft as it is. */
    public record Signature(String step, String by, String at, String digest) {}

    /** @param code what the form sends, @param law the sentence that belongs to it, @param remark whether it takes words, @param mustRemark whether it needs them */
    public record Step(String code, String label, String law, boolean remark, boolean mustRemark) {
        public boolean delivers() {
            return code.equals("deliver");
        }
    }

    public String action() {
        return "/desk/requests/" + one.id() + "/reply";
    }
}
