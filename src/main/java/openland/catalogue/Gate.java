package openland.catalogue;

import java.util.Set;

/**
 * What must be done before an act (前置条件).
 *
 * @param act   the act that is refused without it: {@code publish}, {@code reply}, {@code next-stage}
 * @param items the items whose publication waits for it; empty for all
 * @param asks  what the gate depends on, as a question to the officer; empty when it always holds
 * @param by    {@code record}: somebody writes down that it was done; any other name is a fact that the program sees for itself
 */
public record Gate(String act, Set<String> items, String asks, String by) {
    /** Somebody writes down that it was done. */
    public static final String RECORD = "record";

    public Gate {
        items = Set.copyOf(items);
    }

    /** Whether it stands before this act on a piece of the item. */
    public boolean isBefore(String anAct, String item) {
        return act.equals(anAct) && (items.isEmpty() || items.contains(item));
    }

    /** True when it holds only where the officer says that it does. */
    public boolean isConditional() {
        return !asks.isEmpty();
    }
}
