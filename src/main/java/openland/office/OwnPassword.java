package openland.office;

import java.time.InstantSource;
import openland.base.Refusal;
import org.springframework.stereotype.Component;

/** Asks an officer who is signed in for his password once more; guesses are counted as at sign-in. */
@Component
class OwnPassword {
    private static final int TRIES = 5;

    private final OfficerStore store;
    private final Passwords passwords;
    private final Attempts attempts;
    private final InstantSource time;

    OwnPassword(OfficerStore store, Passwords passwords, Attempts attempts, InstantSource time) {
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.time = time;
    }

    /** Not to be called in a transaction, which would forget the try. @throws Refusal INVALID, TOO_MANY after five wrong ones */
    void mustBe(Officer officer, String password) {
        var key = "own password " + officer.id();
        if (attempts.take(key, TRIES, time.instant()) > TRIES) {
            throw new TooManyTries("原密码连续输错，请15分钟后再试。", Attempts.WINDOW);
        }
        if (!passwords.match(password, store.credentials(officer.name()).orElseThrow().passwordHash())) {
            throw Refusal.invalid("原密码不正确。");
        }
        attempts.forget(key);
    }
}
