package openland.office;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factor of an officer (动态口令): codes of an app on his phone. He sets it up and gives it up himself, each with a
 * code; when the phone is lost, a 安全保密管理员 takes it away, who knows no password, so that it takes two to be somebody else.
 */
@Component
public class SecondFactors {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** What the app is told. @param words Base32 in groups of four, for typing. @param address for the QR code */
    public record Secret(String words, String address) {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    private final FactorStore store;
    private final FactorKey key;
    private final FactorCodes codes;
    private final OfficerStore officers;
    private final OwnPassword ownPassword;
    private final TokenStore tokens;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    SecondFactors(FactorStore store, FactorKey key, FactorCodes codes, OfficerStore officers, OwnPassword ownPassword,
            TokenStore tokens, Journal journal, TransactionTemplate transaction, InstantSource time) {
        this.store = store;
        this.key = key;
        this.codes = codes;
        this.officers = officers;
        this.ownPassword = ownPassword;
        this.tokens = tokens;
        this.journal = journal;
        this.transaction = transaction;
        this.time = time;
    }

    /** Whether the officer has one, confirmed. */
    public boolean has(UUID officer) {
        return store.of(officer).filter(FactorStore.Factor::confirmed).isPresent();
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(UUID officer) {
        return store.unusedRecoveryCodes(officer);
    }

    /** Makes a secret for an officer who is signed in. @throws Refusal on a wrong password, or when he has a second factor */
    public void begin(Officer officer, String password) {
        ownPassword.mustBe(officer, password);
        begin(officer);
    }

    /** Makes a secret for an officer who has just given his password. @throws Refusal CONFLICT when he has a second factor */
    public void begin(Officer officer) {
        transaction.executeWithoutResult(_ -> {
            if (!store.lockAndAskForAny()) {
                key.make();
            }
            if (has(officer.id())) {
                throw Refusal.conflict("您已启用动态口令。要换手机，请先用现在的动态口令停用。");
            }
            store.put(officer.id(), key.encrypt(officer.id(), OneTimeCodes.newSecret()), time.instant());
            journal.record(act("office.second-factor-begun", officer));
        });
    }

    /** The secret that waits for its first code; shown until then, never afterwards. */
    public Optional<Secret> unconfirmed(Officer officer) {
        return store.of(officer.id()).filter(factor -> !factor.confirmed())
                .map(factor -> secret(officer, key.decrypt(officer.id(), factor.secret())));
    }

    /**
     * Confirms the secret by a first code. The officer's other sessions and all tokens end.
     *
     * @param session the one that stays
     * @return the recovery codes, to be shown this once
     * @throws Refusal on a wrong code, and TOO_MANY after five
     */
    public List<String> confirm(Officer officer, String code, @Nullable String session) {
        long step = codes.step(officer, code);
        var recovery = OneTimeCodes.newRecoveryCodes();
        transaction.executeWithoutResult(_ -> {
            if (!store.confirm(officer.id(), step, time.instant())) {
                throw Refusal.conflict("动态口令已经启用。");
            }
            store.replaceRecoveryCodes(officer.id(), recovery.stream().map(SettingUp::hash).toList());
            officers.endSessions(officer.id(), session);
            tokens.endAll(officer.id());
            journal.record(act("office.second-factor-confirmed", officer));
        });
        return recovery;
    }

    /**
     * Takes a code of the app or a recovery code; each is good once.
     *
     * @throws Refusal NOT_SIGNED_IN on a wrong one, TOO_MANY after five
     */
    public void check(Officer officer, String code, String address) {
        var typed = code.replaceAll("\\s", "");
        boolean recovery = !CODE.matcher(typed).matches();
        codes.use(officer, typed, recovery, address);
        if (recovery) {
            journal.recordAlone(new Act("office.recovery-code-used", officer.id(), officer.office(), officer.id().toString(),
                    Map.of("left", store.unusedRecoveryCodes(officer.id()))));
        }
    }

    /** New recovery codes instead of all earlier ones. @throws Refusal as {@link #check} */
    public List<String> renewRecoveryCodes(Officer officer, String code, String address) {
        check(officer, code, address);
        var recovery = OneTimeCodes.newRecoveryCodes();
        transaction.executeWithoutResult(_ -> {
            store.replaceRecoveryCodes(officer.id(), recovery.stream().map(SettingUp::hash).toList());
            journal.record(act("office.recovery-codes-renewed", officer));
        });
        return recovery;
    }

    /** Gives the own second factor up. @throws Refusal as {@link #check} */
    public void remove(Officer officer, String code, String address) {
        check(officer, code, address);
        transaction.executeWithoutResult(_ -> {
            store.delete(officer.id());
            journal.record(act("office.second-factor-removed", officer));
        });
    }

    private static Secret secret(Officer officer, byte[] secret) {
        var words = new Base32().encodeToString(secret).replace("=", "");
        var issuer = URLEncoder.encode("阳光国土", StandardCharsets.UTF_8);
        return new Secret(words.replaceAll("(.{4})(?=.)", "$1 "), "otpauth://totp/" + issuer + ":"
                + URLEncoder.encode(officer.name(), StandardCharsets.UTF_8) + "?secret=" + words + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=" + OneTimeCodes.SECONDS);
    }

    private static Act act(String name, Officer officer) {
        return new Act(name, officer.id(), officer.office(), officer.id().toString());
    }
}
