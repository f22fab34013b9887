package openland.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import openland.catalogue.DossierType.Held;
import openland.catalogue.DossierType.Right;
import openland.catalogue.Rule.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CitizenRightTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Right right(Status status, @Nullable LocalDate since, @Nullable LocalDate until) {
        return new Right("notice", "提出异议", null, "noticePeriod", "某办法第九条", new Held(status, since, until));
    }

    @ParameterizedTest
    @EnumSource
    void a_citizen_is_told_only_what_was_read(Status status) {
        assertThat(right(status, null, null).isTold(DAY)).isEqualTo(status == Status.READ || status == Status.SOURCE);
    }

    @Test
    void a_right_is_told_from_its_first_day_to_its_last() {
        var right = right(Status.READ, DAY, DAY.plusDays(1));
        assertThat(right.isTold(DAY.minusDays(1))).isFalse();
        assertThat(right.isTold(DAY)).isTrue();
        assertThat(right.isTold(DAY.plusDays(1))).isTrue();
        assertThat(right.isTold(DAY.plusDays(2))).isFalse();
    }
}
