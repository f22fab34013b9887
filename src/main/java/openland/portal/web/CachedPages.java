package openland.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import openland.base.Digests;
import openland.base.Time;
import openland.portal.PageCache;
import openland.portal.PageCache.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers public pages from the cache, with an entity tag; everything else goes through, and so does whoever shows a
 * session or a token. It runs inside the security filters.
 */
@Component
class CachedPages extends OncePerRequestFilter {
    private static final String UUID_PATH = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern CACHED = Pattern.compile(
            "/|/catalogue(/[^/]+)?|/offices(/[^/]+)?|/ledger|/api/v1/(disclosures|catalogue|offices)(/[^/]+)?"
            + "|/disclosures/" + UUID_PATH + "(/changes|/editions/\\d{1,6}(/canonical|/files/[0-9a-f]{64}/view)?)?");
    private static final Pattern PIECE = Pattern.compile("/(?:api/v1/)?disclosures/(" + UUID_PATH + ").*");
    private static final Set<Integer> KEPT = Set.of(HttpServletResponse.SC_OK, HttpServletResponse.SC_GONE);
    private static final Set<String> SESSIONS = Set.of("openland", "__Host-openland");
    private static final Set<String> LOOKS = Set.of("theme=dark", "theme=light", "care=1");
    private static final int LONGEST = 250;

    private final PageCache cache;
    private final InstantSource time;

    CachedPages(PageCache cache, InstantSource time) {
        this.cache = cache;
        this.time = time;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isRead(request) || !CACHED.matcher(request.getRequestURI()).matches()
                || isLong(request.getQueryString()) || isLong(request.getHeader("Accept"))
                || request.getHeader("Authorization") != null
                || cookies(request).anyMatch(cookie -> SESSIONS.contains(cookie.getName()));
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
        if (!mayBeKept(wrapped) || !"GET".equals(request.getMethod())) {
            wrapped.copyBodyToResponse();
            return null;
        }
        var body = wrapped.getContentAsByteArray();
        var page = new Page(wrapped.getStatus(), wrapped.getContentType(), body, gzip(body),
                "W/\"" + Digests.hex(Digests.sha256(body)).substring(0, 32) + "\"", pieceOf(request));
        cache.keep(key, page, begun);
        return page;
    }

    private static boolean mayBeKept(HttpServletResponse response) {
        var control = response.getHeader("Cache-Control");
        return KEPT.contains(response.getStatus()) && response.getContentType() != null
                && response.getHeader("Set-Cookie") == null && (control == null || !control.contains("no-store"));
    }

    private static void send(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", page.tag());
        response.setHeader("Cache-Control", "no-cache");   // a tombstone wins over every kept byte, also the browser's
        response.setHeader("Vary", "Accept, Accept-Encoding, Cookie");
        var known = request.getHeader("If-None-Match");
        if (page.status() == HttpServletResponse.SC_OK && known != null && known.contains(page.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(page.status());
        response.setContentType(page.contentType());
        var accepts = request.getHeader("Accept-Encoding");
        boolean gzip = accepts != null && accepts.contains("gzip");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var body = gzip ? page.gzip() : page.body();
        response.setContentLength(body.length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** All that the answer depends on: address, look, the date, which stands on each page, and a program's wish of a form. */
    private String keyOf(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : Stream.of(request.getQueryString().split("&")).sorted()
                .collect(Collectors.joining("&"));
        var look = cookies(request).map(cookie -> cookie.getName() + "=" + cookie.getValue()).filter(LOOKS::contains)
                .sorted().collect(Collectors.joining("&"));
        var form = request.getRequestURI().startsWith("/api/") ? String.valueOf(request.getHeader("Accept")) : "";
        return String.join(" ", request.getRequestURI(), query, look, Time.dateOf(time.instant()).toString(), form);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static @Nullable UUID pieceOf(HttpServletRequest request) {
        var piece = PIECE.matcher(request.getRequestURI());
        return piece.matches() ? UUID.fromString(piece.group(1)) : null;
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Stream.of(request.getCookies());
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
