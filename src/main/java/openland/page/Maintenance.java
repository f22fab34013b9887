package openland.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While there is a file {@code maintenance} in the folder of the files, everybody, officers too, is answered 503 with the
 * words in it; all processes that share the folder at once. Health and what a page is drawn with are still served.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class Maintenance extends OncePerRequestFilter {
    private static final String SENTENCE = "网站正在维护，请过一会儿再来。已经公开的信息都在。";
    private static final String SECONDS = "300";
    private static final int LONGEST = 300;

    private final Path notice;

    Maintenance(@Value("${openland.files}") Path files) {
        notice = files.resolve("maintenance");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/actuator/health") || path.matches("/(openland|favicon)[^/]*") || !Files.exists(notice);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        throw new Refusal(Reason.UNAVAILABLE, sentence());
    }

    private String sentence() {
        try {
            var words = Files.readString(notice).strip();
            return words.isEmpty() ? SENTENCE : words.substring(0, Math.min(words.length(), LONGEST));
        } catch (IOException e) {   // unreadable, not UTF-8, or just taken away: closed all the same
            return SENTENCE;
        }
    }
}
