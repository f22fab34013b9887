package openland.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import openland.OpenlandTest;
import openland.files.Files;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of five hundred clean documents, as the files that offices make of them, fewer than two in a hundred are stopped. */
@OpenlandTest
class CleanFilesTest {
    @Autowired Files files;
    @Autowired FileScreening screening;

    @Test
    void clean_files_are_hardly_ever_stopped() throws Exception {
        var documents = new CleanDocuments(19491001).make(500);
        var stopped = new ArrayList<String>();
        for (int i = 0; i < documents.size(); i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var original = files.store("文件." + kind.name().toLowerCase(Locale.ROOT),
                    new ByteArrayInputStream(kind.file(documents.get(i)))).sha256();
            screening.screen("attachments", original, files.publicCopy(original).sha256()).stream().filter(Finding::stops).findFirst()
                    .ifPresent(finding -> stopped.add(kind + ": " + finding.sentence()));
        }
        assertThat(stopped.size()).as("of %s: %s", documents.size(), stopped).isLessThan(documents.size() / 50);
    }

    private enum Kind {
        DOCX {
            @Override
            byte[] file(String text) throws IOException {
                try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
                    text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
                    document.getProperties().getCoreProperties().setCreator("办公室");
                    document.write(out);
                    return out.toByteArray();
                }
            }
        },
        XLSX {
            @Override
            byte[] file(String text) throws IOException {
                try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
                    var sheet = book.createSheet("附表");
                    var lines = text.lines().toList();
                    for (int r = 0; r < lines.size(); r++) {
                        var cells = lines.get(r).split("\t");
                        var row = sheet.createRow(r);
                        for (int c = 0; c < cells.length; c++) {
                            row.createCell(c).setCellValue(cells[c]);
                        }
                    }
                    book.write(out);
                    return out.toByteArray();
                }
            }
        },
        HTML {
            @Override
            byte[] file(String text) {
                return ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>公告</title></head><body>"
                        + text.replace("&", "&amp;").replace("<", "&lt;").lines().map(line -> line.contains("\t")
                                ? "<tr><td>" + line.replace("\t", "</td><td>") + "</td></tr>" : "</table><p>" + line + "</p><table>")
                                .collect(Collectors.joining("", "<table>", "</table>")) + "</body></html>").getBytes(StandardCharsets.UTF_8);
            }
        },
        TXT {
            @Override
            byte[] file(String text) {
                return text.getBytes(Charset.forName("GB18030"));
            }
        };

        abstract byte[] file(String text) throws IOException;
    }
}
