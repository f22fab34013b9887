package openland.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.files.CellMark;
import openland.files.PageRedaction.Wanted;
import openland.files.Redacting;
import openland.files.RedactionMark;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.request.PaperMark.Source;
import openland.screening.Finding;
import openland.screening.Screening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks what of a paper is not given (区分处理, 条例第三十七条): drawn, by words, by what looks like personal data, by cells. */
@Service
public class MarkingPapers {
    private final RequestSight sight;
    private final Papers papers;
    private final MarkStore marks;
    private final Redacting redacting;
    private final openland.files.Files files;
    private final Screening screening;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    MarkingPapers(RequestSight sight, Papers papers, MarkStore marks, Redacting redacting, openland.files.Files files, Screening screening, Journal journal,
            Ids ids, InstantSource time, TransactionTemplate transaction) {
        this.sight = sight;
        this.papers = papers;
        this.marks = marks;
        this.redacting = redacting;
        this.files = files;
        this.screening = screening;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.transaction = transaction;
    }

    /** A paper that may be marked, and its request. @param mayMark whether the officer may change something now */
    public record Marked(InformationRequest request, Paper paper, boolean mayMark) {}

    /**
     * Something that looks like personal data. @param words as they stand in the file; for the form, shown masked in {@code sentence}
     *
     * @param key tells it from the others
     */
    public record Proposal(String key, String sentence, String place, String words) {}

    /** @throws Refusal NOT_FOUND when there is none, it is none of the office's own, or the officer does not see it */
    public Marked see(UUID request, UUID paper, Officer officer) {
        var one = sight.see(request, officer);
        var found = papers.see(request, paper, new RequestSight.Viewer.AnOfficer(officer));
        if (found.role() != Paper.Role.ORIGINAL) {
            throw Refusal.notFound("只有本机关拟提供的原件可以作区分处理。");
        }
        return new Marked(one, found, RequestMove.DRAFT.isPossibleIn(one.stage()) && officer.holdsOneOf(RequestMove.DRAFT.posts(), one.office()));
    }

    /** The marks that stand, page by page. For whoever has asked {@link #see}. */
    public List<PaperMark> of(Marked marked) {
        return marks.of(marked.paper().id());
    }

    /** The areas among them, in the same order; the number on a picture is the place in this list. */
    public List<RedactionMark> areas(Marked marked) {
        return of(marked).stream().map(PaperMark::area).filter(Objects::nonNull).toList();
    }

    /** What of a paper looks like personal data, as far as its text can be read; said once for the same words. */
    public List<Proposal> proposals(Marked marked) {
        var found = new ArrayList<Proposal>();
        for (var part : files.inspection(marked.paper().sha256()).content().parts()) {
            var text = part.text();
            for (var finding : screening.screen("", text)) {
                boolean words = finding.kind() != Finding.Kind.OVERFLOW && finding.to() > finding.from();
                if (words && found.stream().noneMatch(one -> one.key().equals(finding.identity()))) {
                    var at = finding.at(part.place());
                    found.add(new Proposal(finding.identity(), finding.sentence(), at.place(), text.substring(finding.from(), finding.to())));
                }
            }
        }
        return found;
    }

    /** An area that was drawn. @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT as {@link #changing}; INVALID for what is no area */
    public void draw(UUID request, UUID paper, RedactionMark area, Officer by) {
        var marked = changing(request, paper, by);
        if (area.page() > redacting.count(marked.paper().sha256())) {
            throw Refusal.invalid("没有第" + area.page() + "页。");
        }
        add(marked, List.of(area), Source.DRAWN, by);
    }

    /** Everything that reads like one of the words. @return how many places @throws Refusal as {@link #draw} */
    public int hideWords(UUID request, UUID paper, List<String> words, MarkGround ground, Officer by) {
        var marked = changing(request, paper, by);
        var wanted = words.stream().map(String::strip).filter(word -> !word.isEmpty()).distinct().map(word -> new Wanted(word, ground.said())).toList();
        Words.must(!wanted.isEmpty(), "请写下要遮盖的词语，一行一个。");
        return add(marked, redacting.occurrences(marked.paper().sha256(), wanted), Source.WORDS, by);
    }

    /** What was proposed. @param keys of the proposals @return how many places @throws Refusal as {@link #draw} */
    public int hideFound(UUID request, UUID paper, Collection<String> keys, MarkGround ground, Officer by) {
        var marked = changing(request, paper, by);
        var wanted = proposals(marked).stream().filter(one -> keys.contains(one.key())).map(one -> new Wanted(one.words(), ground.said())).toList();
        Words.must(!wanted.isEmpty(), "请勾选要遮盖的提示。");
        return add(marked, redacting.occurrences(marked.paper().sha256(), wanted), Source.FOUND, by);
    }

    /** Cells of a table. @throws Refusal as {@link #draw} */
    public void hideCells(UUID request, UUID paper, CellMark cells, Officer by) {
        var marked = changing(request, paper, by);
        if (!redacting.hasCells(marked.paper().sha256())) {
            throw Refusal.invalid("这个文件不是能按单元格遮盖的表格。");
        }
        write(marked, List.of(made(marked, null, cells, cells.ground(), Source.CELLS, by)), by);
    }

    /** Takes marks away again; who did it stays. @throws Refusal as {@link #draw} */
    public void remove(UUID request, UUID paper, Collection<UUID> which, Officer by) {
        var marked = changing(request, paper, by);
        Words.must(!which.isEmpty(), "请勾选要去掉的遮盖。");
        transaction.executeWithoutResult(_ -> {
            int count = marks.remove(paper, which, by.id(), now());
            journal.record(new Act("request.marks-removed", by.id(), marked.request().office(), request.toString(), Map.of("paper", paper.toString(), "count", count)));
        });
    }

    /** @throws Refusal FORBIDDEN without a post that drafts the answer; CONFLICT once the answer is being reviewed */
    Marked changing(UUID request, UUID paper, Officer by) {
        var marked = see(request, paper, by);
        by.mustHoldOneOf(RequestMove.DRAFT.posts(), marked.request().office());
        if (!marked.mayMark()) {
            throw Refusal.conflict("答复已经送审或者办结，不能再改遮盖。要改的，请先退回起草。");
        }
        return marked;
    }

    /** Those that lie nowhere yet. */
    private int add(Marked marked, List<RedactionMark> areas, Source source, Officer by) {
        var known = areas(marked);
        var wanted = areas.stream().filter(area -> known.stream().noneMatch(one -> isSamePlace(one, area)))
                .map(area -> made(marked, area, null, area.ground(), source, by)).toList();
        if (known.size() + wanted.size() > Redacting.MOST_MARKS) {
            throw Refusal.invalid("一个文件最多" + Redacting.MOST_MARKS + "处遮盖。");
        }
        write(marked, wanted, by);
        return areas.size();
    }

    private static boolean isSamePlace(RedactionMark one, RedactionMark other) {
        double most = Math.max(Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y())),
                Math.max(Math.abs(one.width() - other.width()), Math.abs(one.height() - other.height())));
        return one.page() == other.page() && most < 1e-4;
    }

    private PaperMark made(Marked marked, @Nullable RedactionMark area, @Nullable CellMark cells, String ground, Source source, Officer by) {
        return new PaperMark(ids.next("000000"), marked.paper().id(), area, cells, ground, source, by.id(), now());
    }

    private void write(Marked marked, List<PaperMark> wanted, Officer by) {
        if (!wanted.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                wanted.forEach(marks::add);
                journal.record(new Act("request.marks-added", by.id(), marked.request().office(), marked.request().id().toString(),
                        Map.of("paper", marked.paper().id().toString(), "count", wanted.size())));
            });
        }
    }

    /** The copy that the applicant gets of a paper; empty while none was made. */
    public Optional<UUID> released(Marked marked) {
        return marks.released(marked.paper().id());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
