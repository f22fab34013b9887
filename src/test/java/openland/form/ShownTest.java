package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import openland.base.CanonicalJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class ShownTest {
    /** It is part of what the ledger commits to. */
    @Test
    void a_value_is_kept_as_name_label_type_and_value_and_nothing_else() {
        var shown = new Shown("site", "位置", "text", StringNode.valueOf("望江路"));
        var kept = CanonicalJson.of(shown);
        assertThat(kept).isEqualTo("{\"label\":\"位置\",\"name\":\"site\",\"type\":\"text\",\"value\":\"望江路\"}");
        assertThat(JsonMapper.shared().readValue(kept, Shown.class)).isEqualTo(shown);
    }
}
