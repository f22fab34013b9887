package openland.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Network;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses whoever asks more often than {@link Limit} says. What cannot be counted is not let through. */
final class RateLimits extends OncePerRequestFilter {
    private final Buckets buckets;

    RateLimits(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        response.setHeader("Retry-After", Long.toString(seconds));
        Refusing.refuse(new Refusal(Reason.TOO_MANY, "来自您网络地址的请求太频繁，请" + seconds + "秒后再试。"), request, response);
    }

    private Duration wait(HttpServletRequest request) {
        var network = Network.of(request.getRemoteAddr());
        var limit = Limit.of(request.getMethod(), request.getServletPath());
        var wait = buckets.take(Limit.ANYTHING, network);
        return limit == Limit.ANYTHING || !wait.isZero() ? wait : buckets.take(limit, network);
    }
}
