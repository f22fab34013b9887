package openland.drafting;

import static openland.drafting.State.APPROVED;
import static openland.drafting.State.DISCARDED;
import static openland.drafting.State.DRAFTING;
import static openland.drafting.State.IN_REVIEW;
import static openland.drafting.State.PUBLISHED;
import static openland.drafting.State.SCHEDULED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import openland.base.Refusal;

/** Every legal change of a draft's state stands in this table; what is not listed cannot happen. */
public enum Move {
    //         name         label          from                                to                           onward
    SUBMIT    ("submit",    "送审",        EnumSet.of(DRAFTING),               EnumSet.of(IN_REVIEW),           true),
    SIGN      ("sign",      "同意并签名",  EnumSet.of(IN_REVIEW),              EnumSet.of(IN_REVIEW, APPROVED), true),
    ANSWER    ("answer",    "记录外部意见", EnumSet.of(IN_REVIEW),             EnumSet.of(IN_REVIEW, APPROVED), true),
    PUBLISH   ("publish",   "公开",        EnumSet.of(APPROVED, SCHEDULED),    EnumSet.of(SCHEDULED, PUBLISHED), true),
    SEND_BACK ("send-back", "退回修改",    EnumSet.of(IN_REVIEW, APPROVED, SCHEDULED), EnumSet.of(DRAFTING),    false),
    RECALL    ("recall",    "取回修改",    EnumSet.of(IN_REVIEW, APPROVED, SCHEDULED), EnumSet.of(DRAFTING),    false),
    DISCARD   ("discard",   "作废",        EnumSet.of(DRAFTING),               EnumSet.of(DISCARDED),           false);

    private final String code;
    private final String label;
    private final Set<State> from;
    private final Set<State> to;
    private final boolean onward;

    Move(String code, String label, Set<State> from, Set<State> to, boolean onward) {
        this.code = code;
        this.label = label;
        this.from = from;
        this.to = to;
        this.onward = onward;
    }

    /** Its name for programs. */
    public String code() {
        return code;
    }

    /** Its name for people, in Chinese. */
    public String label() {
        return label;
    }

    /** Whether it brings the draft nearer to publication. */
    public boolean isOnward() {
        return onward;
    }

    boolean startsIn(State state) {
        return from.contains(state);
    }

    /** The state it ends in. @throws IllegalStateException when the table does not list it */
    State arriving(State state) {
        if (!to.contains(state)) {
            throw new IllegalStateException(code + " does not lead to " + state);
        }
        return state;
    }

    /** @throws Refusal when there is no such move */
    public static Move ofCode(String code) {
        return Arrays.stream(values()).filter(move -> move.code.equals(code)).findFirst()
                .orElseThrow(() -> Refusal.invalid("没有“" + code + "”这一步；可用的有：submit、sign、answer、publish、send-back、recall、discard。"));
    }
}
