package openland.demo;

import java.util.Map;
import java.util.Objects;
import openland.office.Officer;
import openland.office.Officers;
import org.springframework.stereotype.Component;

/** Finds the officers of the demonstration by their names, which {@link DemoOffices} gives: a post, and the level of the office. */
@Component
class DemoOfficers {
    private static final Map<String, String> SUFFIX = Map.of(DemoOffices.COUNTY, "", DemoOffices.CITY, "-city",
            DemoOffices.PROVINCE, "-province", DemoOffices.MINISTRY, "-ministry");

    private final Officers officers;

    DemoOfficers(Officers officers) {
        this.officers = officers;
    }

    /** What the names of an office's officers end in. @param code of the office */
    static String suffix(String code) {
        return Objects.requireNonNull(SUFFIX.get(code), "an office without officers");
    }

    Officer named(String name) {
        return officers.byName(name).orElseThrow(() -> new IllegalStateException("No demonstration officer " + name));
    }

    /** Who holds that post at the office. */
    Officer of(String post, String code) {
        return named(post + suffix(code));
    }
}
