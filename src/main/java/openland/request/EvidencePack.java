package openland.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.base.Digests;
import openland.base.Refusal;
import openland.base.Time;
import openland.calendar.Derived;
import openland.form.SheetWriter;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Officers;
import openland.request.RequestSight.Part;
import openland.request.RequestSight.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * All that a review body or court asks an office for, in one archive (证据材料): the form, what happened and when, why each day is that day,
 * what was looked for, who was asked and what he said, who signed which digest, the letters as they went out, the files. Identity papers
 * are not in it.
 */
@Service
public class EvidencePack {
    private final Requests requests;
    private final RequestSight sight;
    private final Papers papers;
    private final Letters letters;
    private final LetterFiles files;
    private final Searches searches;
    private final ReplyStore replies;
    private final Consulting consulting;
    private final Officers officers;
    private final Journal journal;

    EvidencePack(Requests requests, RequestSight sight, Papers papers, Letters letters, LetterFiles files, Searches searches, ReplyStore replies,
            Consulting consulting, Officers officers, Journal journal) {
        this.requests = requests;
        this.sight = sight;
        this.papers = papers;
        this.letters = letters;
        this.files = files;
        this.searches = searches;
        this.replies = replies;
        this.consulting = consulting;
        this.officers = officers;
        this.journal = journal;
    }

    /**
     * Writes it as a ZIP, and the journal keeps that he took it.
     *
     * @throws Refusal NOT_FOUND for an officer who may not see who asked
     */
    public void write(UUID request, Officer by, OutputStream out) throws IOException {
        var viewer = new Viewer.AnOfficer(by);
        var one = sight.see(request, Part.APPLICANT, by);
        journal.recordAlone(new Act("request.evidence-taken", by.id(), one.office(), one.id().toString()));
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, "01 申请.txt", form(one));
            text(zip, "02 期限.txt", String.join("\n", requests.answer(one).map(Requests.Answer::derivation).orElse(List.of()).stream().map(Derived::sentence).toList()));
            zip.putNextEntry(new ZipEntry("03 记录.xlsx"));
            zip.write(records(one, by));
            zip.closeEntry();
            letters(zip, one, viewer);
            papers(zip, one, viewer);
        }
    }

    private byte[] records(InformationRequest one, Officer by) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = SheetWriter.xlsx(bytes)) {
            sheet(book, "经过", List.of("序号", "日期", "记录时间", "事项", "说明", "经办人"), requests.events(one.id()).stream().map(event -> List.of(
                    Integer.toString(event.n()), event.on().toString(), Time.localTimeOf(event.at()).toString(), event.move().label(), event.remark(),
                    name(event.officer()))));
            sheet(book, "检索记录", List.of("日期", "在哪里", "用什么", "结果", "经办人"), searches.of(one.id(), by).stream().map(search -> List.of(
                    search.on().toString(), search.place(), search.words(), search.found(), name(search.officer()))));
            sheet(book, "征求意见", List.of("对象", "发出", "收到", "意见", "理由", "答复日期"), consulting.of(one.id()).stream().map(EvidencePack::row));
            sheet(book, "审核签字", List.of("步骤", "时间", "签字人", "内容摘要（SHA-256）"), replies.signatures(one.id()).stream().map(signature -> List.of(
                    RequestMove.valueOf(signature.step()).label(), Time.localTimeOf(signature.at()).toString(), name(signature.officer()),
                    Digests.hex(signature.digest()))));
        }
        return bytes.toByteArray();
    }

    private static void sheet(SheetWriter book, String title, List<String> heads, Stream<List<String>> rows) throws IOException {
        book.begin(title, heads);
        for (var row : rows.toList()) {
            book.row(row);
        }
    }

    private String form(InformationRequest one) {
        var filing = requests.filing(one);
        var applicant = requests.applicant(filing);
        return String.join("\n", "编号：" + one.number(), "申请人：" + applicant.name() + "（" + applicant.kind().label() + "）",
                "提交方式：" + filing.channel().label() + (filing.oral() ? "，口头提出，由工作人员代填" : ""), "到达日期：" + filing.arrivedOn(), "收到申请之日：" + one.receivedOn(),
                "提供形式：" + filing.form(), "获取方式：" + filing.delivery(), "", "所需政府信息：", one.asked());
    }

    private static List<String> row(Consultation asked) {
        var answer = asked.answer();
        return List.of(asked.kind().label() + "：" + asked.asked(), asked.sentOn().toString(), said(asked.reachedOn()), answer == null ? "" : answer.label(),
                asked.reason(), said(asked.answeredOn()));
    }

    private static String said(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private String name(@Nullable UUID officer) {
        return officer == null ? "" : officers.byId(officer).map(Officer::displayName).orElse("");
    }

    private void letters(ZipOutputStream zip, InformationRequest one, Viewer viewer) throws IOException {
        int n = 0;
        for (var letter : letters.of(one, viewer)) {
            zip.putNextEntry(new ZipEntry("信件/%02d %s.pdf".formatted(++n, letter.kind().label())));
            zip.write(files.pdf(letter.letter()));
            zip.closeEntry();
        }
    }

    private void papers(ZipOutputStream zip, InformationRequest one, Viewer viewer) throws IOException {
        int n = 0;
        Set<String> taken = new HashSet<>();
        for (var paper : papers.of(one, viewer)) {
            var name = "文件/%02d %s %s".formatted(++n, paper.role().label(), paper.name());
            if (taken.add(name)) {
                zip.putNextEntry(new ZipEntry(name));
                try (var in = papers.open(paper)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void text(ZipOutputStream zip, String name, String words) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(words.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
