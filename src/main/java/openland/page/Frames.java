package openland.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import openland.base.Time;
import openland.page.Frame.Desk;
import openland.page.Frame.Site;
import openland.page.Frame.Token;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Makes the frame of a page from the request. */
@Component
public class Frames {
    private static final Logger log = LoggerFactory.getLogger(Frames.class);

    private final ObjectProvider<SiteSource> sites;
    private final ObjectProvider<DeskSource> desks;
    private final ResourceUrlProvider resources;
    private final InstantSource time;
    private volatile Site known = new Site("", false);

    Frames(ObjectProvider<SiteSource> sites, ObjectProvider<DeskSource> desks, ResourceUrlProvider resources, InstantSource time) {
        this.sites = sites;
        this.desks = desks;
        this.resources = resources;
        this.time = time;
    }

    public Frame of(HttpServletRequest request) {
        var path = pathOf(request);
        return new Frame(site(), path, Switches.hrefOf(path, request.getQueryString()),
                Switches.theme(request), Switches.care(request), Dates.weekday(Time.dateOf(time.instant())),
                this::resource, path.startsWith("/desk") ? desk() : null, () -> token(request));
    }

    /** Its address with the digest of its content. */
    private String resource(String name) {
        var address = resources.getForLookupPath(name);
        return address == null ? name : address;
    }

    /** Who it was before, while the database is away: the page that says so must not fail for the same reason. */
    private Site site() {
        try {
            sites.ifAvailable(source -> known = source.site());
        } catch (DataAccessException | TransactionException e) {
            log.debug("The owner of the site is not known now", e);
        }
        return known;
    }

    private @Nullable Desk desk() {
        var source = desks.getIfAvailable();
        try {
            return source == null ? null : source.desk().orElse(null);
        } catch (DataAccessException | TransactionException e) {
            log.debug("The officer is not known now", e);
            return null;
        }
    }

    /** A link to a path that begins with two slashes would lead to another host. */
    private static String pathOf(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Switches.here(original instanceof String uri ? uri : request.getRequestURI());
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
