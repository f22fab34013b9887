package openland.disclosure.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openland.base.Time;
import openland.disclosure.Dossier;
import openland.disclosure.Dossier.Owed;
import openland.disclosure.Dossier.State;
import openland.disclosure.Dossier.Step;
import openland.disclosure.Dossier.Until;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a dossier says in words.
 *
 * @param address the page's own, for paper
 * @param today   in China
 */
public record DossierPage(Dossier dossier, String address, LocalDate today) {

    /** For the line of stages: done, late, todo. */
    public static String style(Step step) {
        return switch (step.state()) {
            case DONE -> "done";
            case LATE, MISSING -> "late";
            case TODO, WITHDRAWN -> "todo";
        };
    }

    /** Where a deadline can be had for one's calendar: it is named by what it is, not by where it stands. */
    public String deadline(Until until) {
        return Address.of("/dossiers/" + dossier.id() + "/deadlines.ics", "piece", until.piece().toString(), "right", until.title(), "day", until.day().toString());
    }

    /** All pieces of a stage. */
    public String pieces(Step step) {
        return Address.of("/dossiers/" + dossier.id() + "/pieces", "stage", step.stage());
    }

    /** Where somebody says that a piece is missing, with what is known filled in: the first stage that is late or left out, or the next one. */
    public String missing() {
        var step = Stream.of(State.LATE, State.MISSING, State.TODO).flatMap(state -> dossier.steps().stream().filter(one -> one.state() == state && isPublished(one))).findFirst();
        var item = step.flatMap(one -> dossier.type().stage(one.stage())).map(stage -> stage.members().getFirst().item()).orElse("");
        var office = step.flatMap(Step::open).map(Owed::office).or(() -> dossier.steps().stream().flatMap(one -> one.papers().stream()).map(Dossier.Paper::office).findFirst());
        return Address.of("/openness/missing", "office", office.orElse(""), "item", item, "key", dossier.key());
    }

    /** Whether pieces are published at it; what is taken back is listed where it was published. */
    public boolean isPublished(Step step) {
        return dossier.type().stage(step.stage()).filter(stage -> !stage.members().isEmpty()).isPresent();
    }

    /** The date of the stage, or that there is none. */
    public String when(Step step) {
        var living = step.living();
        var agreed = step.agreed();
        if (living.isPresent()) {
            return Time.dateOf(living.get().publishedAt()).toString();
        }
        if (step.state() == State.WITHDRAWN && isPublished(step)) {
            return Time.dateOf(step.papers().getFirst().publishedAt()).toString();
        }
        if (step.state() == State.WITHDRAWN) {
            return step.papers().stream().map(Dossier.Paper::withdrawn).filter(Objects::nonNull).map(taken -> Dates.list(taken.at())).findFirst().orElse("");
        }
        if (agreed != null) {
            return step.state() == State.DONE ? agreed.toString() : "最晚" + agreed;
        }
        var due = step.open().map(Owed::dueOn).orElse(null);
        return due != null && step.state() == State.TODO ? "最晚" + due + "公开" : "还没有公开";
    }

    /** What is to be said of it in a few words. */
    public static String note(Step step) {
        return switch (step.state()) {
            case DONE -> step.owed().stream().filter(one -> one.dueOn() != null).findFirst()
                    .map(one -> "期限" + one.dueOn() + "，" + (one.late() ? "晚" + one.lateBy() + "个工作日" : "按时")).orElse(step.papers().size() > 1 ? step.papers().size() + "件" : "");
            case LATE -> step.open().map(one -> "期限" + one.dueOn() + "，逾期" + one.lateBy() + "个工作日").orElse("已过约定的日期");
            case MISSING -> "后面的环节已经公开，这一步缺";
            case WITHDRAWN -> "已撤回";
            case TODO -> step.notBefore() != null ? step.notBefore() + "以前不能办" : step.open().isPresent() ? "未到期" : "还没有到";
        };
    }

    /** The first sentence of the page: what is late, or what comes next. */
    public @Nullable String lead() {
        for (var step : dossier.steps()) {
            var owed = step.open().orElse(null);
            var due = owed == null ? null : owed.dueOn();
            if (owed != null && due != null && owed.late()) {
                return step.title() + "最晚应在" + Dates.words(due) + "公开，已晚" + owed.lateBy() + "个工作日。";
            }
        }
        var missing = dossier.steps().stream().filter(step -> step.state() == State.MISSING).map(Step::title).collect(Collectors.joining("、"));
        return missing.isEmpty() ? null : missing + "没有公开，后面的环节却已经公开。";
    }

    /** What comes next, by when and not before when; null when all stages are public. */
    public @Nullable String next() {
        var steps = dossier.steps();
        int last = IntStream.range(0, steps.size()).filter(i -> steps.get(i).living().isPresent()).max().orElse(-1);
        return steps.stream().skip(last + 1L).filter(step -> step.state() == State.TODO).findFirst().map(step -> {
            var due = step.open().map(Owed::dueOn).orElse(step.agreed());
            return "下一步是" + step.title() + (due == null ? "" : "，最晚" + Dates.words(due))
                    + (step.notBefore() == null ? "" : "；" + step.because() + "，" + Dates.words(step.notBefore()) + "起才能办") + "。";
        }).orElse(null);
    }
}
