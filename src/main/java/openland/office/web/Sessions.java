package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import openland.office.FactorRules;
import openland.office.Halfway;
import openland.office.Halfway.Proof;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * A session holds the officer's id, and whether he gave a second factor; who that is, and what he may do, is read anew at
 * each request. The session of somebody of whom a step is still asked is another, which opens nothing but the next step.
 */
@Component
class Sessions implements SecurityContextRepository {
    private static final String OFFICER = "officer";
    private static final String STRONG = "strong";
    private static final String HALFWAY = "halfway";
    private static final String MEANS = "means";
    private static final String LINK = "link";
    private static final String SINCE = "since";
    private static final String TARGET = "target";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Officers officers;
    private final SigningIn signingIn;
    private final FactorRules rules;
    private final InstantSource time;

    Sessions(Officers officers, SigningIn signingIn, FactorRules rules, InstantSource time) {
        this.officers = officers;
        this.signingIn = signingIn;
        this.rules = rules;
        this.time = time;
    }

    /** Begins a session with an id of its own; what the browser had before is dead. */
    void begin(Officer officer, Proof proof, HttpServletRequest request) {
        var session = fresh(officer.id().toString(), request);
        session.setAttribute(OFFICER, officer.id().toString());
        session.setAttribute(STRONG, proof.strong());
        session.setAttribute(MEANS, proof.means());
    }

    /** Begins a session in which a step is still missing, good for ten minutes. @param target where to go in the end */
    void beginHalfway(Halfway somebody, String target, HttpServletRequest request) {
        var since = halfwaySession(request).map(session -> session.getAttribute(SINCE)).orElse(time.instant().toEpochMilli());
        var session = fresh(Halfway.principal(somebody.officer().id()), request);
        session.setAttribute(HALFWAY, somebody.officer().id().toString());
        session.setAttribute(STRONG, somebody.proof().strong());
        session.setAttribute(MEANS, somebody.proof().means());
        somebody.proof().link().ifPresent(identity -> session.setAttribute(LINK, identity.toString()));
        session.setAttribute(SINCE, since);
        session.setAttribute(TARGET, target);
    }

    /** Who is halfway in this browser; empty when nobody is, or it has taken too long. @throws openland.base.Refusal when the account is closed */
    Optional<Halfway> halfway(HttpServletRequest request) {
        return halfwaySession(request).flatMap(session -> officers.byId(UUID.fromString((String) session.getAttribute(HALFWAY)))
                .map(officer -> signingIn.halfway(officer, proof(session))));
    }

    private static Proof proof(HttpSession session) {
        return new Proof((String) session.getAttribute(MEANS), Boolean.TRUE.equals(session.getAttribute(STRONG)),
                Optional.ofNullable((String) session.getAttribute(LINK)).map(UUID::fromString));
    }

    /** Where somebody who is halfway wants to go. */
    String target(HttpServletRequest request) {
        return halfwaySession(request).map(session -> (String) session.getAttribute(TARGET)).orElse("/desk");
    }

    private Optional<HttpSession> halfwaySession(HttpServletRequest request) {
        var earliest = time.instant().minus(PATIENCE).toEpochMilli();
        return Optional.ofNullable(request.getSession(false)).filter(session -> session.getAttribute(HALFWAY) != null
                && session.getAttribute(SINCE) instanceof Long since && since > earliest);
    }

    private HttpSession fresh(String principal, HttpServletRequest request) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, principal);
        return session;
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** True when the officer who is signed in came from the identity provider. */
    static boolean isOfProvider(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && officerId(request) != null && Proof.BY_PROVIDER.equals(session.getAttribute(MEANS));
    }

    /** The id of the session; null when there is none. */
    static @Nullable String id(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    /** Keeps in the session of an officer who is signed in that he has given a second factor. */
    static void makeStrong(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.setAttribute(STRONG, true);
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        officer(holder.getRequest()).ifPresent(officer -> context.setAuthentication(new SignedIn(officer)));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // the session changes only at sign-in and sign-out
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return officerId(request) != null;
    }

    /** Whoever was signed in before his posts demanded a second factor is so no longer. */
    private Optional<Officer> officer(HttpServletRequest request) {
        var id = officerId(request);
        return id == null ? Optional.empty()
                : officers.byId(UUID.fromString(id)).filter(officer -> isStrong(request) || !rules.isDemandedOf(officer));
    }

    private static boolean isStrong(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(STRONG));
    }

    private static @Nullable String officerId(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(OFFICER);
    }
}
