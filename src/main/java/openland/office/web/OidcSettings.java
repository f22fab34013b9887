package openland.office.web;

import java.net.URI;
import java.util.Set;
import openland.base.database.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which identity provider (统一身份认证) officers may come from; none when no issuer is set. */
@Component
class OidcSettings {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String claim;
    private final String strongAcr;
    private final String label;
    private final URI site;

    /** @throws CannotStart when an issuer is set that cannot be used. Nobody is asked: the provider may be down */
    OidcSettings(@Value("${openland.oidc.issuer}") String issuer, @Value("${openland.oidc.client-id}") String clientId,
            @Value("${openland.oidc.client-secret}") String clientSecret, @Value("${openland.oidc.claim}") String claim,
            @Value("${openland.oidc.acr}") String strongAcr, @Value("${openland.oidc.label}") String label,
            @Value("${openland.url}") URI site) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret.strip();
        this.claim = claim.strip();
        this.strongAcr = strongAcr.strip();
        this.label = label.isBlank() ? "统一身份认证" : label.strip();   // a properties file is read as Latin-1
        this.site = site;
        if (isSet()) {
            check();
        }
    }

    private void check() {
        URI address;
        try {
            address = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("OPENLAND_OIDC_ISSUER is “" + issuer + "”, which is no address.", "Give the provider's issuer, https://….", e);
        }
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (!safe) {
            throw new CannotStart("OPENLAND_OIDC_ISSUER is “" + issuer + "”, which is not safe from reading.", "Give an https address.");
        }
        if (clientId.isEmpty() || clientSecret.isEmpty() || claim.isEmpty()) {
            throw new CannotStart("OPENLAND_OIDC_ISSUER is set without a client.",
                    "Give OPENLAND_OIDC_CLIENT_ID and OPENLAND_OIDC_CLIENT_SECRET too, as the provider has registered them.");
        }
    }

    boolean isSet() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** The claim that is the provider's key for a person. */
    String claim() {
        return claim;
    }

    /** The value of {@code acr} that asserts a second factor; empty for none. */
    String strongAcr() {
        return strongAcr;
    }

    /** What the sign-in page calls the provider. */
    String label() {
        return label;
    }

    /** An address of our own, to which the provider sends back. */
    String address(String path) {
        return site.toString().replaceAll("/+$", "") + path;
    }
}
