package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import openland.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DraftInputTest {
    private static DraftInput at(String publishAt) {
        return DraftInput.of(new JsonMapper().createObjectNode().put("item", "general.document").put("office", "QHX-ZRZY")
                .put("publishAt", publishAt));
    }

    @Test
    void a_time_without_an_offset_is_one_in_China() {
        assertThat(at("2026-11-30T09:00").publishAt()).isEqualTo(Instant.parse("2026-11-30T01:00:00Z")).isEqualTo(at("2026-11-30T01:00:00Z").publishAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59", "-999999999-01-01T00:00", "+999999999-12-31T23:59:59-18:00", "+12026-11-22T09:00",
            "0026-11-22T09:00", "2026-13-22T09:00"})
    void a_time_that_no_office_means_is_refused(String publishAt) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> at(publishAt)).withMessageContaining("publishAt");
    }

    @Test
    void a_remark_that_is_null_is_none() {
        var marks = new HashMap<String, String>();
        marks.put("title", null);
        marks.put("body", "两段重复。");
        assertThat(new Intent(UUID.randomUUID(), Move.SEND_BACK, "", null, marks).marks()).containsOnlyKeys("body");
    }
}
