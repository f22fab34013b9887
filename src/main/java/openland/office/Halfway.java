package openland.office;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who has shown who he is, and what is still asked of him before he is signed in.
 *
 * @param means  by which: {@link #BY_PASSWORD} or {@link #BY_PROVIDER}
 * @param strong whether a second factor was given as well
 * @param next   empty when nothing is asked any more
 */
public record Halfway(Officer officer, String means, boolean strong, Optional<Step> next) {
    public static final String BY_PASSWORD = "password";
    public static final String BY_PROVIDER = "oidc";

    /** Under which name a session of somebody who is not signed in yet is kept, so that it ends with his others. */
    public static String principal(UUID officer) {
        return "halfway " + officer;
    }
}
