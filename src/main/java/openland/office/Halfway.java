package openland.office;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who has shown who he is, and what is still asked of him before he is signed in.
 *
 * @param proof how he has shown it
 * @param next  empty when nothing is asked any more
 */
public record Halfway(Officer officer, Proof proof, Optional<Step> next) {
    /**
     * How somebody has shown who he is.
     *
     * @param means  {@link #BY_PASSWORD} or {@link #BY_PROVIDER}
     * @param strong whether a second factor was given as well
     * @param link   the identity of a provider that he takes up as his own with this sign-in
     */
    public record Proof(String means, boolean strong, Optional<UUID> link) {
        public static final String BY_PASSWORD = "password";
        public static final String BY_PROVIDER = "oidc";

        static Proof byPassword() {
            return new Proof(BY_PASSWORD, false, Optional.empty());
        }

        static Proof byProvider(boolean strong) {
            return new Proof(BY_PROVIDER, strong, Optional.empty());
        }

        /** The same with a second factor. */
        public Proof withSecondFactor() {
            return new Proof(means, true, link);
        }

        Proof taking(UUID identity) {
            return new Proof(means, strong, Optional.of(identity));
        }
    }

    /** Under which name a session of somebody who is not signed in yet is kept, so that it ends with his others. */
    public static String principal(UUID officer) {
        return "halfway " + officer;
    }
}
