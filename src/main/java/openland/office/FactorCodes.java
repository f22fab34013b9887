package openland.office;

import java.time.InstantSource;
import java.util.Map;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;

/** Tries codes of second factors. Guesses are counted as guesses of a password are: five wrong ones lock for 15 minutes. */
@Component
class FactorCodes {
    private static final int TRIES = 5;
    private static final String WRONG = "动态口令不正确或已经用过。请核对手机时间，等下一个口令再试；连续输错5次将锁定15分钟。";

    private final FactorStore store;
    private final FactorKey key;
    private final Attempts attempts;
    private final Journal journal;
    private final InstantSource time;

    FactorCodes(FactorStore store, FactorKey key, Attempts attempts, Journal journal, InstantSource time) {
        this.store = store;
        this.key = key;
        this.attempts = attempts;
        this.journal = journal;
        this.time = time;
    }

    /** The step of a first code, which confirms the secret. Not to be called in a transaction. @throws Refusal INVALID, TOO_MANY */
    long step(Officer officer, String code) {
        var counted = count(officer);
        var factor = store.of(officer.id()).filter(found -> !found.confirmed())
                .orElseThrow(() -> Refusal.conflict("没有待确认的动态口令，请重新开始。"));
        var step = OneTimeCodes.step(key.decrypt(officer.id(), factor.secret()), code.replaceAll("\\s", ""), time.instant(), 0)
                .orElseThrow(() -> Refusal.invalid("动态口令不正确。请核对手机的日期和时间是否自动设置，再输入最新的六位数字。"));
        attempts.forget(counted);
        return step;
    }

    /** Uses up a code. Not to be called in a transaction, which would forget the try. @throws Refusal NOT_SIGNED_IN, TOO_MANY */
    void use(Officer officer, String code, boolean recovery, String address) {
        var counted = count(officer);
        if (!(recovery ? store.useRecoveryCode(officer.id(), SettingUp.hash(code), time.instant()) : useStep(officer, code))) {
            journal.recordAlone(new Act("office.code-refused", officer.id(), officer.office(), officer.id().toString(),
                    Map.of("address", address)));
            throw new Refusal(Reason.NOT_SIGNED_IN, WRONG);
        }
        attempts.forget(counted);
    }

    private boolean useStep(Officer officer, String code) {
        var factor = store.of(officer.id()).filter(FactorStore.Factor::confirmed);
        if (factor.isEmpty()) {
            return false;
        }
        var step = OneTimeCodes.step(key.decrypt(officer.id(), factor.get().secret()), code, time.instant(), factor.get().lastStep());
        return step.isPresent() && store.useStep(officer.id(), step.getAsLong());
    }

    private String count(Officer officer) {
        var name = "code " + officer.id();
        if (attempts.take(name, TRIES, time.instant()) > TRIES) {
            throw new TooManyTries("动态口令连续输错，已锁定，请15分钟后再试。", Attempts.WINDOW);
        }
        return name;
    }
}
