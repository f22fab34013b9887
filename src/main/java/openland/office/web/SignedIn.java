package openland.office.web;

import java.util.List;
import java.util.Optional;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An officer as Spring Security sees one. It carries no authorities: permission is asked for at the act. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Officer officer;

    SignedIn(Officer officer) {
        super(List.of());
        this.officer = officer;
        setAuthenticated(true);
    }

    /** Who made the request of this thread. */
    static Optional<Officer> officer() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.officer)
                : Optional.empty();
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }

    @Override
    public String getName() {
        return officer.id().toString();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && officer.equals(signedIn.officer);
    }

    @Override
    public int hashCode() {
        return officer.hashCode();
    }
}
