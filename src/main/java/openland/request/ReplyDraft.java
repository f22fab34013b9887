package openland.request;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What is to be answered, before it is signed.
 *
 * @param type       R01 to R19, or R22
 * @param choice     one of the type's choices, when it has any
 * @param stated     what the letter says besides its set words
 * @param body       the formal text as edited, a paragraph a line; blank: the set words
 * @param enclosures papers of role RELEASED that go with it
 * @param override   why it is disclosed although a third party refused (第十五条、第三十二条: 对公共利益造成重大影响); empty otherwise
 */
public record ReplyDraft(String type, @Nullable String choice, Map<Stated, String> stated, String body, List<UUID> enclosures, String override) {
    public ReplyDraft {
        var copy = new EnumMap<Stated, String>(Stated.class);
        copy.putAll(stated);
        copy.values().removeIf(String::isBlank);
        stated = Map.copyOf(copy);
        enclosures = List.copyOf(enclosures);
        override = Wording.text(override, "公共利益的理由", 1000);
    }

    /** Without edited text, enclosures or an override. */
    public static ReplyDraft of(String type, @Nullable String choice, Map<Stated, String> stated) {
        return new ReplyDraft(type, choice, stated, "", List.of(), "");
    }
}
