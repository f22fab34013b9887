package openland.drafting;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.CanonicalJson;
import openland.base.Digests;
import openland.base.Refusal;
import openland.catalogue.Item;
import openland.form.Field;
import openland.office.Officer;
import openland.screening.Finding.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks beside fields of a draft that was sent back (逐栏意见), the drafter's answers, and whether the field was changed. */
@Component
public class Remarking {
    private static final int LONGEST = 1000;

    private final RemarkStore remarks;
    private final DraftStore drafts;
    private final Composing composing;
    private final InstantSource time;

    Remarking(RemarkStore remarks, DraftStore drafts, Composing composing, InstantSource time) {
        this.remarks = remarks;
        this.drafts = drafts;
        this.composing = composing;
        this.time = time;
    }

    /** A remark as it stands now. @param label of its field; @param changed whether the field was changed since */
    public record Point(FieldRemark remark, String label, boolean changed, UUID reviewer) {
        /** Neither changed nor answered. */
        public boolean isOpen() {
            return !changed && remark.answer().isEmpty();
        }

        public String standing() {
            return changed ? "已改动" : remark.answer().isEmpty() ? "还没有改动，也没有答复" : "没有改动，已答复";
        }
    }

    /** @throws Refusal INVALID for a field that the form has not, or a remark too long */
    void mark(Draft draft, Map<String, String> marks) {
        var item = composing.item(draft.content());
        marks.forEach((field, typed) -> {
            if (!typed.isBlank()) {
                mustBeField(item, field);
                if (typed.strip().length() > LONGEST) {
                    throw Refusal.invalid("每一栏的意见请控制在1000字以内。");
                }
                remarks.add(draft.id(), field, typed.strip(), value(draft.content(), field));
            }
        });
    }

    /** What was said when the draft was last sent back, one after the other; empty when no field was named. */
    public List<Point> points(Draft draft, List<Made> history) {
        var last = history.stream().filter(made -> made.move() == Move.SEND_BACK).reduce((_, later) -> later);
        return last.map(sent -> of(draft, history).stream().filter(point -> point.remark().n() == sent.n()).toList()).orElse(List.of());
    }

    /** The remarks of all rounds. */
    public List<Point> of(Draft draft, List<Made> history) {
        var item = composing.item(draft.content());
        return remarks.of(draft.id()).stream().map(remark -> new Point(remark, label(item, remark.field()),
                !Arrays.equals(remark.value(), value(draft.content(), remark.field())),
                history.stream().filter(made -> made.n() == remark.n()).map(Made::officer).findFirst().orElseThrow())).toList();
    }

    /** Keeps the drafter's answers to the last remarks. @throws Refusal INVALID for an answer too long */
    @Transactional
    public void answer(Draft draft, Map<String, String> answers, Officer officer) {
        if (answers.isEmpty() || draft.state() != State.DRAFTING) {
            return;
        }
        points(draft, drafts.moves(draft.id())).forEach(point -> {
            var typed = answers.getOrDefault(point.remark().field(), point.remark().answer()).strip();
            if (typed.length() > LONGEST) {
                throw Refusal.invalid("每一栏的答复请控制在1000字以内。");
            }
            if (!typed.equals(point.remark().answer())) {
                remarks.answer(draft.id(), point.remark(), officer.id(), typed, time.instant());
            }
        });
    }

    /** Beside its field on the drafter's form. */
    Stream<DraftFinding> findings(Draft draft, List<Made> history) {
        return points(draft, history).stream().map(point -> new DraftFinding(point.remark().field(), Severity.ASK,
                point.remark().remark() + "（" + point.standing() + "）", "", "审核意见", "", false, null));
    }

    private static byte[] value(Content content, String field) {
        Object value = field.equals(FieldRemark.FILES) ? content.attachments()
                : content.head().containsKey(field) ? content.head().get(field) : content.fields().get(field);
        return Digests.sha256(value == null ? new byte[0] : CanonicalJson.bytes(Map.of("value", value)));
    }

    private static void mustBeField(Item item, String field) {
        if (!field.equals(FieldRemark.FILES) && item.head().field(field).isEmpty() && item.fields().field(field).isEmpty()) {
            throw Refusal.invalid("表单里没有“" + (field.length() > 40 ? field.substring(0, 40) + "…" : field) + "”这一栏。");
        }
    }

    private static String label(Item item, String field) {
        return field.equals(FieldRemark.FILES) ? "附件"
                : item.head().field(field).or(() -> item.fields().field(field)).map(Field::label).orElse(field);
    }
}
