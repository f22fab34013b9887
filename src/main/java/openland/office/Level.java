package openland.office;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four levels (部省市县). */
public enum Level {
    MINISTRY("部"), PROVINCE("省"), CITY("市"), COUNTY("县");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name outside: lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }

    boolean isAbove(Level other) {
        return compareTo(other) < 0;
    }
}
