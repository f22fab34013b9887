package openland.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import openland.casework.Escalation.Step;
import openland.casework.Escalation.To;
import openland.office.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationTest {
    @Test
    void a_late_duty_comes_up_to_the_leader_after_one_working_day_to_the_head_after_three_and_above_after_five() {
        var own = new Escalation();
        assertThat(Stream.of(To.values()).map(own::after)).containsExactly(1, 3, 5);
        assertThat(own.after(Stream.of(Post.HEAD))).isEqualTo(3);
        assertThat(own.after(Stream.of(Post.HEAD, Post.LEADER))).isEqualTo(1);
        assertThat(own.after(Stream.of(Post.HEAD, Post.DRAFTER))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{to: LEADER, after: 1, reason: x}]",
            "[{to: LEADER, after: 0, reason: x}, {to: HEAD, after: 3, reason: x}, {to: ABOVE, after: 5, reason: x}]",
            "[{to: LEADER, after: 4, reason: x}, {to: HEAD, after: 3, reason: x}, {to: ABOVE, after: 5, reason: x}]",
            "[{to: LEADER, after: 1, reason: ' '}, {to: HEAD, after: 3, reason: x}, {to: ABOVE, after: 5, reason: x}]",
            "[{to: HEAD, after: 1, reason: x}, {to: LEADER, after: 3, reason: x}, {to: ABOVE, after: 5, reason: x}]"})
    void a_file_that_leaves_somebody_out_or_gives_no_reason_is_not_taken(String yaml) {
        List<Step> steps = Escalation.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new Escalation(steps)).isInstanceOf(IllegalArgumentException.class);
    }
}
