package openland.office;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords: argon2id, 19 MiB, 2 passes (OWASP), as many at a time as there are processors. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobody = String.valueOf(encoder.encode("nobody has this password"));

    /** @throws Refusal when {@code password} is too short or is the sign-in name */
    String hash(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw refused("密码应为" + SHORTEST + "至" + LONGEST + "个字符。");
        }
        if (password.strip().equalsIgnoreCase(name)) {
            throw refused("密码不能与用户名相同。");
        }
        return String.valueOf(inTurn(() -> encoder.encode(password)));
    }

    boolean match(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes the time that {@link #match} takes, so that an unknown name is answered no sooner than a known one. */
    void matchNobody(String password) {
        match(password, nobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new Refusal(Reason.UNAVAILABLE, "登录人数过多，请稍后再试。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static Refusal refused(String sentence) {
        return new Refusal(Reason.INVALID, sentence, List.of(new Problem("password", sentence)));
    }
}
