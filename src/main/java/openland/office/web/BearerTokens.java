package openland.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Tokens;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the officer by {@code Authorization: Bearer …}. A token that is no longer good is refused even where none is needed. */
final class BearerTokens extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final Tokens tokens;

    BearerTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The token of the request, if there is one. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = of(request);
        var officer = token.flatMap(tokens::officer);
        if (token.isPresent() && officer.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            Refusing.refuse(new Refusal(Reason.NOT_SIGNED_IN, "令牌无效或已过期，请用POST /api/v1/tokens重新取得。"), request, response);
            return;
        }
        officer.ifPresent(found -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(found));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
