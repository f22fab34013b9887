package openland.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import openland.base.database.CannotStart;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the client's address from {@code X-Forwarded-For} when, and only when, a trusted proxy sent the request: the last
 * address in it that is no trusted proxy itself. What stands before that one is the client's own word and counts for nothing.
 */
final class ClientAddress extends OncePerRequestFilter {
    private static final String HEADER = "X-Forwarded-For";

    private final List<IpAddressMatcher> proxies;

    /** @param proxies addresses or networks (10.0.0.0/8); usually none. @throws CannotStart when one is neither */
    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(String::strip).filter(proxy -> !proxy.isEmpty()).map(ClientAddress::matcher).toList();
    }

    private static IpAddressMatcher matcher(String proxy) {
        try {
            return new IpAddressMatcher(proxy);
        } catch (RuntimeException e) {
            throw new CannotStart("OPENLAND_TRUSTED_PROXIES names “" + proxy + "”, which is no address.",
                    "Write addresses or networks with commas between them, such as 127.0.0.1,10.1.0.0/16.", e);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var peer = request.getRemoteAddr();
        chain.doFilter(isTrusted(peer) ? new Forwarded(request, told(peer, request)) : request, response);
    }

    /** What the proxies tell, from the nearest on; an unreadable word ends it at the proxy that passed it on. */
    private String told(String peer, HttpServletRequest request) {
        var told = List.of(String.join(",", Collections.list(request.getHeaders(HEADER))).split(",")).reversed();
        var last = peer;
        for (var word : told) {
            var address = literal(word.strip());
            if (address.isEmpty()) {
                return last;
            }
            last = address.get();
            if (!isTrusted(last)) {
                return last;
            }
        }
        return last;
    }

    private boolean isTrusted(String address) {
        return literal(address).filter(known -> proxies.stream().anyMatch(proxy -> proxy.matches(known))).isPresent();
    }

    private static Optional<String> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getHostAddress()).filter(address -> !address.contains("%"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String address;

        Forwarded(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }
    }
}
