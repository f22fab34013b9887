package openland.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import openland.base.Digests;
import openland.base.Time;
import openland.portal.PageCache;
import openland.portal.PageCache.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers public pages from the cache, with an entity tag; everything else goes through. It runs inside the security filters. */
@Component
class CachedPages extends OncePerRequestFilter {
    private static final Pattern CACHED = Pattern.compile(
            "/|/catalogue(/[^/]+)?|/offices(/[^/]+)?|/ledger|/api/v1/(disclosures|catalogue|offices)(/[^/]+)?"
            + "|/disclosures/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(/editions/\\d{1,6}(/canonical)?)?");
    private static final Pattern PIECE = Pattern.compile("/(?:api/v1/)?disclosures/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}).*");
    private static final int LONGEST_QUERY = 200;

    private final PageCache cache;
    private final InstantSource time;

    CachedPages(PageCache cache, InstantSource time) {
        this.cache = cache;
        this.time = time;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return !"GET".equals(request.getMethod()) || !CACHED.matcher(request.getRequestURI()).matches()
                || query != null && query.length() > LONGEST_QUERY || request.getHeader("Authorization") != null
                || cookie(request, "SESSION") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = keyOf(request);
        var kept = cache.find(key);
        var page = kept.isPresent() ? kept.get() : rendered(key, request, response, chain);
        if (page != null) {
            send(page, request, response);
        }
    }

    /** Renders and keeps it; null when the answer was not a page to keep and has been sent already. */
    private @Nullable Page rendered(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = cache.generation();
        var wrapped = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, wrapped);
        if (wrapped.getStatus() != HttpServletResponse.SC_OK || wrapped.getContentType() == null) {
            wrapped.copyBodyToResponse();
            return null;
        }
        var body = wrapped.getContentAsByteArray();
        var page = new Page(wrapped.getContentType(), body, gzip(body),
                "W/\"" + Digests.hex(Digests.sha256(body)).substring(0, 32) + "\"", pieceOf(request));
        cache.keep(key, page, begun);
        return page;
    }

    private static void send(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", page.tag());
        response.setHeader("Cache-Control", "no-cache");   // a tombstone wins over every kept byte, also the browser's
        response.setHeader("Vary", "Accept-Encoding, Cookie");
        if (page.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var accepts = request.getHeader("Accept-Encoding");
        boolean gzip = accepts != null && accepts.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var body = gzip ? page.gzip() : page.body();
        response.setContentType(page.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String keyOf(HttpServletRequest request) {
        return String.join(" ", request.getRequestURI(), String.valueOf(request.getQueryString()),
                String.valueOf(cookie(request, "theme")), String.valueOf(cookie(request, "care")),
                Time.dateOf(time.instant()).toString());
    }

    private static @Nullable UUID pieceOf(HttpServletRequest request) {
        var piece = PIECE.matcher(request.getRequestURI());
        return piece.matches() ? UUID.fromString(piece.group(1)) : null;
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null ? null : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name)).map(c -> c.getValue()).findFirst().orElse(null);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
