package openland.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import openland.office.Officer;
import openland.office.Officers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** A session holds the officer's id and nothing else; who that is, and what he may do, is read anew at each request. */
@Component
class Sessions implements SecurityContextRepository {
    private static final String OFFICER = "officer";

    private final Officers officers;

    Sessions(Officers officers) {
        this.officers = officers;
    }

    /** Begins a session with an id of its own; what the browser had before is dead. */
    void begin(Officer officer, HttpServletRequest request) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(OFFICER, officer.id().toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, officer.id().toString());
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
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

    private Optional<Officer> officer(HttpServletRequest request) {
        var id = officerId(request);
        return id == null ? Optional.empty() : officers.byId(UUID.fromString(id));
    }

    private static @Nullable String officerId(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(OFFICER);
    }
}
