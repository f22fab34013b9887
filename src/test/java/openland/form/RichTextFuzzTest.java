package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import openland.Fuzzed;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.node.JsonNodeFactory;

/** Pasted and imported texts: {@link RichText}, {@link RichTextWriter}, {@link PlainText}. */
class RichTextFuzzTest {
    private static final Set<String> ELEMENTS = Set.of("#root", "html", "head", "body", "h3", "h4", "h5", "p", "br", "ul", "ol", "li",
            "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "strong", "em", "u", "sub", "sup", "a", "span");
    private static final Set<String> ATTRIBUTES = Set.of("colspan", "rowspan", "scope", "start", "class", "href", "rel");

    @BeforeAll
    static void load() {
        new RichTextFuzzTest().cleaning_what_is_clean_changes_nothing("<p>一、<b>好</b></p>".getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest
    void cleaning_what_is_clean_changes_nothing(byte[] bytes) {
        var text = Cleaning.of(JsonNodeFactory.instance.stringNode(Fuzzed.text(bytes))).node().asString();
        var clean = RichText.clean(text);
        var page = Jsoup.parseBodyFragment(clean);
        page.getAllElements().forEach(element -> {
            assertThat(element.normalName()).isIn(ELEMENTS);
            element.attributes().forEach(attribute -> assertThat(attribute.getKey()).isIn(ATTRIBUTES));
            assertThat(element.attr("href").toLowerCase(java.util.Locale.ROOT)).doesNotContain("script:");
        });
        assertThat(RichText.clean(clean)).isEqualTo(clean);
        assertThat(RichText.text(clean).length()).isLessThanOrEqualTo(clean.length());
    }
}
