package openland.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import openland.base.Time;
import openland.page.Frame.Desk;
import openland.page.Frame.Site;
import openland.page.Frame.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the frame of a page from the request. */
@Component
public class Frames {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("uuuu年M月d日　EEEE", Locale.SIMPLIFIED_CHINESE);
    private static final Site NOBODY = new Site("", false);

    private final ObjectProvider<SiteSource> sites;
    private final ObjectProvider<DeskSource> desks;
    private final ResourceUrlProvider resources;
    private final InstantSource time;

    Frames(ObjectProvider<SiteSource> sites, ObjectProvider<DeskSource> desks, ResourceUrlProvider resources, InstantSource time) {
        this.sites = sites;
        this.desks = desks;
        this.resources = resources;
        this.time = time;
    }

    public Frame of(HttpServletRequest request) {
        var path = pathOf(request);
        var source = sites.getIfAvailable();
        var css = resources.getForLookupPath("/openland.css");
        return new Frame(source == null ? NOBODY : source.site(), path, Switches.hrefOf(path, request.getQueryString()),
                Switches.theme(request), Switches.care(request), TODAY.format(Time.dateOf(time.instant())),
                css == null ? "/openland.css" : css, path.startsWith("/desk") ? desk() : null, () -> token(request));
    }

    private @Nullable Desk desk() {
        var source = desks.getIfAvailable();
        return source == null ? null : source.desk().orElse(null);
    }

    private static String pathOf(HttpServletRequest request) {
        var original = request.getAttribute("jakarta.servlet.error.request_uri");
        return original instanceof String uri ? uri : request.getRequestURI();
    }

    private static Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Token(token.getParameterName(), token.getToken()) : new Token("_csrf", "");
    }

    /** The value of a cookie, null without it. */
    static @Nullable String cookie(HttpServletRequest request, String name) {
        return request.getCookies() == null ? null : Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst().orElse(null);
    }
}
