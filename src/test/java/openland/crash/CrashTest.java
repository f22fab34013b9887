package openland.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that was acknowledged is lost, doubled, announced too early or shown too long, whatever is killed when. The
 * short form runs with every build. The long one:
 * <pre>mvn test -Dtest=CrashTest -Dcrash.pieces=500 -Dcrash.kills=40</pre>
 * {@code -Dcrash.seed=…} repeats what a run left to chance; the programs' words are in {@code target/crash}.
 */
class CrashTest {
    @ParameterizedTest(name = "with {0} process(es)")
    @ValueSource(ints = {1, 2})
    void what_was_acknowledged_outlives_every_crash(int programs) throws Exception {
        var plan = CrashPlan.of(programs);
        var report = new CrashRun(plan).go();
        System.out.println(report);
        assertThat(report.differences()).isEmpty();
        assertThat(report.book().acknowledged()).isEqualTo(plan.pieces());
        assertThat(report.killed()).isEqualTo(plan.kills());
    }
}
