package openland.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Word and WPS lay on the clipboard. */
class ClipboardTest {
    static String clipboard(String name) {
        try (var in = ClipboardTest.class.getResourceAsStream("clipboard/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_norm_from_Word_keeps_its_headings_numbers_bullets_notes_and_table() {
        assertThat(PastedText.of(clipboard("word.html")).html()).isEqualTo("""
                <h3>青禾县耕作层土壤剥离利用办法</h3>
                <p class="mid">（2026年11月18日发布）</p>
                <h3>第一章总则</h3>
                <p><span class="art">第一条</span> 为了保护耕作层土壤，在青禾县行政区域内适用本办法<sup>[1]</sup>。</p>
                <p><span class="art">第二条</span> 剥离应当符合下列要求：</p>
                <ul><li>剥离厚度不小于二十厘米<ul><li>山地可以减少</li></ul></li><li>堆放期不超过两年</li></ul>
                <p>（一）由建设单位编制方案；</p>
                <p>1. 方案经评审。</p>
                <p>按照每立方米十元计算。</p>
                <table><caption>表 1　补助标准</caption><tbody>
                <tr><th scope="col">地类</th><th colspan="2" scope="col">标准（元／立方米）</th></tr>
                <tr><td rowspan="2">水田</td><td>一等</td><td>10</td></tr>
                <tr><td>二等</td><td>8</td></tr></tbody></table>
                <p class="sign">青禾县自然资源局</p>
                <p><sup>[1]</sup> 含青禾经济开发区。</p>""".replace("\n", ""));
    }

    @Test
    void what_was_hidden_or_cannot_be_taken_along_is_said() {
        assertThat(PastedText.of(clipboard("word.html")).notices()).containsExactly("1张图片没有带过来，需要公开的请作为附件上传。",
                "修订中已删去的1处文字没有带过来。", "3处批注没有带过来。", "2处隐藏文字没有带过来。");
        assertThat(PastedText.of(clipboard("wps.html")).notices()).isEmpty();
    }

    @Test
    void a_notice_from_WPS_keeps_its_headings_and_the_words_that_WPS_calls_blanks() {
        assertThat(PastedText.of(clipboard("wps.html")).html()).isEqualTo("""
                <h3>关于规范设施农业用地备案的通知</h3>
                <p>各乡镇人民政府：</p>
                <h3 class="flush">一、备案范围</h3>
                <h4>（一）种植设施</h4>
                <p>面积在15亩以下的，<u>由乡镇备案</u>。</p>
                <ul><li>育秧棚</li><li>菌菇房</li></ul>
                <table><thead><tr><th scope="col">类型</th><th scope="col">上限（亩）</th></tr></thead>
                <tbody><tr><td>种植</td><td>15</td></tr></tbody></table>
                <p class="sign">2026年11月18日</p>""".replace("\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word.html", "wps.html"})
    void a_cleaned_clipboard_is_clean(String name) {
        var clean = RichText.clean(clipboard(name));
        assertThat(RichText.clean(clean)).isEqualTo(clean);
        assertThat(clean).doesNotContain("mso", "Mso", "file:", "style=", "msohtmlclip", "Lenovo", "批示", "勿发", "八元", "再核");
    }

    /** Paragraphs as both programs write them, in any order: every letter that was to be seen is there, in its order, and once. */
    @Test
    void no_visible_letter_is_lost_doubled_or_moved() {
        var random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            var seen = new StringBuilder();
            var html = new StringBuilder("<html><head><style>p.a7{mso-style-name:\"标题 2\";}p.a8{display:none;}</style></head><body><!--StartFragment-->");
            for (int j = random.nextInt(12); j >= 0; j--) {
                paragraph(random, html, seen);
            }
            var clean = RichText.clean(html + "<!--EndFragment--></body></html>");
            assertThat(RichText.text(clean).replaceAll("\\s", "")).as(html.toString()).isEqualTo(seen.toString());
            assertThat(RichText.clean(clean)).as(html.toString()).isEqualTo(clean);
        }
    }

    private static void paragraph(Random random, StringBuilder html, StringBuilder seen) {
        switch (random.nextInt(9)) {
            case 0 -> html.append("<p class=a8>").append("隐藏").append(runs(random, new StringBuilder())).append("</p>");
            case 1 -> html.append("<p class=a7>").append(runs(random, seen)).append("</p>");
            case 2 -> html.append("<p class=MsoTitle align=center><b>").append(runs(random, seen)).append("</b></p>");
            case 3 -> list(random, html, seen);
            case 4 -> html.append("<p class=MsoCaption style='text-align:center'>").append(runs(random, seen)).append("</p>");
            case 5 -> table(random, html, seen);
            case 6 -> html.append("<h").append(1 + random.nextInt(6)).append(" style='mso-list:l0 level1 lfo1'>").append(runs(random, seen)).append("</h1>");
            case 7 -> html.append("<p style='text-align:center'><span style='font-weight:bold'>").append(runs(random, seen)).append("</span></p>");
            default -> html.append("<p class=MsoNormal>").append(runs(random, seen)).append("<o:p></o:p></p>");
        }
    }

    private static void list(Random random, StringBuilder html, StringBuilder seen) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            boolean numbered = random.nextInt(3) == 0;
            html.append("<p class=MsoListParagraph style='mso-list:l").append(random.nextInt(3)).append(" level").append(1 + random.nextInt(4))
                    .append(" lfo1'><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>")
                    .append(numbered ? "（三）" : "l").append("<span>&nbsp;&nbsp;</span></span></span><![endif]>");
            seen.append(numbered ? "（三）" : "");
            html.append(letter(random, seen)).append(runs(random, seen)).append("</p>\n");
        }
    }

    private static void table(Random random, StringBuilder html, StringBuilder seen) {
        html.append("<table class=MsoTableGrid>").append(random.nextBoolean() ? "<thead><tr><td>" + runs(random, seen) + "</td></tr></thead>" : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            html.append("<tr style='mso-yfti-irow:1'>");
            for (int j = random.nextInt(3); j >= 0; j--) {
                html.append("<td colspan=").append(1 + random.nextInt(3)).append(">");
                paragraph(random, html, seen);
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private static String runs(Random random, StringBuilder seen) {
        var runs = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var text = letter(random, seen);
            runs.add(switch (random.nextInt(6)) {
                case 0 -> "<b style='mso-bidi-font-weight:normal'><span>" + text + "</span></b>";
                case 1 -> "<span style=\"mso-spacerun:'yes';font-weight:bold\">" + text + "</span>";
                case 2 -> "<span lang=EN-US>" + text + "<o:p></o:p></span>";
                case 3 -> "<st1:date w:st='on'>" + text + "</st1:date>";
                case 4 -> "<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>" + text + "</span></a>";
                default -> "<span style='display:none'>无</span>" + text + "<!--[if supportFields]>域<![endif]-->";
            });
        }
        return String.join(random.nextBoolean() ? "\n" : "", runs);
    }

    private static String letter(Random random, StringBuilder seen) {
        var text = List.of("土地", "第一条", "一、目标", "2026年1月1日", "〔2026〕3号", "面积。", "第一章", "Openland", "（", "12.5").get(random.nextInt(10));
        seen.append(text);
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p style='mso-list:l0 level9 lfo1'><span style='mso-list:Ignore'>l</span>a", "<p class=MsoCaption>a", "<table><tr><td><b>a</b><td><b>b</b><tr>",
            "<style>p.a{display:none}</style>", "<span style='font-weight:bold;font-style:italic'>", "<del>a</del>", "<p class=MsoTitle>a", "<p class='a b c d e f g'>a"})
    void two_megabytes_of_a_clipboard_are_cleaned_within_seconds(String part) {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> RichText.clean("<p>好</p>" + part.repeat(2_000_000 / part.length())));
    }
}
