package openland.files.fixed;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import openland.base.Refusal;
import openland.files.HiddenWords;
import openland.files.PageRedaction;
import openland.files.Redacted.Left;
import openland.files.RedactionMark;
import org.springframework.stereotype.Component;

/** Paints the pages of PDFs and pictures anew, with what is marked covered. */
@Component
final class PaintedRedaction implements PageRedaction {
    private static final int MOST_PAGES = 500;
    private static final String PDF = "application/pdf";

    private final Recognising recognising;

    PaintedRedaction(Recognising recognising) {
        this.recognising = recognising;
    }

    @Override
    public Set<String> types() {
        return Set.of(PDF, "image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp");
    }

    private <T> T opened(Path file, String type, PdfFormat.Work<Sheets, T> work) throws IOException {
        if (!type.equals(PDF)) {
            return work.done(mustNotBeTooMany(new PictureSheets(Files.readAllBytes(file), recognising.sitting())));
        }
        return PdfFormat.document(file, document -> work.done(mustNotBeTooMany(new PdfSheets(document, recognising.sitting()))));
    }

    private static Sheets mustNotBeTooMany(Sheets sheets) {
        if (sheets.count() > MOST_PAGES) {
            throw Refusal.invalid("这个文件有" + sheets.count() + "页。一次最多处理" + MOST_PAGES + "页，请拆分后再作区分处理。");
        }
        return sheets;
    }

    @Override
    public int count(Path file, String type) throws IOException {
        return opened(file, type, Sheets::count);
    }

    @Override
    public List<Page> pages(Path file, String type) throws IOException {
        return opened(file, type, sheets -> {
            var pages = new ArrayList<Page>();
            for (int i = 0; i < sheets.count(); i++) {
                var sheet = sheets.sheet(i);
                pages.add(new Page(sheet.width(), sheet.height(), sheet.text()));
            }
            return List.copyOf(pages);
        });
    }

    @Override
    public void paint(Path file, String type, int page, List<RedactionMark> marks, Look look, OutputStream png) throws IOException {
        opened(file, type, sheets -> {
            if (page < 1 || page > sheets.count()) {
                throw Refusal.notFound("没有第" + page + "页，共" + sheets.count() + "页。");
            }
            return ImageIO.write(painted(sheets, page, marks, look), "png", png);
        });
    }

    private static BufferedImage painted(Sheets sheets, int page, List<RedactionMark> marks, Look look) throws IOException {
        var picture = sheets.painted(page - 1);
        var here = marks.stream().filter(mark -> mark.page() == page).toList();
        if (look == Look.BARE || here.isEmpty()) {
            return picture;
        }
        if (look == Look.THROUGH) {
            MarkPainting.through(picture, page, marks);
            return picture;
        }
        var covered = new CoveredSheet(sheets.sheet(page - 1), here, new HiddenWords());
        return new MarkPainting(covered, picture.getWidth(), picture.getHeight()).onto(picture);
    }

    @Override
    public List<Left> left(Path file, String type, List<RedactionMark> marks) throws IOException {
        return opened(file, type, sheets -> {
            var byPage = byPage(sheets, marks);
            var words = new HiddenWords();
            var left = new ArrayList<String>();
            for (int i = 0; i < sheets.count(); i++) {
                left.add(words(new CoveredSheet(sheets.sheet(i), byPage.getOrDefault(i + 1, List.of()), words)));
            }
            return left(words, left);
        });
    }

    private static String words(CoveredSheet covered) {
        return covered.left().stream().map(PageGlyph::text).collect(Collectors.joining());
    }

    private static List<Left> left(HiddenWords words, List<String> pages) {
        for (int i = 0; i < pages.size(); i++) {
            words.look(pages.get(i), "第" + (i + 1) + "页");
        }
        return words.left();
    }

    private static Map<Integer, List<RedactionMark>> byPage(Sheets sheets, List<RedactionMark> marks) {
        marks.stream().map(RedactionMark::page).filter(page -> page > sheets.count()).findAny().ifPresent(page -> {
            throw Refusal.invalid("第" + page + "页有遮盖，可是文件只有" + sheets.count() + "页。");
        });
        return marks.stream().collect(Collectors.groupingBy(RedactionMark::page));
    }

    @Override
    public List<RedactionMark> find(Path file, String type, List<Wanted> wanted) throws IOException {
        return opened(file, type, sheets -> {
            var occurrences = new Occurrences(wanted);
            for (int i = 0; i < sheets.count(); i++) {
                occurrences.look(sheets.sheet(i), i + 1);
            }
            return occurrences.found();
        });
    }

    @Override
    public Result redact(Path file, String type, List<RedactionMark> marks, OutputStream pdf) throws IOException {
        return opened(file, type, sheets -> new Copy(sheets, byPage(sheets, marks)).make(pdf));
    }

    /** One copy in the making. */
    private final class Copy {
        private final Sheets sheets;
        private final Map<Integer, List<RedactionMark>> marks;
        private final List<MarkPainting> paintings = new ArrayList<>();
        private final HiddenWords words = new HiddenWords();
        private final List<String> left = new ArrayList<>();
        private final StringBuilder said = new StringBuilder();

        Copy(Sheets sheets, Map<Integer, List<RedactionMark>> marks) {
            this.sheets = sheets;
            this.marks = marks;
        }

        Result make(OutputStream out) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var pdf = new PicturePdf()) {
                for (int i = 0; i < sheets.count(); i++) {
                    page(i, pdf);
                }
                pdf.write(bytes);
            }
            var copy = rewritten(bytes.toByteArray());
            boolean read = new RedactionProof(copy, paintings, words.all()).mustHold(recognising);
            out.write(copy);
            int count = marks.values().stream().mapToInt(List::size).sum();
            return new Result("本件作过区分处理，共遮盖" + count + "处。\n\n" + said, left(words, left), read);
        }

        private void page(int index, PicturePdf pdf) throws IOException {
            var covered = new CoveredSheet(sheets.sheet(index), marks.getOrDefault(index + 1, List.of()), words);
            var picture = sheets.painted(index);
            var painting = new MarkPainting(covered, picture.getWidth(), picture.getHeight());
            pdf.add(painting.onto(picture), covered.sheet().width());
            paintings.add(painting);
            left.add(words(covered));
            var text = covered.said();
            said.append("第").append(index + 1).append("页\n").append(text.isBlank() ? "（图片，没有可以读出的文字）" : text).append("\n\n");
        }
    }

    /** As this program writes every PDF that goes out. */
    private static byte[] rewritten(byte[] pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = PdfOpening.open(new org.apache.pdfbox.io.RandomAccessReadBuffer(pdf))) {
            PdfFormat.rewritten(PdfFindings.of(document), false, out);
        }
        return out.toByteArray();
    }
}
