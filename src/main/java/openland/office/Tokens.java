package openland.office;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import openland.base.Digests;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens for the officers' API: 256 random bits, good for 8 hours; only their SHA-256 is kept. */
@Component
public class Tokens {
    private static final Duration GOOD_FOR = Duration.ofHours(8);

    /** A token, shown once. */
    public record Token(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[until " + expiresAt + "]";
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final TokenStore store;
    private final Officers officers;
    private final FactorRules rules;
    private final Journal journal;
    private final InstantSource time;

    Tokens(TokenStore store, Officers officers, FactorRules rules, Journal journal, InstantSource time) {
        this.store = store;
        this.officers = officers;
        this.rules = rules;
        this.journal = journal;
        this.time = time;
    }

    /** A new token for an officer who has just proved to be one. @param strong whether with a second factor */
    @Transactional
    public Token issue(Officer officer, boolean strong) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        store.add(hash(token), new TokenStore.Owner(officer.id(), strong), now, now.plus(GOOD_FOR));
        journal.record(new Act("office.token-issued", officer.id(), officer.office(), officer.id().toString()));
        return new Token(token, now.plus(GOOD_FOR));
    }

    /**
     * Whose token it is; empty when it is unknown, revoked or too old, the account is closed, or his posts demand a second
     * factor and none was given.
     */
    public Optional<Officer> officer(String token) {
        return store.owner(hash(token), time.instant()).flatMap(owner -> officers.byId(owner.officer())
                .filter(officer -> owner.strong() || !rules.isDemandedOf(officer)));
    }

    /** Makes {@code token} worthless. */
    @Transactional
    public void revoke(String token, Officer officer) {
        store.end(hash(token));
        journal.record(new Act("office.token-revoked", officer.id(), officer.office(), officer.id().toString()));
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
