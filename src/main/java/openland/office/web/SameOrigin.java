package openland.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import openland.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a page of another site (or of no site, {@code Origin: null}) makes a browser send in order to change something. */
final class SameOrigin extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final String authority;

    SameOrigin(URI publicAddress) {
        this.authority = String.valueOf(publicAddress.getAuthority());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader("Origin");
        if (origin == null || SAFE.contains(request.getMethod()) || isOurs(origin, request.getHeader("Host"))) {
            chain.doFilter(request, response);
        } else {
            Refusing.refuse(Refusal.forbidden("请求来自另一个网站，已拒绝。请从本站页面办理。"), request, response);
        }
    }

    private boolean isOurs(String origin, @Nullable String host) {
        var sender = origin.replaceFirst("^https?://", "");
        return !sender.equals(origin) && (sender.equalsIgnoreCase(authority) || sender.equalsIgnoreCase(host));
    }
}
