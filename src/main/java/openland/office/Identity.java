package openland.office;

import java.net.URI;

/**
 * Who an identity provider says somebody is.
 *
 * @param subject the provider's own key for the person, which never changes hands
 * @param name    what to call him, only to be shown: nobody is recognised by it
 * @param strong  whether the provider asserts a second factor
 */
public record Identity(URI issuer, String subject, String name, boolean strong) {}
