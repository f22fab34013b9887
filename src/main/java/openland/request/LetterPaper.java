package openland.request;

import java.util.function.IntPredicate;
import openland.files.PaperPdf;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A letter laid out like an official document (cf. GB/T 9704): red head, number, title, text, signature, page numbers. */
final class LetterPaper {
    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 30mm 26mm 27mm 28mm;
                    @bottom-center { content: "— " counter(page) " —"; font-family: 'Noto Sans SC'; font-size: 12pt; } }
            body { font-family: 'Noto Sans SC'; font-size: 15pt; line-height: 1.7; margin: 0; }
            p { margin: 0; text-align: justify; word-wrap: break-word; }
            .head { color: #c00000; font-size: 28pt; line-height: 1.4; text-align: center; letter-spacing: 2pt; }
            .number { text-align: center; margin-top: 8mm; }
            .rule { border-top: 0.6mm solid #c00000; height: 0; margin: 2mm 0 7mm 0; }
            h1 { font-size: 21pt; font-weight: normal; line-height: 1.4; text-align: center; margin: 0 0 6mm 0; }
            .summary { border: 0.25mm solid #555555; padding: 2mm 4mm; margin: 0 0 5mm 0; font-size: 13pt; line-height: 1.6; page-break-inside: avoid; }
            .body { text-indent: 30pt; orphans: 2; widows: 2; }
            .enclosure { margin-left: 75pt; text-indent: -45pt; text-align: left; }
            .enclosure.first { margin-left: 98pt; text-indent: -68pt; }
            .enclosure.more { margin-left: 98pt; text-indent: -23pt; }
            .gap { height: 5mm; }
            .signed { margin-left: 70mm; margin-right: 8mm; page-break-inside: avoid; page-break-before: avoid; }
            .signed p { text-align: center; }
            .contact { border-top: 0.2mm solid #888888; margin-top: 8mm; padding-top: 2mm; font-size: 12pt; line-height: 1.5; page-break-inside: avoid; }
            """;

    private final IntPredicate shows;

    /** @param shows whether there is a sign for a code point; for the others their number is printed, never nothing */
    LetterPaper(IntPredicate shows) {
        this.shows = shows;
    }

    Document page(Letter letter) {
        var page = Document.createShell("");
        page.title(letter.title());
        page.head().appendElement("style").appendText(STYLE);
        var body = page.body();
        add(body, "head", letter.office());
        if (letter.number() != null) {
            add(body, "number", letter.number());
        }
        body.appendElement("div").addClass("rule");
        body.appendElement("h1").appendText(shown(letter.title()));
        add(body, "summary", letter.summary());
        add(body, "addressee", letter.addressee() + "：");
        letter.body().forEach(text -> add(body, "body", text));
        letter.remedies().forEach(text -> add(body, "body", text));
        enclosures(body, letter);
        signature(body, letter);
        return page;
    }

    private void enclosures(Element body, Letter letter) {
        var names = letter.enclosures();
        for (int i = 0; i < names.size(); i++) {
            var lead = i == 0 ? "附件：" : "";
            add(body, names.size() == 1 ? "enclosure" : i == 0 ? "enclosure first" : "enclosure more", lead + (names.size() > 1 ? (i + 1) + "．" : "") + names.get(i));
        }
    }

    private void signature(Element body, Letter letter) {
        body.appendElement("div").addClass("gap");
        var signed = body.appendElement("div").addClass("signed");
        add(signed, "office", letter.office());
        add(signed, "date", LetterText.date(letter.date()));
        if (!letter.contact().isEmpty()) {
            var contact = body.appendElement("div").addClass("contact");
            add(contact, "line", "联系方式");
            letter.contact().forEach(line -> add(contact, "line", line));
        }
    }

    private void add(Element parent, String kind, String text) {
        parent.appendElement("p").attr("class", kind).appendText(shown(text));
    }

    private String shown(String text) {
        return LetterPaper.shown(text, shows);
    }

    /** For a sign that the typeface lacks, its number: 〔U+1F600〕. */
    static String shown(String text, IntPredicate shows) {
        var shown = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (shows.test(sign)) {
                shown.appendCodePoint(sign);
            } else {
                shown.append("〔U+%04X〕".formatted(sign));
            }
        });
        return shown.toString();
    }

    static LetterPaper pdf() {
        return new LetterPaper(PaperPdf::shows);
    }
}
