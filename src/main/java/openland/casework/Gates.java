package openland.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.catalogue.Gate;
import openland.catalogue.Obligation;
import openland.catalogue.Rules;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be done before an act (前置条件): the act is refused until it is, and the refusal says by what law. */
@Service
public class Gates {
    private static final Set<Post> ANSWERERS = EnumSet.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD, Post.DESK);
    private static final int LONGEST = 500;

    private final Rules rules;
    private final GateStore store;
    private final Journal journal;
    private final InstantSource time;

    Gates(Rules rules, GateStore store, Journal journal, InstantSource time) {
        this.rules = rules;
        this.store = store;
        this.journal = journal;
        this.time = time;
    }

    /**
     * On what the act is made.
     *
     * @param id    of the draft, the stage, the request
     * @param day   whose rules hold
     * @param facts what the program sees for itself: {@code secrecy-signature}
     */
    public record Subject(UUID id, Office office, String item, LocalDate day, Set<String> facts) {
        public Subject {
            facts = Set.copyOf(facts);
        }
    }

    /** What somebody said of it. @param record what there is to show for it; empty when that is still to come */
    public record Answer(String obligation, boolean applies, String record, UUID officer, Instant at) {}

    /** How one of them stands. @param answer null while nobody has said anything */
    public record Standing(Obligation obligation, boolean isPassed, @Nullable Answer answer) {
        /** True when nobody has to say anything because the program sees it for itself. */
        public boolean isSeen() {
            return !Objects.requireNonNull(obligation.gate()).by().equals(Gate.RECORD);
        }

        /** True when it holds only where an officer says that it does. */
        public boolean isConditional() {
            return Objects.requireNonNull(obligation.gate()).isConditional();
        }
    }

    /** All that stands before the act, with how it stands. */
    @Transactional(readOnly = true)
    public List<Standing> before(String act, Subject subject) {
        var answers = store.answers(subject.id()).stream().collect(Collectors.toMap(Answer::obligation, Function.identity()));
        return rules.gates(act, subject.item(), subject.office(), subject.day()).stream()
                .map(gate -> standing(gate, answers.get(gate.id()), subject.facts())).toList();
    }

    private static Standing standing(Obligation obligation, @Nullable Answer answer, Set<String> facts) {
        var gate = Objects.requireNonNull(obligation.gate());
        if (!gate.by().equals(Gate.RECORD)) {
            return new Standing(obligation, facts.contains(gate.by()), answer);
        }
        boolean passed = answer == null ? gate.isConditional() : !answer.applies() || !answer.record().isEmpty();
        return new Standing(obligation, passed, answer);
    }

    /** @throws Refusal UNPROCESSABLE that names each thing that is missing, and its law */
    @Transactional(readOnly = true)
    public void mustPass(String act, Subject subject) {
        var missing = before(act, subject).stream().filter(standing -> !standing.isPassed()).map(Standing::obligation).toList();
        if (!missing.isEmpty()) {
            throw new Refusal(Reason.UNPROCESSABLE, "还不能办：" + sentence(missing.getFirst()) + (missing.size() > 1 ? "还有" + (missing.size() - 1) + "项。" : ""),
                    missing.stream().map(one -> new Problem(one.id(), sentence(one))).toList());
        }
    }

    private static String sentence(Obligation one) {
        return "先要“" + one.title() + "”，要有" + one.paper() + "（" + one.rule().basis() + "）。";
    }

    /**
     * Says that it was done, or that it does not apply here.
     *
     * @param record what there is to show for it: the number or the name of the paper, who and when
     * @throws Refusal FORBIDDEN without a post at the office; INVALID for what cannot be said of this one
     */
    @Transactional
    public void answer(Subject subject, String obligation, boolean applies, String record, Officer by) {
        by.mustHoldOneOf(ANSWERERS, subject.office().id());
        var gate = rules.inForce(subject.office(), subject.day()).stream().filter(one -> one.id().equals(obligation) && one.gate() != null)
                .findFirst().map(Obligation::gate).orElseThrow(() -> Refusal.invalid("没有名为" + obligation + "的前置条件。"));
        if (!gate.by().equals(Gate.RECORD)) {
            throw Refusal.invalid("这一项由系统自己核对，不用填写。");
        }
        if (!applies && !gate.isConditional()) {
            throw Refusal.invalid("这一项是必经的，不能说不适用。");
        }
        if (record.strip().length() > LONGEST) {
            throw Refusal.invalid("记录最多" + LONGEST + "字。");
        }
        store.put(subject.id(), subject.office().id(), new Answer(obligation, applies, record.strip(), by.id(), time.instant()));
        journal.record(new Act("case.gate-answered", by.id(), subject.office().id(), subject.id().toString(),
                Map.of("obligation", obligation, "applies", applies, "recorded", !record.isBlank())));
    }
}
