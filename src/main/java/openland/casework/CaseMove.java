package openland.casework;

import static openland.casework.CaseState.CANCELLED;
import static openland.casework.CaseState.MET;
import static openland.casework.CaseState.OPEN;
import static openland.casework.CaseState.PAUSED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openland.base.Refusal;

/**
 * All that can happen to a publishing duty (公开义务), from which state to which, and what it does to its clock. What is not
 * listed cannot happen.
 */
public enum CaseMove {
    /** The piece is public, or what was owed is done. */ MEET("办结", EnumSet.of(OPEN, PAUSED), MET, Effect.MEETS),
    /** Its piece was withdrawn: what was owed is owed again. */ REOPEN("重新计时", EnumSet.of(MET, CANCELLED), OPEN, Effect.REOPENS),
    /** Something outside must come first, and the law does not count that time (中止). */ PAUSE("中止计时", EnumSet.of(OPEN), PAUSED, Effect.PAUSES),
    /** It came. */ RESUME("恢复计时", EnumSet.of(PAUSED), OPEN, Effect.RESUMES),
    /** More time, with a reason (延期). */ EXTEND("延期", EnumSet.of(OPEN), OPEN, Effect.EXTENDS),
    /** It was no duty after all (撤销). */ CANCEL("撤销", EnumSet.of(OPEN, PAUSED), CANCELLED, Effect.ENDS);

    /** What a move does to the case's clock. */
    enum Effect { MEETS, REOPENS, PAUSES, RESUMES, EXTENDS, ENDS }

    private final String label;
    private final Set<CaseState> from;
    private final CaseState to;
    private final Effect effect;

    CaseMove(String label, Set<CaseState> from, CaseState to, Effect effect) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.effect = effect;
    }

    public String label() {
        return label;
    }

    public CaseState to() {
        return to;
    }

    Effect effect() {
        return effect;
    }

    public boolean isPossibleIn(CaseState state) {
        return from.contains(state);
    }

    /** @throws Refusal CONFLICT that says where the case stands */
    void mustBePossibleIn(CaseState state) {
        if (!isPossibleIn(state)) {
            throw Refusal.conflict("这件事项现在是“" + state.label() + "”，不能" + label + "。");
        }
    }

    /** The name outside: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseMove> of(String code) {
        return Stream.of(values()).filter(move -> move.code().equals(code)).findFirst();
    }
}
