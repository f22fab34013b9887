package openland.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** What happened, as the applicant reads it: for his mail and his tracker. Never names an officer, nor whom else was asked. */
public final class PlainWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

    private PlainWords() {}

    /** 2026年11月24日（星期二） */
    public static String day(LocalDate date) {
        return DAY.format(date) + "（" + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE) + "）";
    }

    private static String by(RequestEvent event) {
        try {
            return day(LocalDate.parse(event.detail().getOrDefault(RequestEvent.BY, "")));
        } catch (DateTimeParseException _) {
            return "通知书写明的日期";
        }
    }

    /** In two or three words; for moves that are told of. */
    public static String title(RequestMove move) {
        return switch (move) {
            case CONFIRM -> "已经收到";
            case ASK_CORRECTION -> "请您补正";
            case ASK_REASONS -> "请您说明理由";
            case CHARGE -> "请您缴费";
            case CONSULT -> "正在征求意见";
            case VIEW, SILENCE -> "征求意见结束";
            case DELIVER -> "已经答复";
            default -> move.label();
        };
    }

    /** One or two sentences; empty for what goes on inside the office only. */
    public static Optional<String> of(RequestEvent event, InformationRequest one) {
        var on = day(event.on());
        return Optional.ofNullable(switch (event.move()) {
            case CONFIRM -> "已经收到并登记，收到申请的日期是" + on + "，答复期限从第二天起算。";
            case WITHDRAW -> on + "已经按您的意思撤回，不再办理。以后需要，可以重新申请。";
            case HAND_OVER -> on + "转给了应当办理的机关，由它重新登记、计算期限并答复您。";
            case ASK_CORRECTION -> "申请的内容还不够清楚，请您在" + by(event) + "以前补充。补充以后，答复期限从收到补充的那天重新起算；不补充也不说明理由的，视为放弃。";
            case CORRECT -> on + "收到您的补充，答复期限从这一天重新起算。";
            case ABANDON -> "没有在期限内收到补充，依条例第三十条视为放弃申请，不再处理。以后可以重新申请。";
            case ASK_REASONS -> "您申请的数量或者次数比较多，请您在" + by(event) + "以前说明理由（条例第三十五条）。";
            case GIVE_REASONS -> on + "收到您说明的理由。";
            case DELAY -> "理由合理，但期限内办不完，延迟到" + by(event) + "以前答复（条例第三十五条）。";
            case CHARGE -> "需要收取信息处理费" + event.detail().getOrDefault("amount", "") + "元，请您在" + by(event) + "以前缴纳（条例第四十二条）。缴费以后，答复期限重新起算；不缴的，不再处理。";
            case PAY -> on + "收到缴费，答复期限从这一天重新起算。";
            case UNPAID -> "没有在期限内缴费，不再处理。";
            case CONSULT -> Consultation.Kind.THIRD_PARTY.name().equals(event.detail().get(RequestEvent.KIND))
                    ? "信息涉及别人的权益，" + on + "去信征求意见（条例第三十二条）。征求意见的时间不算在答复期限里。"
                    : "信息是与别的机关一起制作的，" + on + "去函征求意见（条例第三十四条）。征求意见的时间不算在答复期限里。";
            case VIEW -> on + "收到了征求的意见。";
            case SILENCE -> "征求意见的期限已到，没有收到意见，接着办理。";
            case EXTEND -> "延长" + event.detail().getOrDefault(RequestEvent.DAYS, "") + "个工作日答复（条例第三十三条第二款，只能延长一次）。";
            case DELIVER -> on + "已经答复您。";
            case REDO -> "按照复议决定或者判决，重新办理并答复您。";
            case AMEND -> "登记的日期有误，已经更正，期限按更正后的日期计算。";
            default -> null;
        });
    }
}
