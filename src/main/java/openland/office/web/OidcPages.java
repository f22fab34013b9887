package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.office.Linking;
import openland.office.Linking.Arrival;
import openland.office.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in by the identity provider: authorization code with PKCE, state and nonce. A link leads there, not a form, because the
 * content security policy lets no form leave this site. What was sent is kept in the session and good once, for ten minutes.
 */
@Controller
@RequestMapping("/login")
class OidcPages {
    private static final String SENT = "oidc";
    private static final String OFFERED = "oidc.offered";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final IdentityProvider provider;
    private final Linking linking;
    private final Sessions sessions;
    private final Door door;
    private final InstantSource time;

    OidcPages(OidcSettings settings, IdentityProvider provider, Linking linking, Sessions sessions, Door door, InstantSource time) {
        this.settings = settings;
        this.provider = provider;
        this.linking = linking;
        this.sessions = sessions;
        this.door = door;
        this.time = time;
    }

    @GetMapping("/oidc")
    ModelAndView leave(@RequestParam(defaultValue = Door.DESK) String to, HttpServletRequest request) {
        mustBeSet();
        try {
            var resolver = new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(provider.registration()));
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            var sending = resolver.resolve(request, provider.registration().getRegistrationId());
            if (sending == null) {
                throw new IllegalStateException("No authorization request");
            }
            keep(sending, to, request.getSession(true));
            return away(sending.getAuthorizationRequestUri());
        } catch (Refusal refusal) {
            return said(refusal);
        }
    }

    @GetMapping("/oidc/callback")
    ModelAndView comeBack(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String error, HttpServletRequest request, HttpServletResponse response) {
        mustBeSet();
        try {
            var session = request.getSession(false);
            var sent = taken(session, state);
            var target = session == null ? Door.DESK : String.valueOf(session.getAttribute(SENT + ".to"));
            if (!error.isEmpty() || code.isEmpty()) {
                throw Refusal.invalid(error.equals("access_denied") ? "您在统一身份认证取消了登录。" : "统一身份认证没有通过，请重新登录。");
            }
            return arrived(linking.arrive(provider.identity(sent, code, state), request.getRemoteAddr()), target, request, response);
        } catch (Refusal refusal) {
            return said(refusal);
        }
    }

    /** The page on which somebody shows once that the account is his. */
    @GetMapping("/link")
    ModelAndView offer(HttpServletRequest request) {
        return offered(request).map(account -> page(account, null)).orElseGet(() -> Redirect.to("/login"));
    }

    @PostMapping("/link")
    ModelAndView takeUp(@RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response) {
        var account = offered(request);
        if (account.isEmpty()) {
            return Redirect.to("/login");
        }
        try {
            var session = request.getSession(false);
            var target = String.valueOf(session.getAttribute(SENT + ".to"));
            var somebody = linking.takeUp(UUID.fromString((String) session.getAttribute(OFFERED)), password, request.getRemoteAddr());
            sessions.end(request);
            return door.letIn(somebody, target, request, response);
        } catch (TooManyTries refusal) {
            response.setHeader("Retry-After", Long.toString(refusal.retryAfter().toSeconds()));
            return page(account.get(), refusal);
        } catch (Refusal refusal) {
            return page(account.get(), refusal);
        }
    }

    /** After signing out here: signing out at the provider too. */
    @GetMapping("/oidc/logout")
    ModelAndView leaveProvider() {
        mustBeSet();
        try {
            return provider.signOut().map(address -> away(UriComponentsBuilder.fromUriString(address)
                    .queryParam("client_id", "{client}").queryParam("post_logout_redirect_uri", "{back}").encode()
                    .buildAndExpand(settings.clientId(), settings.address("/login")).toUriString())).orElseGet(() -> Redirect.to("/login"));
        } catch (Refusal refusal) {
            return said(refusal);
        }
    }

    private void mustBeSet() {
        if (!settings.isSet()) {
            throw Refusal.notFound("没有这个页面。请检查网址，或从首页、搜索进入。");
        }
    }

    private ModelAndView arrived(Arrival arrival, String target, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        return switch (arrival) {
            case Arrival.Known(var somebody) -> door.letIn(somebody, target, request, response);
            case Arrival.Unknown(var mark, var name) -> {
                var page = new ModelAndView("office/unlinked", Map.of("mark", mark, "name", name, "label", settings.label()));
                page.setStatus(HttpStatus.FORBIDDEN);
                yield page;
            }
            case Arrival.Offered(var identity, var _) -> {
                var session = request.getSession(true);
                session.setAttribute(OFFERED, identity.toString());
                session.setAttribute(SENT + ".to", target);
                session.setAttribute(SENT + ".since", time.instant().toEpochMilli());
                yield Redirect.to("/login/link");
            }
        };
    }

    private Optional<String> offered(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).filter(this::isFresh)
                .flatMap(session -> Optional.ofNullable((String) session.getAttribute(OFFERED)))
                .map(UUID::fromString).flatMap(linking::offered);
    }

    private void keep(OAuth2AuthorizationRequest sending, String to, HttpSession session) {
        session.setAttribute(SENT, sending.getState());
        session.setAttribute(SENT + ".nonce", attribute(sending, "nonce"));
        session.setAttribute(SENT + ".verifier", attribute(sending, "code_verifier"));
        session.setAttribute(SENT + ".since", time.instant().toEpochMilli());
        session.setAttribute(SENT + ".to", to);
    }

    private static String attribute(OAuth2AuthorizationRequest sending, String name) {
        return String.valueOf(sending.getAttributes().get(name));
    }

    /** What this browser was sent with; it is forgotten with the first answer, right or wrong. */
    private OAuth2AuthorizationRequest taken(@Nullable HttpSession session, String state) {
        if (session == null || !isFresh(session) || !(session.getAttribute(SENT) instanceof String sent)) {
            throw Refusal.invalid("没有进行中的登录，或者已经用过、已超过10分钟。请从本站登录页重新开始。");
        }
        session.removeAttribute(SENT);
        if (!MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.invalid("登录请求与本浏览器的不一致，已拒绝。请从本站登录页重新开始。");
        }
        var registration = provider.registration();
        return OAuth2AuthorizationRequest.authorizationCode().clientId(registration.getClientId()).state(sent)
                .authorizationUri(String.valueOf(registration.getProviderDetails().getAuthorizationUri())).redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes()).attributes(Map.of("registration_id", registration.getRegistrationId(),
                        "nonce", session.getAttribute(SENT + ".nonce"), "code_verifier", session.getAttribute(SENT + ".verifier"))).build();
    }

    private boolean isFresh(HttpSession session) {
        return session.getAttribute(SENT + ".since") instanceof Long since && since > time.instant().minus(PATIENCE).toEpochMilli();
    }

    private ModelAndView said(Refusal refusal) {
        var model = new HashMap<String, @Nullable Object>(Map.of("name", "", "to", Door.DESK, "provider", settings.label(), "left", false));
        model.put("error", refusal.sentence());
        var page = new ModelAndView("office/login", model);
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    private static ModelAndView page(String account, @Nullable Refusal refusal) {
        var model = new HashMap<String, @Nullable Object>(Map.of("account", account));
        model.put("error", refusal == null ? null : refusal.sentence());
        var page = new ModelAndView("office/link", model);
        page.setStatus(HttpStatus.valueOf(refusal == null ? 200 : refusal.reason() == Reason.NOT_SIGNED_IN ? 401 : refusal.reason().status()));
        return page;
    }

    private static ModelAndView away(String address) {
        var view = new RedirectView(URI.create(address).toString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
