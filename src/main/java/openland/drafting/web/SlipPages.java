package openland.drafting.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.drafting.Draft;
import openland.drafting.DraftStatus;
import openland.drafting.Draftroom;
import openland.files.PaperPdf;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The approval slip as a Word document and as a PDF, for the paper file; each download is journaled. */
@Controller
@RequestMapping("/desk/drafts/{id}")
class SlipPages {
    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    /** A4 and its margins in twentieths of a point. */
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int LABEL_WIDTH = 1900;
    private static final int VALUE_WIDTH = A4_WIDTH - 2 * MARGIN - LABEL_WIDTH;

    private final Draftroom room;
    private final DraftReading reading;
    private final TemplateEngine templates;
    private final Journal journal;
    private final InstantSource time;

    SlipPages(Draftroom room, DraftReading reading, TemplateEngine templates, Journal journal, InstantSource time) {
        this.room = room;
        this.reading = reading;
        this.templates = templates;
        this.journal = journal;
        this.time = time;
    }

    @GetMapping("/slip.docx")
    ResponseEntity<byte[]> word(@PathVariable UUID id, Officer officer) throws IOException {
        var status = room.look(id, officer);
        return file("审批单.docx", DOCX, docx(slip(status, officer)), status.draft(), officer);
    }

    @GetMapping("/slip.pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, Officer officer) {
        var status = room.look(id, officer);
        return file("审批单.pdf", MediaType.APPLICATION_PDF, pdf(slip(status, officer)), status.draft(), officer);
    }

    private Slip slip(DraftStatus status, Officer officer) {
        return Slip.of(reading.of(status, officer), time.instant());
    }

    private ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes, Draft draft, Officer officer) {
        journal.recordAlone(new Act("draft.slip-exported", officer.id(), draft.office(), draft.id().toString(), Map.of("type", type.getSubtype())));
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(bytes);
    }

    private static byte[] docx(Slip slip) throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            var page = document.getDocument().getBody().addNewSectPr();
            page.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
            page.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
            page.addNewPgMar().setLeft(BigInteger.valueOf(MARGIN));
            page.getPgMar().setRight(BigInteger.valueOf(MARGIN));
            var heading = document.createParagraph();
            heading.setAlignment(ParagraphAlignment.CENTER);
            write(heading, slip.heading(), 18);
            var table = document.createTable(slip.lines().size(), 2);
            for (int i = 0; i < slip.lines().size(); i++) {
                var row = table.getRow(i);
                fill(row.getCell(0), List.of(slip.lines().get(i).label()), LABEL_WIDTH);
                fill(row.getCell(1), slip.lines().get(i).values(), VALUE_WIDTH);
            }
            write(document.createParagraph(), slip.foot(), 9);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XWPFTableCell cell, List<String> values, int width) {
        cell.setWidth(Integer.toString(width));
        for (int i = 0; i < values.size(); i++) {
            write(i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph(), values.get(i), 11);
        }
    }

    private static void write(XWPFParagraph paragraph, String text, int points) {
        var run = paragraph.createRun();
        run.setFontFamily("FangSong");
        run.setFontSize(points);
        run.setText(text);
    }

    private byte[] pdf(Slip slip) {
        var html = new StringOutput();
        templates.render("drafting/slip-paper.jte", Map.of("slip", slip), html);
        return PaperPdf.bytes(Jsoup.parse(html.toString()));
    }
}
