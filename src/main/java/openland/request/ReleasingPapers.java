package openland.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.files.CellMark;
import openland.files.Files;
import openland.files.Hidden;
import openland.files.Redacted;
import openland.files.Redacted.Left;
import openland.files.Redacting;
import openland.files.RedactionMark;
import openland.files.StoredFile;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.request.MarkingPapers.Marked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of a paper the copy that the applicant gets: with its marks, or whole when it hides nothing. */
@Service
public class ReleasingPapers {
    private static final int NAMED = 5;

    private final MarkingPapers marking;
    private final Papers papers;
    private final MarkStore marks;
    private final Redacting redacting;
    private final Files files;
    private final Journal journal;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    ReleasingPapers(MarkingPapers marking, Papers papers, MarkStore marks, Redacting redacting, Files files, Journal journal, InstantSource time,
            TransactionTemplate transaction) {
        this.marking = marking;
        this.papers = papers;
        this.marks = marks;
        this.redacting = redacting;
        this.files = files;
        this.journal = journal;
        this.time = time;
        this.transaction = transaction;
    }

    /** What must be cleared before the paper can be given whole. */
    public List<Hidden> blocking(Marked marked) {
        return redacting.releasable(files.publicCopy(marked.paper().sha256()).sha256());
    }

    /** Hidden words that still stand elsewhere on its pages; none without marks. */
    public List<Left> left(Marked marked) {
        var areas = marking.areas(marked);
        return areas.isEmpty() ? List.of() : redacting.left(marked.paper().sha256(), areas);
    }

    /**
     * The copy for the applicant; an earlier one of the same paper is given no more.
     *
     * @param sure although a hidden word still stands elsewhere
     * @throws Refusal FORBIDDEN, CONFLICT, NOT_FOUND as for marking; UNPROCESSABLE when something hidden blocks it, when a hidden word
     *                 stands elsewhere and he is not sure, or when the copy does not stand its proof
     */
    public Paper release(UUID request, UUID paper, boolean sure, Officer by) {
        var marked = marking.changing(request, paper, by);
        var standing = marking.of(marked);
        if (!sure) {
            mustBeNowhereElse(left(marked));
        }
        if (standing.isEmpty() || standing.getFirst().cells() != null) {
            mustHideNothing(blocking(marked));
        }
        var copy = standing.isEmpty() ? new Redacted(whole(marked), whole(marked), List.of(), 0, false) : covered(marked, standing);
        if (!sure && !copy.left().isEmpty()) {
            mustBeNowhereElse(copy.left());
        }
        var text = standing.isEmpty() || copy.text().equals(copy.file()) ? "" : text(copy.text());
        return Objects.requireNonNull(transaction.execute(_ -> given(marked, copy, text, by)));
    }

    private Paper given(Marked marked, Redacted copy, String text, Officer by) {
        var original = marked.paper();
        var paper = papers.add(new Papers.NewPaper(marked.request().id(), Paper.Role.RELEASED, name(original.name(), copy), null, text, by.id()), copy.file());
        marks.supersede(original.id(), paper.id());
        marks.released(paper.id(), original.id(), copy.marks(), RequestStore.JSON.writeValueAsString(copy.left()), by.id(), time.instant().truncatedTo(ChronoUnit.MICROS));
        journal.record(new Act("request.paper-released", by.id(), marked.request().office(), marked.request().id().toString(),
                Map.of("paper", original.id().toString(), "copy", paper.id().toString(), "marks", copy.marks(), "sha256", copy.file().sha256(),
                        "read", copy.recognised(), "left", copy.left().size())));
        return paper;
    }

    private static void mustBeNowhereElse(List<Left> left) {
        if (!left.isEmpty()) {
            throw new Refusal(Refusal.Reason.UNPROCESSABLE, "遮盖的词语在别处还露着：" + said(left) + "。请也遮盖，或者确认可以保留。");
        }
    }

    /** Pages are painted anew, whatever the file hides; a table and a whole file are not. */
    private static void mustHideNothing(List<Hidden> blocking) {
        if (!blocking.isEmpty()) {
            throw new Refusal(Refusal.Reason.UNPROCESSABLE, "文件里还有读者看不见的内容，现在不能提供：" + blocking.stream().limit(NAMED)
                    .map(one -> one.kind().label() + "（" + one.place() + "）").distinct().collect(Collectors.joining("、"))
                    + (blocking.size() > NAMED ? "等" + blocking.size() + "处" : "") + "。请先去掉隐藏的内容，再用去掉以后的文件。");
        }
    }

    private static String said(List<Left> left) {
        var named = left.stream().limit(NAMED).map(one -> "“" + one.word() + "”在" + String.join("、", one.places())).toList();
        return String.join("；", named) + (left.size() > NAMED ? "等" + left.size() + "个" : "");
    }

    private Redacted covered(Marked marked, List<PaperMark> standing) {
        var sha256 = marked.paper().sha256();
        var cells = standing.stream().map(PaperMark::cells).filter(Objects::nonNull).map(CellMark.class::cast).toList();
        if (!cells.isEmpty()) {
            return redacting.redactCells(sha256, cells);
        }
        return redacting.redact(sha256, standing.stream().map(PaperMark::area).filter(Objects::nonNull).map(RedactionMark.class::cast).toList());
    }

    private StoredFile whole(Marked marked) {
        return files.publicCopy(marked.paper().sha256());
    }

    private String text(StoredFile file) {
        try (var in = files.open(file.sha256()).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 批复.docx becomes 批复（区分处理）.pdf. */
    private String name(String original, Redacted copy) {
        int dot = original.lastIndexOf('.');
        if (copy.marks() == 0) {
            return original;
        }
        var ending = switch (copy.file().type()) {
            case "application/pdf" -> ".pdf";
            case "text/csv" -> ".csv";
            default -> ".xlsx";
        };
        var plain = dot > 0 ? original.substring(0, dot) : original;
        return plain.substring(0, Math.min(100, plain.length())) + "（区分处理）" + ending;
    }

    /**
     * A copy without what the file hides becomes a further paper of the office's own, to be looked at and given.
     *
     * @throws Refusal as {@link #release}
     */
    public Paper clear(UUID request, UUID paper, Officer by) {
        var marked = marking.changing(request, paper, by);
        var copy = redacting.cleared(marked.paper().sha256());
        if (copy.sha256().equals(marked.paper().sha256())) {
            throw Refusal.conflict("文件里没有系统能去掉的隐藏内容。");
        }
        return papers.add(new Papers.NewPaper(request, Paper.Role.ORIGINAL, marked.paper().name(), null, "", by.id()), copy);
    }
}
