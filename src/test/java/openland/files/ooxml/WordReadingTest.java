package openland.files.ooxml;

import static openland.files.ooxml.WordSamples.DOCUMENT;
import static openland.files.ooxml.WordSamples.cell;
import static openland.files.ooxml.WordSamples.document;
import static openland.files.ooxml.WordSamples.field;
import static openland.files.ooxml.WordSamples.paragraph;
import static openland.files.ooxml.WordSamples.row;
import static openland.files.ooxml.WordSamples.run;
import static openland.files.ooxml.WordSamples.table;
import static openland.files.ooxml.WordSamples.textBox;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordReadingTest {
    @TempDir
    Path folder;

    private FileContent read(Parts parts) throws Exception {
        return new Docx().read(Files.write(folder.resolve("read.docx"), parts.file()), Docx.TYPE);
    }

    private List<Hidden> hidden(Parts parts) throws Exception {
        return new Docx().hidden(Files.write(folder.resolve("hidden.docx"), parts.file()), Docx.TYPE);
    }

    private static String numbered(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run("", text) + "</w:p>";
    }

    @Test
    void lists_bear_the_numbers_that_a_reader_sees() throws Exception {
        var levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>";
        var content = read(document(numbered(0, "土地现状") + numbered(1, "权属") + numbered(1, "面积") + numbered(0, "补偿标准") + numbered(1, "青苗"))
                .xml("word/numbering.xml", "wordprocessingml.numbering", "w:numbering", "<w:abstractNum w:abstractNumId=\"4\">" + levels
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>").relation(DOCUMENT, "rId9", "numbering", "word/numbering.xml"));
        assertThat(content.text().lines()).containsSubsequence("一、 土地现状", "（一） 权属", "（二） 面积", "二、 补偿标准", "（一） 青苗");
    }

    @Test
    void headings_text_fields_and_tables_stand_in_their_order() throws Exception {
        var body = paragraph(run("", "第"), field(" PAGE ", "3"), run("", "页"))
                + table("", row("", cell("<w:gridSpan w:val=\"2\"/>", run("", "补偿对象")), cell("", run("", "金额"))),
                        row("", cell("<w:vMerge w:val=\"restart\"/>", run("", "一组")), cell("", run("", "甲户")), cell("", run("", "100元"))),
                        row("", cell("<w:vMerge/>"), cell("", run("", "乙户")), cell("", run("", "200元"))));
        var content = read(document(body));
        assertThat(content.parts()).singleElement().satisfies(part -> assertThat(part.blocks()).containsExactly(
                new Heading(1, WordSamples.SEEN), new Paragraph("第3页"),
                new Table(List.of(List.of("补偿对象", "", "金额"), List.of("一组", "甲户", "100元"), List.of("", "乙户", "200元"))),
                new Paragraph("清河县自然资源局")));
    }

    @Test
    void a_style_with_a_chinese_name_makes_a_heading() throws Exception {
        var content = read(document("<w:p><w:pPr><w:pStyle w:val=\"z\"/></w:pPr>" + run("", "附则") + "</w:p>").replace("word/styles.xml", "</w:styles>",
                "<w:style w:type=\"paragraph\" w:styleId=\"z\"><w:name w:val=\"标题 2\"/></w:style></w:styles>"));
        assertThat(content.parts().getFirst().blocks()).contains(new Heading(2, "附则"));
    }

    @Test
    void header_footer_and_notes_are_read_at_their_place() throws Exception {
        var content = read(document(paragraph(run("", "依据条例"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .replace(DOCUMENT, "<w:pgSz", "<w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:footerReference w:type=\"default\" r:id=\"rId8\"/><w:pgSz")
                .xml("word/header1.xml", "wordprocessingml.header", "w:hdr", paragraph(run("", "眉"))).relation(DOCUMENT, "rId7", "header", "word/header1.xml")
                .xml("word/footer1.xml", "wordprocessingml.footer", "w:ftr", paragraph(run("", "脚"))).relation(DOCUMENT, "rId8", "footer", "word/footer1.xml")
                .xml("word/footnotes.xml", "wordprocessingml.footnotes", "w:footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" + paragraph() + "</w:footnote><w:footnote w:id=\"2\">"
                        + paragraph(run("", "第九条")) + "</w:footnote>").relation(DOCUMENT, "rId9", "footnotes", "word/footnotes.xml"));
        assertThat(content.parts()).extracting(FileContent.Part::place).containsExactly("页眉", "", "页脚", "脚注");
        assertThat(content.text()).contains("依据条例[2]").contains("[2] 第九条");
    }

    @Test
    void text_boxes_charts_word_art_and_equations_are_read() throws Exception {
        var art = "<w:r><w:pict><v:shape><v:textpath string=\"公示专用\"/></v:shape></w:pict></w:r>";
        var content = read(Documents.chart(document(paragraph(run("", "见右"), textBox("<a:noFill/>", 0, " descr=\"地块四至图\"", paragraph(run("", "框内文字"))))
                + paragraph(art) + paragraph("<m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath>") + paragraph(Documents.CHART_IN_WORD)), DOCUMENT, "word", ""));
        assertThat(content.text().lines()).containsSubsequence("见右", "〔图：地块四至图〕", "框内文字", "公示专用", "S=ab", "供应面积", "\t公顷", "一季度\t12.5", "二季度\t8");
    }

    @Test
    void what_was_deleted_and_what_was_inserted_read_as_accepted() throws Exception {
        var body = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"张三\"/></w:rPr></w:pPr>" + run("", "上半句") + "</w:p>"
                + paragraph("<w:del w:id=\"2\" w:author=\"张三\"><w:r><w:delText>旧</w:delText></w:r></w:del>", "<w:ins w:id=\"3\" w:author=\"张三\">" + run("", "新") + "</w:ins>", run("", "下半句"));
        assertThat(read(document(body)).text()).contains("上半句新下半句").doesNotContain("旧");
    }

    /** The parser counts each of them as an entity. */
    @Test
    void a_text_with_many_ampersands_is_read() throws Exception {
        assertThat(read(document(paragraph(run("", "甲&amp;乙、丙&lt;丁".repeat(150_000))))).text()).contains("甲&乙、丙<丁");
    }

    @Test
    void a_finding_says_where_it_stands() throws Exception {
        assertThat(hidden(document(paragraph(run("", "一")) + paragraph(run("<w:vanish/>", "藏")))))
                .containsExactly(new Hidden(Kind.HIDDEN_TEXT, "正文第3段", "隐藏文字：藏"));
    }

    @Test
    void white_text_on_a_dark_cell_or_in_a_dark_box_is_seen() throws Exception {
        var white = run("<w:color w:val=\"FFFFFF\"/>", "标题行");
        var parts = document(table("", row("", cell("<w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>", white)))
                + paragraph(textBox("<a:solidFill><a:srgbClr val=\"C00000\"/></a:solidFill>", 0, "", paragraph(white))));
        assertThat(hidden(parts)).isEmpty();
        assertThat(read(parts).text()).contains("标题行");
    }
}
