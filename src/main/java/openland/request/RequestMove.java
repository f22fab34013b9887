package openland.request;

import static openland.request.Stage.APPROVAL;
import static openland.request.Stage.CLOSED;
import static openland.request.Stage.CORRECTING;
import static openland.request.Stage.DRAFTING;
import static openland.request.Stage.GIVING_REASONS;
import static openland.request.Stage.LEGAL;
import static openland.request.Stage.PAYING;
import static openland.request.Stage.PROCESSING;
import static openland.request.Stage.REGISTERED;
import static openland.request.Stage.SECRECY;
import static openland.request.Stage.SIGNED;
import static openland.request.Stage.SUBMITTED;
import static openland.request.Stage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.office.Post;
import org.jspecify.annotations.Nullable;

/**
 * All that can happen to an information request, from which stage to which, by whom, and what it does to its clock. What is not listed
 * cannot happen. Articles are those of 政府信息公开条例（2019年修订）.
 */
public enum RequestMove {
    /** It was received in the sense of 第三十一条; from now on the time runs. */
    CONFIRM("确认收到", from(SUBMITTED), REGISTERED, Who.DESK, Effect.STARTS),
    /** The applicant does not want it any more. */
    WITHDRAW("撤回申请", from(SUBMITTED, REGISTERED, CORRECTING, PROCESSING, GIVING_REASONS, PAYING, DRAFTING, SECRECY, LEGAL, APPROVAL), WITHDRAWN,
            Who.APPLICANT, Effect.ENDS),
    /** Not for this office; with the applicant's consent another one registers it (第三十六条第五项). */
    HAND_OVER("转给别的机关", from(SUBMITTED), WITHDRAWN, Who.DESK, Effect.ENDS),
    /** What is asked for is not clear; said once, within seven working days (第三十条). */
    ASK_CORRECTION("通知补正", from(REGISTERED, PROCESSING), CORRECTING, Who.DESK, Effect.STOPS),
    /** The applicant said what is meant; the time starts anew (第三十条). */
    CORRECT("收到补正", from(CORRECTING), REGISTERED, Who.APPLICANT, Effect.RESTARTS),
    /** No answer to it in time and no good reason: taken as given up (第三十条). */
    ABANDON("逾期不补正，不再处理", from(CORRECTING), CLOSED, Who.DESK, Effect.ENDS),
    ASSIGN("交办", from(REGISTERED, PROCESSING), PROCESSING, Who.DESK, Effect.NONE),
    /** Clearly too many, too often (第三十五条). */
    ASK_REASONS("要求说明理由", from(PROCESSING), GIVING_REASONS, Who.DESK, Effect.NONE),
    GIVE_REASONS("收到理由", from(GIVING_REASONS), PROCESSING, Who.APPLICANT, Effect.NONE),
    NO_REASONS("没有说明理由", from(GIVING_REASONS), PROCESSING, Who.DESK, Effect.NONE),
    /** Reasonable, but not to be done in time: another day, which the applicant is told (第三十五条). */
    DELAY("确定延迟答复的期限", from(PROCESSING), PROCESSING, Who.DECIDER, Effect.DELAYS),
    /** Who has to pay (第四十二条, 国办函〔2020〕109号). */
    CHARGE("通知缴费", from(PROCESSING), PAYING, Who.DECIDER, Effect.STOPS),
    PAY("收到缴费", from(PAYING), PROCESSING, Who.DESK, Effect.RESTARTS),
    UNPAID("逾期未缴费，不再处理", from(PAYING), CLOSED, Who.DESK, Effect.ENDS),
    /** A third party or an organ is asked; that time is not counted (第三十二条至第三十四条). */
    CONSULT("征求意见", from(PROCESSING), PROCESSING, Who.DESK, Effect.EXCLUDES),
    VIEW("收到意见", from(PROCESSING, DRAFTING, SECRECY, LEGAL, APPROVAL, SIGNED, CLOSED), null, Who.ASKED, Effect.INCLUDES),
    SILENCE("逾期没有意见", from(PROCESSING, DRAFTING), null, Who.DESK, Effect.INCLUDES),
    /** Colleagues are asked. */
    ADVISE("内部会商", from(REGISTERED, PROCESSING, DRAFTING), null, Who.DESK, Effect.NONE),
    PROPOSE_EXTENSION("提请延期", from(REGISTERED, PROCESSING, DRAFTING, SECRECY, LEGAL, APPROVAL), null, Who.DESK, Effect.NONE),
    /** Once, with the consent of the head of the unit for disclosure, and the applicant is told (第三十三条第二款). */
    EXTEND("延期答复", from(REGISTERED, PROCESSING, DRAFTING, SECRECY, LEGAL, APPROVAL), null, Who.DECIDER, Effect.EXTENDS),
    DRAFT("拟出答复", from(REGISTERED, PROCESSING, DRAFTING), DRAFTING, Who.DESK, Effect.NONE),
    SUBMIT("送保密审查", from(DRAFTING), SECRECY, Who.DESK, Effect.NONE),
    PASS_SECRECY("保密审查通过", from(SECRECY), LEGAL, Who.SECRECY, Effect.NONE),
    PASS_LEGAL("合法性审核通过", from(LEGAL), APPROVAL, Who.DECIDER, Effect.NONE),
    SEND_BACK("退回", from(SECRECY, LEGAL, APPROVAL), DRAFTING, Who.REVIEWER, Effect.NONE),
    SIGN("签发", from(APPROVAL), SIGNED, Who.DECIDER, Effect.NONE),
    /** Everything it gives is public already: the counter answers on the spot (第三十三条第一款). */
    SIGN_AT_ONCE("当场答复", from(DRAFTING), SIGNED, Who.DESK, Effect.NONE),
    /** It counts as answered on the day that 国办公开办函〔2016〕235号 says. */
    DELIVER("送达", from(SIGNED), CLOSED, Who.DESK, Effect.MEETS),
    /** A decision ordered another answer, by a day of its own. */
    REDO("责令重新答复", from(CLOSED), PROCESSING, Who.DESK, Effect.NONE),
    /** The applicant adds something, or wants the answer another way. */
    ADD("补充说明", from(SUBMITTED, REGISTERED, CORRECTING, PROCESSING, GIVING_REASONS, PAYING, DRAFTING, SECRECY, LEGAL, APPROVAL), null, Who.APPLICANT, Effect.NONE),
    /** A day was written down wrongly; what was written stays (事件不删除). */
    AMEND("更正登记的日期", EnumSet.allOf(Stage.class), null, Who.DECIDER, Effect.AMENDS);

    /** What a move does to the clock. */
    enum Effect { NONE, STARTS, STOPS, RESTARTS, EXCLUDES, INCLUDES, EXTENDS, DELAYS, AMENDS, MEETS, ENDS }

    /** Who makes it. */
    enum Who {
        /** Who takes and handles requests. */ DESK(EnumSet.of(Post.DESK, Post.DRAFTER)),
        /** The applicant himself, or the counter for him. */ APPLICANT(EnumSet.of(Post.DESK, Post.DRAFTER)),
        /** Who was asked, by his link, or the counter for him. */ ASKED(EnumSet.of(Post.DESK, Post.DRAFTER)),
        SECRECY(EnumSet.of(Post.SECRECY)),
        /** 公开工作机构负责人 and above. */ DECIDER(EnumSet.of(Post.LEADER, Post.HEAD)),
        REVIEWER(EnumSet.of(Post.SECRECY, Post.LEADER, Post.HEAD));

        private final Set<Post> posts;

        Who(Set<Post> posts) {
            this.posts = posts;
        }
    }

    private final String label;
    private final Set<Stage> from;
    private final @Nullable Stage to;
    private final Who who;
    private final Effect effect;

    /** Given up by the applicant, or taken back: no letter was drafted, and these replies count it. */
    private static final Map<RequestMove, String> ENDING = Map.of(ABANDON, "R20", UNPAID, "R21", WITHDRAW, "R22");

    RequestMove(String label, Set<Stage> from, @Nullable Stage to, Who who, Effect effect) {
        this.label = label;
        this.from = from;
        this.to = to;
        this.who = who;
        this.effect = effect;
    }

    private static Set<Stage> from(Stage first, Stage... others) {
        return EnumSet.of(first, others);
    }

    public String label() {
        return label;
    }

    /** Where it leads; most of those that only add something lead nowhere. */
    public Stage to(Stage stage) {
        return to == null ? stage : to;
    }

    /** The reply type that a move closes a request with by itself; of all others the reply is drafted. */
    Optional<String> reply() {
        return Optional.ofNullable(ENDING.get(this));
    }

    /** The move that closes a request with that reply by itself. */
    static Optional<RequestMove> endingWith(String reply) {
        return ENDING.entrySet().stream().filter(one -> one.getValue().equals(reply)).map(Map.Entry::getKey).findFirst();
    }

    /** Whether a request that ended so was given up: no answer was owed any more (第三十条, 国办函〔2020〕109号). */
    static boolean isGivenUp(@Nullable String reply) {
        return reply != null && endingWith(reply).filter(move -> move != WITHDRAW).isPresent();
    }

    /** Which posts an officer needs one of. */
    public Set<Post> posts() {
        return who.posts;
    }

    Effect effect() {
        return effect;
    }

    public boolean isPossibleIn(Stage stage) {
        return from.contains(stage);
    }

    /** @throws Refusal CONFLICT that says where it stands */
    void mustBePossibleIn(Stage stage) {
        if (!isPossibleIn(stage)) {
            throw Refusal.conflict("这件申请现在是“" + stage.label() + "”，不能" + label + "。");
        }
    }

    /** The name outside: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestMove> of(String code) {
        return Stream.of(values()).filter(move -> move.code().equals(code)).findFirst();
    }
}
