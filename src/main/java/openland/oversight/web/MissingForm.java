package openland.oversight.web;

import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.catalogue.Item;
import org.jspecify.annotations.Nullable;

/**
 * The form on which somebody says that something is missing, as he filled it in.
 *
 * @param given    by the names of its fields
 * @param refusal  what is wrong; empty before it was sent
 * @param problems more of it
 */
public record MissingForm(Map<String, String> given, List<Item> items, String refusal, List<Problem> problems) {
    static MissingForm of(Map<String, String> given, List<Item> items, @Nullable Refusal refusal) {
        return refusal == null ? new MissingForm(given, items, "", List.of())
                : new MissingForm(given, items, refusal.sentence(), refusal.problems());
    }

    /** What stands in a field. */
    public String value(String name) {
        return given.getOrDefault(name, "");
    }
}
