package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();

    @Test
    void lines_of_plain_text_become_paragraphs_without_their_indentation() {
        assertThat(RichText.clean("　　各科室：\r\n\r\n　　现将有关事项通知如下。\n面积<100平方米的不计。"))
                .isEqualTo("<p>各科室：</p><p>现将有关事项通知如下。</p><p>面积&lt;100平方米的不计。</p>");
    }

    @Test
    void chapters_points_articles_and_the_signature_are_recognised() {
        assertThat(RichText.clean("""
                第一章　总则
                第一条　为了规范出让，制定本办法。
                一、工作目标
                一、2026年底前，各县完成清查；逾期的通报。
                第二条的规定不变。
                青禾县自然资源局
                2026年11月20日
                """)).isEqualTo("<h3>第一章　总则</h3><p><span class=\"art\">第一条</span> 为了规范出让，制定本办法。</p>"
                + "<h3 class=\"flush\">一、工作目标</h3><p>一、2026年底前，各县完成清查；逾期的通报。</p><p>第二条的规定不变。</p>"
                + "<p class=\"sign\">青禾县自然资源局</p><p class=\"sign\">2026年11月20日</p>");
    }

    @Test
    void a_signer_who_is_called_like_an_article_stays_a_signer() {
        var clean = RichText.clean("正文\n第一条 某局\n2026年11月20日");
        assertThat(clean).isEqualTo("<p>正文</p><p class=\"sign\">第一条 某局</p><p class=\"sign\">2026年11月20日</p>");
        assertThat(RichText.clean(clean)).isEqualTo(clean);
    }

    @Test
    void a_line_is_a_paragraph_also_where_only_words_are_marked() {
        assertThat(RichText.clean("# 某办法\n<!-- 说明 -->\n甲<!-- 注 -->乙\n### 第一节")).isEqualTo("<h3>某办法</h3><p>甲乙</p><h4>第一节</h4>");
        assertThat(RichText.clean("甲<b>乙</b>\n　　丙")).isEqualTo("<p>甲<strong>乙</strong></p><p>丙</p>");
    }

    @Test
    void Words_paste_keeps_headings_lists_and_tables_and_nothing_else() {
        var word = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><title>文档1</title>
                <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN>
                <h1 align=center><span lang=EN-US style='font-family:宋体'>关于出让的<b>公告</b></span><o:p></o:p></h1>
                <p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋'>经批准，<o:p></o:p></span></p>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <table class=MsoTableGrid border=1><tr><td width=100 colspan=2 style='border:none'><p class=MsoNormal>宗地</p><p>面积</p></td></tr>
                <tr><td>1</td><td>21&nbsp;605</td></tr></table>
                <p class=MsoNormal style='text-align: right'>青禾县自然资源局</p></body></html>""";
        assertThat(RichText.clean(word)).isEqualTo("<h3>关于出让的<strong>公告</strong></h3><p>经批准，</p><table><tbody><tr>"
                + "<td colspan=\"2\">宗地<br />面积</td></tr><tr><td>1</td><td>21\u00a0605</td></tr></tbody></table>"
                + "<p class=\"sign\">青禾县自然资源局</p>");
    }

    @Test
    void paragraphs_that_an_old_site_made_of_line_breaks_are_found() {
        assertThat(RichText.clean("<div>　　第一段。<br>　　第二段。<br><br>第三段<br>接着写。</div>"))
                .isEqualTo("<p>第一段。</p><p>第二段。</p><p>第三段<br />接着写。</p>");
        assertThat(RichText.clean("<div>甲</div><div>乙</div>丙<b>丁<p>戊</p></b>"))
                .isEqualTo("<p>甲</p><p>乙</p><p>丙<strong>丁</strong></p><p><strong>戊</strong></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script><p>好</p>", "<p onclick=alert(1)>好</p>", "<a href='javascript:alert(1)'>好</a>",
            "<a href=' jAvaScript&#58;alert(1)'>好</a>", "<img src=x onerror=alert(1)><p>好</p>", "<svg><script>alert(1)</script></svg><p>好</p>",
            "<p style='background:url(javascript:alert(1))'>好</p>", "<iframe srcdoc='<script>alert(1)</script>'></iframe><p>好</p>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>好</p>",
            "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript><p>好</p>", "<p class='alert lvl'>好</p>",
            "<a href='data:text/html,<script>alert(1)</script>'>好</a>", "<template><script>alert(1)</script></template><p>好</p>",
            "<!--><script>alert(1)</script>--><p>好</p>", "<form action=//evil><input name=q><p>好</p></form>"})
    void nothing_that_acts_survives(String html) {
        var clean = RichText.clean(html);
        assertThat(clean).contains("好");
        assertThat(clean.replaceAll("</?(p|strong)>", "")).doesNotContain("<", "javascript", "onerror", "onclick", "evil", "class");
    }

    @Test
    void links_to_the_web_and_into_the_site_stay_and_are_screened() {
        var clean = RichText.clean("<p>见<a href=\"https://www.gov.cn/a?b=1\" target=_blank>国务院</a>和<a href='/disclosures/1'>本件</a></p>");
        assertThat(RichText.text(clean)).isEqualTo("见国务院和本件");
        assertThat(RichText.links(clean)).isEqualTo("https://www.gov.cn/a?b=1\n/disclosures/1");
    }

    @Test
    void the_text_has_a_line_for_a_paragraph_and_a_tab_between_cells() {
        assertThat(RichText.text("<h3>一</h3><p>甲<br />乙</p><table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table><ul><li>丙</li></ul>"))
                .isEqualTo("一\n甲\n乙\n1\t2\n3\t4\n丙");
    }

    static Stream<String> samples() {
        return Stream.of("<p>甲 <b> 乙</b> 丙</p>", "<ul><li>甲<ul><li>乙</li></ul>丙</li></ul>", "<table><caption>表</caption><tr><th scope=col>甲<td rowspan=3>乙</table>",
                "<b>甲<p>乙<i>丙</p>丁</i>", "甲 & 乙 <br> 丙 = @ + `", "<p>a < b</p>", "<h1>甲<br>乙</h1><h6>丙</h6>", "<td>甲</td>", "<li>甲<p>乙</p>", "<p>第一条　甲</p>",
                "<p>第一条 <b>甲</b></p>", "<p>一、目标</p>", "<a href='x y'>甲<table><tr><td>乙</table></a>", "<p>甲<br><br><br>乙</p>", "<pre>甲\n  乙</pre>",
                "<dl><dt>甲<dd>乙</dl>", "&lt;script&gt;", "<p>&amp;lt;b&amp;gt;</p>", "<span class=art>第一条</span>甲", "<p><u><b>甲</b></u><b> </b>乙</p>", "<p>甲<sup>①</sup></p>",
                "索 引 号: 014000060/2017-03421 文  号:\n\t 发布机构:\t\t省厅\n\n一、复议、诉讼，以及举报情况\n第一条  甲\n省厅办公室\n二一二年三月二十日");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cleaning_what_is_clean_changes_nothing(String html) {
        var clean = RichText.clean(html);
        assertThat(RichText.clean(clean)).isEqualTo(clean);
    }

    @Test
    void cleaning_any_soup_of_tags_twice_gives_what_once_gives() {
        var parts = List.of("<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td colspan=2>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<br>", "　　", " ",
                "甲乙", "第一条　", "<h2>", "</h2>", "<a href='/x'>", "</a>", "<div align=right>", "</div>", "<span class=art>", "</span>", "&nbsp;", "&lt;p&gt;", "<i>", "一、丁",
                "<th>", "<caption>", "</tr>", "</li>", "<sup>", "\n", "2026年1月1日");
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var soup = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                soup.append(parts.get(random.nextInt(parts.size())));
            }
            var clean = RichText.clean(soup.toString());
            assertThat(RichText.clean(clean)).as(soup.toString()).isEqualTo(clean);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>a", "<b>", "<table>", "<div>", "a<br>", "<a href=x>a", "<td>a", "<!--", "<b><i>a</b>", "</p>", "<li>a", "<", "&", "<p>　"})
    void two_megabytes_of_anything_are_cleaned_with_little_work(String part) {
        var text = "<p>好</p>" + part.repeat(2_000_000 / part.length());
        long begun = WORK.getCurrentThreadCpuTime();   // of this thread alone: what else the machine does is not counted
        RichText.clean(text);
        assertThat(Duration.ofNanos(WORK.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
