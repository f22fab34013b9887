package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openland.OpenlandTest;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@OpenlandTest
class ComposingTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Composing composing;
    @Autowired
    private JsonMapper json;

    @Test
    void the_public_reads_the_words_of_choices_and_not_their_codes() {
        var office = Town.of(context).county();
        var input = DraftInput.of(json.readTree("""
                {"item": "general.document", "office": "%s", "title": "通知", "body": "<p>文</p>",
                 "accessMode": "主动公开", "validity": "有效"}""".formatted(office.code())));
        var content = composing.content(input, office, null, List.of(), 0);
        var shown = composing.projection(content, office);
        assertThat(shown.validity()).isEqualTo("有效");
        assertThat(shown.accessMode()).isEqualTo("主动公开");
        assertThat(composing.findings(content, office)).extracting(DraftFinding::field).doesNotContain("accessMode");
    }

    @Test
    void a_drafter_finds_his_plain_text_again_and_not_tags() {
        var office = Town.of(context).county();
        var input = DraftInput.of(json.readTree("""
                {"item": "general.document", "office": "%s", "title": "通知", "body": "第一条　先查明水位。\\n第二条　再回填。"}"""
                .formatted(office.code())));
        var content = composing.content(input, office, null, List.of(), 0);
        assertThat(content.text("body")).contains("<p>");
        var typed = composing.inputs(content, List.of()).stream().filter(i -> i.field().name().equals("body"))
                .findFirst().orElseThrow().typed("");
        assertThat(typed).doesNotContain("<").contains("第一条").contains("\n");
    }
}
