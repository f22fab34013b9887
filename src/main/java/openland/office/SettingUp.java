package openland.office;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Time;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first set-up of an empty installation. Whoever reads the console at the first start holds the one-time code and
 * may found the first office; afterwards there is nothing to set up any more.
 */
@Component
public class SettingUp {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int TRIES_OF_AN_ADDRESS = 10;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final OfficeStore offices;
    private final Founding founding;
    private final Attempts attempts;
    private final InstantSource time;
    private final boolean demo;
    private final String url;

    SettingUp(JdbcClient db, TransactionTemplate transaction, OfficeStore offices, Founding founding, Attempts attempts,
            InstantSource time, @Value("${openland.demo}") boolean demo, @Value("${openland.url}") String url) {
        this.db = db;
        this.transaction = transaction;
        this.offices = offices;
        this.founding = founding;
        this.attempts = attempts;
        this.time = time;
        this.demo = demo;
        this.url = url;
    }

    /** True until the first office is founded. */
    public boolean isOpen() {
        return !demo && offices.isEmpty();
    }

    /**
     * Founds the first office. The code is used up only if that succeeds.
     *
     * @throws Refusal NOT_FOUND when the set-up is over, TOO_MANY after ten tries from one address in 15 minutes,
     *     INVALID on a wrong code or on what {@link Founding#found} does not accept
     */
    public Office setUp(String code, NewOffice first, Map<Post, Founding.Person> administrators, String address) {
        if (!isOpen()) {
            throw Refusal.notFound("系统已经设置完毕。");
        }
        if (attempts.take("setup " + address, TRIES_OF_AN_ADDRESS, time.instant()) > TRIES_OF_AN_ADDRESS) {
            throw new TooManyTries("尝试次数过多，请15分钟后再试。", Attempts.WINDOW);
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (db.sql("delete from office_setup where code_hash = :hash").param("hash", hash(code)).update() == 0) {
                throw Refusal.invalid("设置码不正确。它在系统首次启动时显示在控制台上。");
            }
            return founding.found(first, administrators);
        }));
    }

    /** Prints the code, once for all nodes and starts; only its hash is kept. */
    @EventListener(ApplicationReadyEvent.class)
    void printCode() {
        if (!isOpen()) {
            return;
        }
        var code = newCode();
        int added = db.sql("insert into office_setup (code_hash, printed_at) values (:hash, :now) on conflict do nothing")
                .param("hash", hash(code)).param("now", Time.utc(time.instant())).update();
        if (added > 0) {
            IO.println("""

                    ------------------------------------------------------------------
                    设置码（仅显示这一次） Set-up code, shown only this once: %s
                    请打开 Open %s/setup
                    ------------------------------------------------------------------
                    """.formatted(code, url));
        }
    }

    /** 100 random bits in five groups. */
    private String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** Hyphens, blanks and case do not matter. */
    static byte[] hash(String code) {
        var signs = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return Digests.sha256(signs.getBytes(StandardCharsets.UTF_8));
    }
}
