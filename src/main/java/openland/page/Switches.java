package openland.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Theme and 关怀版 without script: {@code ?theme=dark|light|system} or {@code ?care=1|0} on any page sets the cookie and
 * leads back to the same page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Switches extends OncePerRequestFilter {
    private static final int YEAR = 365 * 24 * 3600;

    private final SiteUrl site;

    Switches(SiteUrl site) {
        this.site = site;
    }

    static @Nullable String theme(HttpServletRequest request) {
        var theme = Frames.cookie(request, "theme");
        return "dark".equals(theme) || "light".equals(theme) ? theme : null;
    }

    static boolean care(HttpServletRequest request) {
        return "1".equals(Frames.cookie(request, "care"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (!"GET".equals(request.getMethod()) || query == null || !isSwitch(query)) {
            chain.doFilter(request, response);
            return;
        }
        Arrays.stream(query.split("&")).forEach(part -> {
            switch (part) {
                case "theme=dark", "theme=light" -> cookie(response, "theme", part.substring(6), YEAR);
                case "theme=system" -> cookie(response, "theme", "", 0);
                case "care=1" -> cookie(response, "care", "1", YEAR);
                case "care=0" -> cookie(response, "care", "", 0);
                default -> { }
            }
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request.getRequestURI(), query));
        response.setHeader("Cache-Control", "no-store");
    }

    private static boolean isSwitch(String query) {
        return Arrays.stream(query.split("&")).anyMatch(part -> part.matches("theme=(dark|light|system)|care=[01]"));
    }

    private static String back(String path, String query) {
        var rest = without(query);
        return here(path) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** {@code path} as one of this site: what begins with two slashes would be another host. */
    static String here(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    private static String without(String query) {
        return Arrays.stream(query.split("&")).filter(part -> !part.matches("(theme|care)=.*")).collect(Collectors.joining("&"));
    }

    /** The page's own address up to where {@code theme=dark} is added. */
    static String hrefOf(String path, @Nullable String query) {
        var rest = query == null ? "" : without(query);
        return path + "?" + (rest.isEmpty() ? "" : rest + "&");
    }

    private void cookie(HttpServletResponse response, String name, String value, int seconds) {
        response.addHeader("Set-Cookie", ResponseCookie.from(name, value).path("/").maxAge(seconds).sameSite("Lax")
                .httpOnly(true).secure(site.isSecure()).build().toString());
    }
}
