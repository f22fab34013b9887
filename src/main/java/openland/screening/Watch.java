package openland.screening;

import openland.screening.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an office watches for in its texts (负面清单).
 *
 * @param id       tells it from all others
 * @param what     the word, the name of the place, the class of document, the identifier of the item; "*" for any place
 * @param metres   of a place: coordinates that tell it more exactly than this are found; null for no such rule
 * @param squareKm of a place: maps of a larger area are found, in square kilometres; null for no such rule
 * @param why      the consequence and its basis, a sentence
 * @param mayPass  whether another signer may let it pass
 */
public record Watch(String id, By by, String what, @Nullable Double metres, @Nullable Double squareKm, Severity severity,
        String why, boolean mayPass) {
    /** What it is recognised by. */
    public enum By { ITEM, TERM, PLACE, DOCUMENT_CLASS }

    boolean hasRule() {
        return metres != null || squareKm != null;
    }
}
