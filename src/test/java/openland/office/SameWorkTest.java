package openland.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a name exists is not to be learnt from a sign-in. Time is measured in {@code bench/}; here the work is: argon2id takes 19 MiB. */
@OpenlandTest
class SameWorkTest {
    private static final long ARGON2 = 19L << 20;

    @Autowired ApplicationContext context;
    @Autowired SigningIn signingIn;
    @Autowired Enrolling enrolling;
    @Autowired JdbcClient db;
    private Town town;
    private Officer officer;

    @BeforeEach
    void arrive() {
        town = Town.of(context);
        officer = town.officer(town.county(), Post.DRAFTER);
        db.sql("delete from office_attempt").update();
    }

    @Test
    void a_wrong_word_an_unknown_name_and_a_closed_account_cost_the_same_and_are_told_the_same() {
        var closed = town.officer(town.county());
        enrolling.close(closed.id(), town.sysadmin());
        refused("warm-up", "wrong password");
        long wrong = refused(officer.name(), "wrong password");
        assertThat(wrong).isGreaterThan(ARGON2);
        for (var name : new String[] {"nobody-at-all", closed.name(), "名字", "x".repeat(1_000), "", "' or 1=1 --"}) {
            assertThat(refused(name, "wrong password")).as(name).isCloseTo(wrong, Percentage.withPercentage(10));
        }
        assertThat(refused(closed.name(), Town.PASSWORD)).isCloseTo(wrong, Percentage.withPercentage(10));
    }

    @Test
    void a_hundred_guesses_from_a_hundred_addresses_are_five() {
        int guesses = 0;
        for (int i = 0; i < 100; i++) {
            int last = i;
            try {
                signingIn.signIn(officer.name(), "guess " + i, "198.51.100." + last);
            } catch (TooManyTries tooMany) {
                continue;
            } catch (Refusal refusal) {
                guesses++;
            }
        }
        assertThat(guesses).isEqualTo(5);
        assertThatThrownBy(() -> signingIn.signIn(officer.name(), Town.PASSWORD, "198.51.100.200")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void a_name_that_is_locked_costs_nothing_and_says_no_more_than_an_unknown_one_that_is() {
        for (var name : new String[] {officer.name(), "nobody-at-all-2"}) {
            for (int i = 0; i < 5; i++) {
                refused(name, "wrong password");
            }
            assertThatThrownBy(() -> signingIn.signIn(name, Town.PASSWORD, "192.0.2.1")).isInstanceOf(TooManyTries.class)
                    .hasMessage("该用户名连续登录失败，已锁定，请15分钟后再试。");
        }
    }

    /** @return the bytes that it took */
    private long refused(String name, String password) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> signingIn.signIn(name, password, "192.0.2.1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.NOT_SIGNED_IN);
            assertThat(refusal.sentence()).isEqualTo("用户名或密码不正确。连续输错5次后，该用户名将锁定15分钟。");
        });
        return thread.getCurrentThreadAllocatedBytes() - before;
    }
}
