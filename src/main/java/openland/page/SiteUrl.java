package openland.page;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes absolute addresses from the configured public one, never from a request's Host header. */
@Component
public class SiteUrl {
    private final String base;

    SiteUrl(@Value("${openland.url}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** {@code path} begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** Whether the site is reached by https. */
    public boolean isSecure() {
        return base.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
