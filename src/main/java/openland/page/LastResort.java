package openland.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches what filters and templates throw before the container does, which would log it a second time. A template is
 * rendered whole before it is sent, so nothing of it has gone out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LastResort extends OncePerRequestFilter {
    /** What the security filters do not let in, such as {@code //} or an encoded slash, comes here like any other error. */
    @Bean
    static RequestRejectedHandler firewall() {
        return new DefaultRequestRejectedHandler();
    }

    /** Spring's own reading of a list where one type belongs ends in an index out of bounds. */
    private static void mustBeReadable(@Nullable String type) {
        try {
            if (type != null && !type.isBlank()) {
                MediaType.parseMediaType(type);
            }
        } catch (RuntimeException e) {
            throw new InvalidMediaTypeException(type, "unreadable");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            mustBeReadable(request.getContentType());
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e instanceof ServletException wrapped
                    && wrapped.getRootCause() != null ? wrapped.getRootCause() : e);
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            request.getRequestDispatcher("/error").forward(request, response);
        }
    }
}
