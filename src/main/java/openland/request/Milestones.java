package openland.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openland.base.MailAddress;
import openland.base.Time;
import openland.calendar.Due;
import openland.delivery.Mail;
import openland.delivery.Message;
import openland.office.Office;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes to an applicant who left a mail address when something happens that he should know. A letter says the number, what happened and
 * where to look; never what was asked for, who asked, or the query code.
 */
@Component
class Milestones {
    /** What was written down much later than it happened is history that was taken over, not news. */
    private static final int NEWS_DAYS = 15;

    private final FilingStore filings;
    private final RequestDesks desks;
    private final Mail mail;
    private final String site;

    Milestones(FilingStore filings, RequestDesks desks, Mail mail, @Value("${openland.url}") String site) {
        this.filings = filings;
        this.desks = desks;
        this.mail = mail;
        this.site = site.replaceAll("/+$", "");
    }

    /** What it was, and what follows from it; within the transaction in which it happened. */
    void happened(InformationRequest one, RequestEvent event, Office office, Optional<Due> due) {
        if (!mail.isSetUp() || event.on().isBefore(Time.dateOf(event.at()).minusDays(NEWS_DAYS)) || isTheReceipts(one, event)) {
            return;
        }
        var words = PlainWords.of(event, one);
        var address = address(one);
        if (words.isEmpty() || address.isEmpty()) {
            return;
        }
        var what = words.get() + (one.stage().isOpen() ? due.map(Milestones::until).orElse("") : "");
        mail.queue(new Message(address.get(), "申请" + one.number() + "：" + PlainWords.title(event.move()),
                text(office, "您的政府信息公开申请（编号" + one.number() + "）：\n" + what), "request:" + one.id() + ":" + event.n(), null));
    }

    /** Of a form on this site one receipt tells of all its requests. */
    private static boolean isTheReceipts(InformationRequest one, RequestEvent event) {
        return event.move() == RequestMove.CONFIRM && one.channel() == Channel.WEB && event.officer() == null;
    }

    /** The receipt of a form that was sent on this site (受理回执). @param due by when each is answered; empty before receipt is confirmed */
    void filed(Filing filing, List<InformationRequest> requests, Office office, Optional<LocalDate> due) {
        var address = filings.applicant(filing.applicant()).flatMap(one -> MailAddress.optional(one.mail()));
        if (!mail.isSetUp() || address.isEmpty()) {
            return;
        }
        var numbers = requests.stream().map(InformationRequest::number).collect(Collectors.joining("\n"));
        var when = due.map(day -> "收到申请的日期是" + PlainWords.day(filing.arrivedOn()) + "，最晚" + PlainWords.day(day) + "答复您。每一天怎么算的，可以在进展里看到。")
                .orElse("我们会尽快与您确认收到；从确认的那一天起算答复期限。");
        mail.queue(new Message(address.get(), "受理回执：" + requests.getFirst().number() + (requests.size() > 1 ? "等" + requests.size() + "件" : ""),
                text(office, "您的政府信息公开申请已经提交。编号：\n" + numbers + "\n\n" + when), "request-filed:" + filing.id(), null));
    }

    private Optional<MailAddress> address(InformationRequest one) {
        return filings.byId(one.filing()).flatMap(filing -> filings.applicant(filing.applicant())).map(Applicant::mail).filter(typed -> !typed.isEmpty()).map(MailAddress::new);
    }

    private static String until(Due due) {
        return "\n最晚" + PlainWords.day(due.date()) + "答复您" + (due.provisional() ? "（暂定：那时的放假安排还没有公布）" : "") + "。";
    }

    private String text(Office office, String what) {
        var desk = desks.of(office.id());
        return "您好：\n" + what + "\n\n进展、期限怎么算、您可以做什么、答复的下载，都在这里：\n" + site + "/track\n"
                + "用编号和查询码打开。查询码在受理回执上，为了安全不写在邮件里；找不到了，请带上身份证明向本机关重新要一个。\n\n"
                + office.name() + "　" + desk.unit() + (desk.phone().isEmpty() ? "" : "　电话" + desk.phone())
                + "\n\n这封信由程序发出，请不要直接回复。不是您申请的，请不用理会：信里没有别人的内容。";
    }
}
