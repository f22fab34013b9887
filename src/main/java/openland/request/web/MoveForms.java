package openland.request.web;

import static openland.request.web.MoveForm.Kind.LINE;
import static openland.request.web.MoveForm.Kind.NUMBER;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import openland.base.Time;
import openland.calendar.Calendar;
import openland.calendar.Calendars;
import openland.office.Delegating;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.page.Dates;
import openland.request.Fee;
import openland.request.InformationRequest;
import openland.request.MovingRequests;
import openland.request.Regime;
import openland.request.RequestDesks;
import openland.request.RequestEvent;
import openland.request.RequestMove;
import openland.request.Requests;
import openland.request.web.MoveForm.Choice;
import openland.request.web.MoveForm.Field;
import org.springframework.stereotype.Component;

/** The moves that an officer may make now, each with its fields, proposals for its days and the sentence of the law. */
@Component
class MoveForms {
    /** A reasonable period (合理期限) is not given in days by the law; this is only what the form proposes. */
    private static final int PROPOSED_PERIOD = 10;
    private static final int PROPOSED_DELAY = 20;
    private static final Set<RequestMove> SELDOM = EnumSet.of(RequestMove.WITHDRAW, RequestMove.ADD, RequestMove.AMEND, RequestMove.ADVISE, RequestMove.ASK_REASONS,
            RequestMove.DELAY, RequestMove.CHARGE);

    private final MovingRequests moving;
    private final Requests requests;
    private final RequestDesks desks;
    private final Delegating colleagues;
    private final Calendars calendars;
    private final Offices offices;
    private final InstantSource time;

    MoveForms(MovingRequests moving, Requests requests, RequestDesks desks, Delegating colleagues, Calendars calendars, Offices offices, InstantSource time) {
        this.moving = moving;
        this.requests = requests;
        this.desks = desks;
        this.colleagues = colleagues;
        this.calendars = calendars;
        this.offices = offices;
        this.time = time;
    }

    /** @param answer how its clock stands; empty before it is received */
    private record Now(InformationRequest one, List<RequestEvent> events, Optional<Requests.Answer> answer, Officer officer, Calendar calendar, LocalDate today) {
        boolean has(RequestMove move) {
            return events.stream().anyMatch(event -> event.move() == move);
        }

        /** The day that the last notice of that kind gave; empty when there is none. */
        Optional<LocalDate> given(RequestMove move) {
            return events.reversed().stream().filter(event -> event.move() == move).findFirst().map(event -> event.detail().getOrDefault(RequestEvent.BY, ""))
                    .filter(by -> !by.isEmpty()).map(LocalDate::parse);
        }

        String after(int workingDays) {
            return calendar.workingDayAfter(today, workingDays).toString();
        }
    }

    List<MoveForm> of(InformationRequest one, List<RequestEvent> events, Officer officer) {
        var calendar = calendars.forRegion(offices.byId(one.office()).map(Office::region).orElse(""));
        var now = new Now(one, events, requests.answer(one), officer, calendar, Time.dateOf(time.instant()));
        return moving.possible(one, officer).stream().filter(move -> fits(move, now)).map(move -> new MoveForm(move, law(move, now), fields(move, now), SELDOM.contains(move))).toList();
    }

    /** Not those that would only be refused, and not those of the first answer's time when another answer was ordered. */
    private boolean fits(RequestMove move, Now now) {
        boolean first = now.one().closedOn() == null;
        boolean revised = now.one().regime() == Regime.OF_2019;
        return switch (move) {
            case ASK_CORRECTION -> revised && first && !now.has(move);
            case ASK_REASONS -> revised && first;
            case DELAY -> first && now.has(RequestMove.GIVE_REASONS);
            case CHARGE -> revised && first && desks.of(now.one().office()).fees();
            case EXTEND -> first && !now.has(move);
            case PROPOSE_EXTENSION -> first && !now.has(RequestMove.EXTEND) && !now.has(move);
            case ABANDON -> isOver(now, RequestMove.ASK_CORRECTION);
            case NO_REASONS -> isOver(now, RequestMove.ASK_REASONS);
            case UNPAID -> isOver(now, RequestMove.CHARGE);
            default -> true;
        };
    }

    private static boolean isOver(Now now, RequestMove notice) {
        return now.given(notice).map(by -> now.today().isAfter(by)).orElse(true);
    }

    private List<Field> fields(RequestMove move, Now now) {
        return switch (move) {
            case CONFIRM -> List.of(on(now, "哪一天确认的"), Field.note("怎样确认的"));
            case ASK_CORRECTION -> List.of(Field.text("需要补正的事项", "一次说全：缺什么，怎样写才算清楚。"), by(now, "合理的补正期限"), on(now, "告知的日期"));
            case CORRECT -> List.of(Field.text("补正的内容", "申请人的原话；由窗口代为登记。"), on(now, "收到补正的日期"));
            case ABANDON -> List.of(Field.text("为什么认为没有正当理由", ""));
            case ASSIGN -> assigning(now);
            case ASK_REASONS -> List.of(Field.text("为什么认为数量、频次明显超过合理范围", "写数字：什么时候申请了多少件。"), by(now, "说明理由的期限"));
            case GIVE_REASONS -> List.of(Field.text("申请人说明的理由", ""), on(now, "收到的日期"));
            case DELAY -> List.of(Field.day("by", "延迟到哪一天", now.after(PROPOSED_DELAY), "应当是工作日。"), Field.text("确定这一天的理由", ""));
            case CHARGE -> charging();
            case PAY -> List.of(on(now, "收到缴费的日期"), Field.note("凭证"));
            case ADVISE -> List.of(Field.text("问谁、问什么，或者答复的意见", "内部会商不影响期限。"));
            case PROPOSE_EXTENSION -> List.of(Field.text("需要延长的理由", ""));
            case EXTEND -> List.of(new Field("days", "延长几个工作日", NUMBER, "20", "", true, List.of()), Field.text("延长的理由", "写进给申请人的告知书。"));
            case ADD -> List.of(Field.text("补充的内容", "申请人的原话。"));
            case AMEND -> amending(now);
            case WITHDRAW, NO_REASONS, UNPAID -> List.of(Field.note("说明"));
            default -> List.of();
        };
    }

    private static Field on(Now now, String label) {
        return Field.day("on", label, now.today().toString(), "不能晚于今天。");
    }

    private static Field by(Now now, String label) {
        return Field.day("by", label, now.after(PROPOSED_PERIOD), "建议十个工作日；法律只说合理。");
    }

    private List<Field> assigning(Now now) {
        var officer = now.officer();
        var people = Stream.concat(Stream.of(new Choice("", "（不指定）"), new Choice(officer.id().toString(), officer.displayName() + "（我）")),
                colleagues.colleagues(officer).stream().map(one -> new Choice(one.id().toString(), one.displayName() + "（" + one.name() + "）"))).toList();
        var handler = now.one().handler();
        return List.of(new Field("unit", "承办单位", LINE, now.one().unit(), "例如耕地保护股。", false, List.of()),
                Field.choice("handler", "承办人", handler == null ? "" : handler.toString(), people), Field.note("交代"));
    }

    private static List<Field> charging() {
        return List.of(Field.choice("standard", "标准（只能用一种）", Fee.Standard.BY_ITEM.name(),
                        Stream.of(Fee.Standard.values()).map(one -> new Choice(one.name(), one.label() + "（" + one.unit() + "）")).toList()),
                new Field("count", "多少件或者多少页", NUMBER, "", "按件：申请人这个自然月的件数，10件以内不收；按量：页数，30页以内不收。", true, List.of()), Field.text("为什么收", "写数字。"));
    }

    private static List<Field> amending(Now now) {
        var steps = now.events().stream().filter(event -> event.move() != RequestMove.AMEND)
                .map(event -> new Choice(Integer.toString(event.n()), event.n() + "　" + event.move().label() + "　" + event.on())).toList();
        return List.of(Field.choice("event", "哪一步", "", steps), Field.day("on", "正确的日期", "", ""), Field.text("为什么写错了", "原来的记录不删，两个都留着。"));
    }

    private String law(RequestMove move, Now now) {
        return switch (move) {
            case CONFIRM -> "条例第三十一条：" + now.one().channel().receivedOn() + "。答复期限从这一天的次日起算。";
            case WITHDRAW -> "申请人不要了；以申请人的意思为准，记下他怎样说的。";
            case ASK_CORRECTION -> "条例第三十条：申请内容不明确的，应当给予指导和释明，并自收到申请之日起7个工作日内"
                    + now.answer().map(Requests.Answer::correctBy).map(day -> "（到" + Dates.words(day) + "）").orElse("") + "一次性告知需要补正的事项和合理的补正期限。收到补正以后，答复期限重新计算。";
            case CORRECT -> "条例第三十条：答复期限自收到补正的申请之日起计算。";
            case ABANDON -> "条例第三十条：申请人无正当理由逾期不补正的，视为放弃申请，不再处理。";
            case ASSIGN -> "交给承办的单位和人去查找；查找的经过记进检索记录。";
            case ASK_REASONS -> "条例第三十五条：申请公开的数量、频次明显超过合理范围的，可以要求申请人说明理由。";
            case GIVE_REASONS -> "条例第三十五条：理由合理的照常办理，按期答复不了的可以确定延迟答复的期限并告知申请人；理由不合理的，告知不予处理。";
            case NO_REASONS -> "申请人没有说明理由；是不是不予处理，还要作出决定。";
            case DELAY -> "条例第三十五条：理由合理但无法在第三十三条规定的期限内答复的，可以确定延迟答复的合理期限并告知申请人。";
            case CHARGE -> "条例第四十二条、国办函〔2020〕109号：数量、频次明显超过合理范围的，可以收取信息处理费；按件、按量只能用一种。";
            case PAY -> "收到缴费以后，答复期限重新计算。";
            case UNPAID -> "逾期未缴纳的，视为放弃申请，不再处理（国办函〔2020〕109号；程序条款尚未核对原文）。";
            case ADVISE -> "本机关内部的会商，不中止期限。";
            case PROPOSE_EXTENSION -> "条例第三十三条第二款：需要延长的，应当经政府信息公开工作机构负责人同意。这里只是提请。";
            case EXTEND -> "条例第三十三条第二款：需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日，只延一次"
                    + (now.one().regime() == Regime.OF_2008 ? "；本件适用2007年公布的条例，最长15个工作日" : "") + "。";
            case ADD -> "申请人补充材料，或者改要另一种形式、另一种方式；不影响期限。";
            case AMEND -> "登记的日期写错了：补一条更正，期限按正确的日期重新计算，原来的记录留着。";
            default -> "";
        };
    }
}
