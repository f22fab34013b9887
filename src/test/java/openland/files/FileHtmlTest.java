package openland.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openland.files.FileContent.Block;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Part;
import openland.files.FileContent.Table;
import org.junit.jupiter.api.Test;

class FileHtmlTest {
    private static FileContent pages(Block[]... pages) {
        var parts = new java.util.ArrayList<Part>();
        for (var page : pages) {
            parts.add(new Part("第" + (parts.size() + 1) + "页", List.of(page)));
        }
        return new FileContent(parts, false, false);
    }

    private static Block[] page(Block... blocks) {
        return blocks;
    }

    private static Block p(String text) {
        return new Paragraph(text);
    }

    @Test
    void numbers_and_running_heads_of_pages_go_and_sentences_go_on() {
        var content = pages(page(p("青禾县文件汇编"), new Heading(1, "青禾县矿山管理办法"), p("第一条　矿山企业应当在每年第一季度内向所在地"), p("— 1 —")),
                page(p("青禾县文件汇编"), p("自然资源所报送上一年度的年度报告。"), p("第二条　报告应当真实"), p("- 2 -")),
                page(p("青禾县文件汇编"), p("第三条　15"), p("第 3 页 共 4 页")), page(p("青禾县文件汇编"), p("青禾县自然资源局"), p("2026年11月18日"), p("4")));
        assertThat(FileHtml.of(content)).isEqualTo("<h1>青禾县矿山管理办法</h1><p>第一条　矿山企业应当在每年第一季度内向所在地自然资源所报送上一年度的年度报告。</p>"
                + "<p>第二条　报告应当真实</p><p>第三条　15</p><p align=\"right\">青禾县自然资源局</p><p align=\"right\">2026年11月18日</p>");
    }

    @Test
    void a_table_goes_on_over_the_page_and_says_its_head_once() {
        var head = List.of("地块", "面积");
        assertThat(FileHtml.of(pages(page(new Table(List.of(head, List.of("甲<1>", "2")))), page(new Table(List.of(head, List.of("乙", "3")))))))
                .isEqualTo("<table><thead><tr><th>地块</th><th>面积</th></tr></thead><tr><td>甲&lt;1&gt;</td><td>2</td></tr><tr><td>乙</td><td>3</td></tr></table>");
    }

    @Test
    void what_stands_beside_the_text_is_left_out_and_the_title_of_a_short_file_stays() {
        var beside = new FileContent(List.of(new Part("页眉", List.of(p("内部"))), new Part("", List.of(p("正文\n两行"))), new Part("书签", List.of(p("一")))), false, false);
        assertThat(FileHtml.of(beside)).isEqualTo("<p>正文<br>两行</p>");
        assertThat(FileHtml.of(pages(page(p("通告"), p("内容。"))))).isEqualTo("<p>通告</p><p>内容。</p>");
        assertThat(FileHtml.of(FileContent.EMPTY)).isEmpty();
    }
}
