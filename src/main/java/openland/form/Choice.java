package openland.form;

import java.util.List;

/** One of the values a field offers: kept by its code, shown by its label, and read by either or by an alias. */
public record Choice(String code, String label, List<String> aliases) {
    public Choice {
        aliases = List.copyOf(aliases);
    }

    public Choice(String code, String label) {
        this(code, label, List.of());
    }

    boolean isCalled(String text) {
        return code.equals(text) || label.equals(text) || aliases.contains(text);
    }
}
