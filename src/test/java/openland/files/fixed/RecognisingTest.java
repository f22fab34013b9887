package openland.files.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import openland.files.FileContent;
import openland.files.FileContent.Part;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecognisingTest {
    private static final Recognising NONE = new Recognising(null, Duration.ZERO);
    private static final String SENTENCE = "经批准现将以下地块的征收补偿情况公布有意见的可以提出";

    @TempDir
    private Path folder;

    private FileContent read(byte[] pdf, Recognising recognising) throws Exception {
        return new PdfFormat(recognising).read(Files.write(folder.resolve("scan.pdf"), pdf), "application/pdf");
    }

    /** A program that answers for Tesseract: what it does for a page is {@code act}. */
    private Recognising acting(String act, Duration onePage) throws Exception {
        var program = Files.writeString(folder.resolve("tesseract"), """
                #!/bin/sh
                if [ "$1" = --list-langs ]; then echo chi_sim; exit; fi
                cd "%s"
                %s
                """.formatted(folder, act));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Recognising(program, onePage);
    }

    private static String saying(String words) {
        return "echo $$ >> pids; printf 'head\\n5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t500\\t20\\t95.5\\t" + words + "\\n'";
    }

    @Test
    void a_written_picture_is_read() throws Exception {
        Scans.mustBeReadable();
        var content = PictureScans.read(Scans.png(), new Recognising());
        assertThat(content.text()).contains("征地补偿安置情况说明", "征收补偿情况公布，有意见的", Scans.NUMBER);
        assertThat(content.recognised()).isTrue();
        assertThat(content.scanned()).isFalse();
    }

    @Test
    void a_scanned_pdf_is_read_page_by_page_and_its_copy_alike() throws Exception {
        Scans.mustBeReadable();
        var recognising = new Recognising();
        var pdf = Scans.pdf(List.of(Scans.landscape(), Scans.written(Scans.WORDS)));
        var content = read(pdf, recognising);
        assertThat(content.parts()).extracting(Part::place).containsExactly("第1页", "第2页");
        assertThat(content.parts().get(0).text()).isBlank();
        assertThat(content.parts().get(1).text()).contains("征地补偿安置情况说明", Scans.NUMBER);
        assertThat(content.recognised()).isTrue();
        assertThat(content.scanned()).as("the first page was not read").isTrue();
        var copy = new ByteArrayOutputStream();
        new PdfFormat(NONE).clean(folder.resolve("scan.pdf"), "application/pdf", false, copy);
        assertThat(read(copy.toByteArray(), recognising)).isEqualTo(content);
        assertThat(read(copy.toByteArray(), new Recognising())).as("read once more").isEqualTo(content);
    }

    @Test
    void noise_and_a_landscape_say_nothing() throws Exception {
        Scans.mustBeReadable();
        for (var picture : List.of(Scans.noise(), Scans.landscape())) {
            assertThat(PictureScans.read(Scans.png(picture), new Recognising())).isEqualTo(FileContent.EMPTY);
        }
    }

    @Test
    void without_the_program_writing_is_marked_as_a_scan_and_other_pictures_are_not() throws Exception {
        assertThat(PictureScans.read(Scans.png(), NONE)).isEqualTo(new FileContent(List.of(), true, false));
        assertThat(read(Scans.pdf(), NONE)).isEqualTo(new FileContent(List.of(new Part("第1页", List.of())), true, false));
        for (var picture : List.of(Scans.noise(), Scans.landscape(), new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB))) {
            assertThat(PictureScans.read(Scans.png(picture), NONE)).isEqualTo(FileContent.EMPTY);
        }
    }

    @Test
    @Timeout(60)
    void a_program_that_takes_too_long_is_ended_with_its_children() throws Exception {
        var slow = acting("sleep 600 & echo $! > pids; echo $$ >> pids; wait", Duration.ofSeconds(5));
        assertThat(slow.isInstalled()).isTrue();
        assertThat(read(Scans.pdf(), slow)).isEqualTo(read(Scans.pdf(), NONE));
        var pids = Files.readAllLines(folder.resolve("pids"));
        assertThat(pids).hasSize(2);
        for (var pid : pids) {
            var process = ProcessHandle.of(Long.parseLong(pid));
            if (process.isPresent()) {
                process.get().onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_program_that_fails_or_has_no_chinese_changes_nothing() throws Exception {
        assertThat(read(Scans.pdf(), acting("exit 1", Duration.ofSeconds(20)))).isEqualTo(read(Scans.pdf(), NONE));
        assertThat(read(Scans.pdf(), acting("echo nonsense; echo 5\t1\t1", Duration.ofSeconds(20)))).isEqualTo(read(Scans.pdf(), NONE));
        assertThat(new Recognising(Path.of("/bin/true"), Duration.ofSeconds(20)).isInstalled()).isFalse();
        assertThat(new Recognising(folder.resolve("nothing"), Duration.ofSeconds(20)).isInstalled()).isFalse();
    }

    @Test
    void only_fifty_pages_are_read_and_none_twice() throws Exception {
        var quick = acting(saying(SENTENCE), Duration.ofSeconds(20));
        var pages = IntStream.rangeClosed(1, 52).mapToObj(i -> {
            var page = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
            page.getGraphics().fillRect(0, 0, i, 60);
            return page;
        }).toList();
        var content = read(Scans.pdf(pages), quick);
        assertThat(content.parts().stream().filter(part -> part.text().equals(SENTENCE))).hasSize(50);
        assertThat(content.scanned()).as("two were not read").isTrue();
        assertThat(content.recognised()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(50);
        assertThat(read(Scans.pdf(pages), quick)).isEqualTo(content);
        assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(50);
    }

    @Test
    void a_few_words_leave_a_page_marked_and_a_picture_a_picture() throws Exception {
        var few = acting(saying("附图"), Duration.ofSeconds(20));
        var content = read(Scans.pdf(), few);
        assertThat(content.text()).isEqualTo("附图");
        assertThat(content.scanned()).isTrue();
        assertThat(content.recognised()).isTrue();
        assertThat(PictureScans.read(Scans.png(Scans.landscape()), few)).isEqualTo(FileContent.EMPTY);
    }

    @Test
    void a_picture_that_promises_billions_of_pixels_is_not_painted() throws Exception {
        var quick = acting(saying(SENTENCE), Duration.ofSeconds(20));
        var pdf = PdfSamples.with("", (document, page) -> {
            page.getCOSObject().setItem(COSName.RESOURCES, PdfSamples.dictionary("XObject", PdfSamples.dictionary("Im1", huge(document))));
            page.getCOSObject().setItem(COSName.CONTENTS, PdfSamples.stream(document, "q 595 0 0 842 0 0 cm /Im1 Do Q"));
        });
        var content = read(pdf, quick);
        assertThat(content.scanned()).isTrue();
        assertThat(content.text()).isBlank();
        assertThat(folder.resolve("pids")).doesNotExist();
    }

    private static COSStream huge(PDDocument document) throws Exception {
        var picture = PdfSamples.picture(document);
        picture.setInt(COSName.WIDTH, 60_000);
        picture.setInt(COSName.HEIGHT, 60_000);
        return picture;
    }
}
