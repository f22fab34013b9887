package openland.form;

import java.util.Optional;
import java.util.stream.Stream;

/** By what the public can narrow down the list of an item. */
public enum Facet {
    /** One value of those that occur: a choice, a division, an office. */
    VALUE("value"),
    /** A stretch between two ends: an amount, an area, a day. */
    RANGE("range");

    private final String code;

    Facet(String code) {
        this.code = code;
    }

    /** The name that packs use. */
    public String code() {
        return code;
    }

    public static Optional<Facet> named(String code) {
        return Stream.of(values()).filter(facet -> facet.code.equals(code)).findFirst();
    }
}
