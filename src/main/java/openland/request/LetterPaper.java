package openland.request;

import java.util.function.IntPredicate;
import java.util.stream.Stream;
import openland.files.PaperPdf;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A letter laid out like an official document (cf. GB/T 9704): red head, number, title, text, signature, page numbers. */
final class LetterPaper {
    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 28mm 26mm 26mm 28mm;
                    @bottom-center { content: "— " counter(page) " —"; font-family: 'Noto Sans SC'; font-size: 12pt; } }
            body { font-family: 'Noto Sans SC'; font-size: 14pt; line-height: 1.58; margin: 0; }
            p { margin: 0; text-align: justify; word-wrap: break-word; }
            .head { color: #c00000; font-size: 28pt; line-height: 1.4; text-align: center; letter-spacing: 2pt; }
            .number { text-align: center; margin-top: 5mm; }
            .rule { border-top: 0.6mm solid #c00000; height: 0; margin: 2mm 0 6mm 0; }
            h1 { font-size: 21pt; font-weight: normal; line-height: 1.4; text-align: center; margin: 0 0 5mm 0; }
            .summary { border: 0.25mm solid #555555; padding: 2mm 4mm; margin: 0 0 4mm 0; font-size: 12.5pt; line-height: 1.6; page-break-inside: avoid; }
            .body { text-indent: 28pt; orphans: 2; widows: 2; }
            .way { text-align: left; }
            .last { page-break-inside: avoid; }
            .enclosure { margin-left: 70pt; text-indent: -42pt; text-align: left; }
            .enclosure.first { margin-left: 92pt; text-indent: -64pt; }
            .enclosure.more { margin-left: 92pt; text-indent: -22pt; }
            .gap { height: 4mm; }
            .signed { margin-left: 70mm; margin-right: 8mm; page-break-inside: avoid; page-break-before: avoid; }
            .signed p { text-align: center; }
            .contact { border-top: 0.2mm solid #888888; margin-top: 5mm; padding-top: 1.5mm; font-size: 11pt; line-height: 1.5; page-break-inside: avoid; }
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
        var text = Stream.concat(letter.body().stream(), letter.remedies().stream()).toList();
        text.subList(0, text.size() - 1).forEach(words -> paragraph(body, words));
        var last = body.appendElement("div").addClass("last");   // no page with nothing but a signature
        paragraph(last, text.getLast());
        enclosures(last, letter);
        signature(last, letter);
        return page;
    }

    /** A web address is not pulled apart to fill its line. */
    private void paragraph(Element parent, String words) {
        add(parent, words.contains("://") ? "body way" : "body", words);
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
            letter.contact().forEach(line -> add(contact, "line", (line.equals(letter.contact().getFirst()) ? "联系方式：" : "") + line));
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
