package openland.office;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;

/**
 * Tells whether somebody is the officer of a name. Five failures of one name lock that name for 15 minutes, known or not;
 * a hundred failures from one address make it wait likewise. A known and an unknown name get the same answer in the same time.
 */
@Component
public class SigningIn {
    private static final int TRIES_OF_A_NAME = 5;
    private static final int TRIES_OF_AN_ADDRESS = 100;

    private final OfficerStore store;
    private final Officers officers;
    private final Attempts attempts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final FactorRules rules;
    private final IdentityStore identities;
    private final Journal journal;
    private final InstantSource time;

    SigningIn(OfficerStore store, Officers officers, Attempts attempts, Passwords passwords, SecondFactors factors, FactorRules rules,
            IdentityStore identities, Journal journal, InstantSource time) {
        this.store = store;
        this.officers = officers;
        this.attempts = attempts;
        this.passwords = passwords;
        this.factors = factors;
        this.rules = rules;
        this.identities = identities;
        this.journal = journal;
        this.time = time;
    }

    /**
     * The officer of {@code name} if {@code password} is right. He is signed in when no step is missing and {@link #finish} is called.
     *
     * @param address of the client: of the socket, or as a trusted proxy tells it
     * @throws Refusal NOT_SIGNED_IN when it is not, TOO_MANY (with the time to wait) after too many failures
     */
    public Halfway signIn(String name, String password, String address) {
        var login = name.strip().toLowerCase(Locale.ROOT);
        var nameKey = "name " + login;
        var addressKey = "address " + Network.of(address);
        int tries = count(nameKey, addressKey);
        var known = store.credentials(login);
        if (!isRight(known, password)) {
            journal.recordAlone(new Act(tries == TRIES_OF_A_NAME ? "office.sign-in-locked" : "office.sign-in-refused", null,
                    known.map(OfficerStore.Credentials::office).orElse(null),
                    known.map(officer -> officer.id().toString()).orElse("unknown"), Map.of("address", address, "try", tries)));
            throw new Refusal(Reason.NOT_SIGNED_IN, "用户名或密码不正确。连续输错5次后，该用户名将锁定15分钟。");
        }
        attempts.forget(nameKey);
        attempts.giveBack(addressKey);
        if (known.orElseThrow().kind() == PasswordKind.HELD) {
            throw new Refusal(Reason.NOT_SIGNED_IN, "您的密码已由系统管理员重置，还须安全保密管理员放行才能登录，请与他联系。");
        }
        return halfway(known.flatMap(found -> officers.byId(found.id())).orElseThrow(), Halfway.Proof.byPassword());
    }

    /** Takes the code that was missing. @throws Refusal NOT_SIGNED_IN on a wrong one, TOO_MANY after five */
    public Halfway withCode(Halfway somebody, String code, String address) {
        factors.check(somebody.officer(), code, address);
        return halfway(somebody.officer(), somebody.proof().withSecondFactor());
    }

    /** Where an officer stands now who has come as far as that; the account is read anew. @throws Refusal when it is closed */
    public Halfway halfway(Officer known, Halfway.Proof proof) {
        var officer = officers.byId(known.id()).orElseThrow(() -> new Refusal(Reason.NOT_SIGNED_IN, "该账号已停用。"));
        return new Halfway(officer, proof, next(officer, proof));
    }

    /**
     * Keeps that the officer is signed in now, and what he has taken up with it.
     *
     * @throws IllegalStateException while a step is missing
     */
    public Officer finish(Halfway somebody, String address) {
        if (somebody.next().isPresent()) {
            throw new IllegalStateException("Not signed in yet: " + somebody.next().get());
        }
        var officer = somebody.officer();
        var proof = somebody.proof();
        journal.recordAlone(new Act("office.signed-in", officer.id(), officer.office(), officer.id().toString(),
                Map.of("address", address, "means", proof.means(), "strong", proof.strong())));
        proof.link().filter(identity -> identities.takeUp(identity, officer.id(), time.instant())).ifPresent(identity -> journal.recordAlone(
                new Act("office.identity-taken-up", officer.id(), officer.office(), officer.id().toString(), Map.of("identity", identity))));
        return officer;
    }

    private Optional<Step> next(Officer officer, Halfway.Proof proof) {
        var account = officers.account(officer.id()).orElseThrow();
        if (account.secondFactor() && !proof.strong()) {
            return Optional.of(Step.CODE);
        }
        if (account.password() != PasswordKind.OWN && proof.means().equals(Halfway.Proof.BY_PASSWORD)) {
            return Optional.of(Step.PASSWORD);
        }
        return proof.strong() || !rules.isDemandedOf(officer) ? Optional.empty() : Optional.of(Step.ENROL);
    }

    private int count(String nameKey, String addressKey) {
        var now = time.instant();
        if (attempts.take(addressKey, TRIES_OF_AN_ADDRESS, now) > TRIES_OF_AN_ADDRESS) {
            throw new TooManyTries("来自您网络地址的登录失败次数过多，请15分钟后再试。", Attempts.WINDOW);
        }
        int tries = attempts.take(nameKey, TRIES_OF_A_NAME, now);
        if (tries == 1) {
            attempts.forgetExpired(now);
        }
        if (tries > TRIES_OF_A_NAME) {
            throw new TooManyTries("该用户名连续登录失败，已锁定，请15分钟后再试。", Attempts.WINDOW);
        }
        return tries;
    }

    private boolean isRight(Optional<OfficerStore.Credentials> known, String password) {
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return false;
        }
        return passwords.match(password, known.get().passwordHash()) && known.get().active();
    }
}
