package openland.request.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.files.FileContent;
import openland.files.Files;
import openland.files.Hidden;
import openland.files.PageRedaction.Look;
import openland.files.Redacting;
import openland.office.Officer;
import openland.office.Officers;
import openland.request.InformationRequest;
import openland.request.MarkGround;
import openland.request.MarkingPapers;
import openland.request.MarkingPapers.Marked;
import openland.request.MarkingPapers.Proposal;
import openland.request.Paper;
import openland.request.PaperMark;
import openland.request.Papers;
import openland.request.ReleasingPapers;
import openland.request.RequestSight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the workbench of partial disclosure shows. */
@Component
public class MarkShowing {
    private final MarkingPapers marking;
    private final ReleasingPapers releasing;
    private final Redacting redacting;
    private final Papers papers;
    private final Files files;
    private final Officers officers;

    MarkShowing(MarkingPapers marking, ReleasingPapers releasing, Redacting redacting, Papers papers, Files files, Officers officers) {
        this.marking = marking;
        this.releasing = releasing;
        this.redacting = redacting;
        this.papers = papers;
        this.files = files;
        this.officers = officers;
    }

    /** A mark in the list. @param number on the pictures; 0 for cells */
    public record Line(int number, PaperMark mark, String by) {}

    /**
     * Everything on the page.
     *
     * @param pages  how many; 0 for a table
     * @param sheets of a table; empty for pages, one without a name for CSV
     * @param hidden what the file hides beside what is taken out by itself: it must be cleared before it is given whole
     * @param copy   what the applicant gets of it now
     */
    public record Shown(InformationRequest request, Paper paper, boolean mayMark, int page, int pages, Look look, List<Line> marks, List<Proposal> proposals,
            List<String> sheets, List<Hidden> hidden, @Nullable Paper copy, List<MarkGround> grounds) {
        public String address() {
            return "/desk/requests/" + request.id() + "/papers/" + paper.id();
        }

        public boolean isTable() {
            return !sheets.isEmpty();
        }
    }

    static String said(String done, int n) {
        return switch (done) {
            case "area", "cells" -> "遮盖了。";
            case "words", "found" -> n == 0 ? "没有找到，一处也没有遮盖。扫描件里认不准的字，请直接画出来。" : "遮盖了" + n + "处。";
            case "remove" -> "去掉了" + n + "处遮盖。";
            case "release" -> "提供给申请人的文件已经制作好，并通过了检查。";
            case "clear" -> "这是去掉隐藏内容以后的文件。";
            default -> "";
        };
    }

    ModelAndView page(MarkPages.Where where, Look look, String said, String fault, Officer officer) {
        var marked = marking.see(where.id(), where.paper(), officer);
        return new ModelAndView("request/marks", Map.of("shown", shown(marked, where.page(), look, officer), "said", said, "fault", fault, "maybeSure", false));
    }

    private Shown shown(Marked marked, int page, Look look, Officer officer) {
        var sha256 = marked.paper().sha256();
        int pages = redacting.hasPages(sha256) ? redacting.count(sha256) : 0;
        if (pages > 0 && (page < 1 || page > pages)) {
            throw Refusal.notFound("没有第" + page + "页，共" + pages + "页。");
        }
        var copy = marking.released(marked).map(id -> papers.see(marked.request().id(), id, new RequestSight.Viewer.AnOfficer(officer))).orElse(null);
        return new Shown(marked.request(), marked.paper(), marked.mayMark(), page, pages, look, lines(marked), pages > 0 ? marking.proposals(marked) : List.of(),
                redacting.hasCells(sha256) ? sheets(sha256) : List.of(), releasing.blocking(marked), copy, List.of(MarkGround.values()));
    }

    private List<Line> lines(Marked marked) {
        var lines = new java.util.ArrayList<Line>();
        var names = new java.util.HashMap<UUID, String>();
        int number = 0;
        for (var mark : marking.of(marked)) {
            number += mark.area() == null ? 0 : 1;
            var by = names.computeIfAbsent(mark.addedBy(), id -> officers.byId(id).map(Officer::displayName).orElse(""));
            lines.add(new Line(mark.area() == null ? 0 : number, mark, by));
        }
        return lines;
    }

    /** The names of the sheets that are seen. */
    private List<String> sheets(String sha256) {
        return files.inspection(sha256).content().parts().stream().map(FileContent.Part::place)
                .map(place -> place.startsWith("工作表“") ? place.substring(4, place.length() - 1) : place).toList();
    }
}
