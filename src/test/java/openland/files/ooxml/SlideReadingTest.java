package openland.files.ooxml;

import static openland.files.ooxml.SlideSamples.SLIDE;
import static openland.files.ooxml.SlideSamples.frame;
import static openland.files.ooxml.SlideSamples.picture;
import static openland.files.ooxml.SlideSamples.presentation;
import static openland.files.ooxml.SlideSamples.run;
import static openland.files.ooxml.SlideSamples.second;
import static openland.files.ooxml.SlideSamples.shape;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openland.files.FileContent;
import openland.files.FileContent.Heading;
import openland.files.FileContent.Paragraph;
import openland.files.FileContent.Table;
import openland.files.Hidden;
import openland.files.Hidden.Kind;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlideReadingTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("file.pptx"), bytes);
    }

    @Test
    void each_slide_is_read_with_its_title_text_table_and_chart() throws Exception {
        var table = "<a:tbl><a:tblGrid><a:gridCol w=\"9\"/><a:gridCol w=\"9\"/></a:tblGrid><a:tr h=\"9\"><a:tc gridSpan=\"2\"><a:txBody><a:bodyPr/><a:p>" + run("/>", "面积") + "</a:p></a:txBody></a:tc><a:tc hMerge=\"1\"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc></a:tr></a:tbl>";
        var parts = second(presentation(shape("", "", "", 0, run("/>", "一、总体情况")) + frame("http://schemas.openxmlformats.org/drawingml/2006/table", table)
                + frame("http://schemas.openxmlformats.org/drawingml/2006/chart", "<c:chart r:id=\"rId20\"/>")), "", shape("", "", "", 0, run("/>", "谢谢")));
        var content = new Pptx().read(file(Documents.chart(parts, SLIDE, "ppt", "").file()), Pptx.TYPE);
        assertThat(content.parts()).extracting(FileContent.Part::place).containsExactly("第1张幻灯片", "第2张幻灯片");
        assertThat(content.parts().getFirst().blocks()).containsExactly(new Heading(1, WordSamples.SEEN), new Paragraph("一、总体情况"), new Table(List.of(List.of("面积", ""))),
                new Paragraph("供应面积"), new Table(List.of(List.of("", "公顷"), List.of("一季度", "12.5"), List.of("二季度", "8"))));
    }

    @Test
    void a_hidden_slide_is_named_and_not_read() throws Exception {
        var file = file(second(presentation(""), " show=\"0\"", shape("", "", "", 0, run("/>", "内部掌握"))).file());
        assertThat(new Pptx().hidden(file, Pptx.TYPE)).containsExactly(new Hidden(Kind.HIDDEN_SLIDE, "第2张幻灯片", "内部掌握"));
        assertThat(new Pptx().read(file, Pptx.TYPE).parts()).hasSize(1);
    }

    @Test
    void white_text_on_a_dark_shape_or_over_a_picture_is_seen() throws Exception {
        var white = run("><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:rPr>", "白字");
        var parts = presentation(shape("", "", "<a:solidFill><a:srgbClr val=\"1F4E79\"/></a:solidFill>", 0, white) + picture("", "") + shape("", "", "", 4_500_000, white).replace("y=\"600000\"", "y=\"1900000\""))
                .bytes("ppt/media/image1.png", "", WordSamples.PNG).relation(SLIDE, "rId8", "image", "ppt/media/image1.png");
        assertThat(new Pptx().hidden(file(parts.file()), Pptx.TYPE)).isEmpty();
    }

    @Test
    void white_text_on_a_theme_whose_background_is_dark_is_seen() throws Exception {
        var white = run("><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></a:rPr>", "白字");
        var parts = presentation(shape("", "", "", 5_000_000, white)).replace(SlideSamples.MASTER, "bg1=\"lt1\" tx1=\"dk1\"", "bg1=\"dk1\" tx1=\"lt1\"");
        assertThat(new Pptx().hidden(file(parts.file()), Pptx.TYPE)).isEmpty();
    }

    @Test
    void what_a_crop_leaves_in_the_file_is_said() throws Exception {
        var parts = presentation(picture("", "<a:srcRect r=\"40000\"/>")).bytes("ppt/media/image1.png", "", WordSamples.PNG).relation(SLIDE, "rId8", "image", "ppt/media/image1.png");
        assertThat(new Pptx().hidden(file(parts.file()), Pptx.TYPE)).extracting(Hidden::kind).containsExactly(Kind.COVERED_PICTURE);
    }

    /** Made and opened by a library that others wrote. */
    @Test
    void a_realistic_presentation_hides_nothing_and_its_copy_opens_elsewhere() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            var slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(org.apache.poi.xslf.usermodel.SlideLayout.TITLE_AND_CONTENT));
            slide.getPlaceholder(0).setText("清河县土地供应情况");
            slide.getPlaceholder(1).setText("全年供应12宗");
            show.write(out);
        }
        var file = file(out.toByteArray());
        assertThat(new Pptx().hidden(file, Pptx.TYPE)).extracting(Hidden::kind).allMatch(kind -> kind == Kind.METADATA || kind == Kind.THUMBNAIL);
        var copy = new ByteArrayOutputStream();
        new Pptx().clean(file, Pptx.TYPE, true, copy);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(copy.toByteArray()))) {
            assertThat(show.getSlides()).singleElement().satisfies(slide -> assertThat(slide.getTitle()).isEqualTo("清河县土地供应情况"));
        }
    }

    @Test
    void a_realistic_document_hides_nothing_and_its_copy_opens_elsewhere() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("关于清河镇某地块的公告");
            var table = document.createTable(3, 4);
            table.getRow(1).getCell(2).setText("第三格");
            document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT).createParagraph().createRun().setText("公告");
            document.write(out);
        }
        var file = file(out.toByteArray());
        assertThat(new Docx().hidden(file, Docx.TYPE)).extracting(Hidden::kind).containsOnly(Kind.METADATA);
        var copy = new ByteArrayOutputStream();
        new Docx().clean(file, Docx.TYPE, true, copy);
        try (var document = new XWPFDocument(new ByteArrayInputStream(copy.toByteArray()))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("关于清河镇某地块的公告");
            assertThat(document.getTables().getFirst().getRow(1).getCell(2).getText()).isEqualTo("第三格");
            assertThat(document.getHeaderList()).singleElement().satisfies(header -> assertThat(header.getText()).contains("公告"));
        }
    }
}
