package openland.request;

import java.time.LocalDate;
import java.util.Map;
import openland.OpenlandTest;
import openland.calendar.Calendars;
import openland.page.Dates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A review orders another answer: it has a day of its own, and the first answer stays in the figures as it was. */
@OpenlandTest
class RedoBrowserTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Counter counter;
    private LocalDate today;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
        today = counter.today();
    }

    @Test
    void a_review_that_orders_another_answer_opens_it_again() {
        var one = counter.on(ago(41)).asks("石桥村征地补偿费分配表");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        counter.on(ago(33)).reply(one, ReplyDraft.of("R09", null, Map.of(Stated.CATEGORY, "讨论记录", Stated.REASON, "该记录是会议过程中形成的讨论记录")));
        counter.on(today.toString());
        var at = new AtDesk(port, counter.desk).at(one);
        at.unfold("登记收到的复议、诉讼、投诉").choose("kind", "REVIEW").fill("remedy-body", "青禾县人民政府").fill("remedy-number", "青政复〔2026〕12号").fill("remedy-copy", ago(6));
        at.press("登记").says("最迟" + last(ago(6), 5) + "提交答复和证据").look("remedy-open");
        at.unfold("登记已提交答复和证据");
        at.page.locator("input[id^=answered-]").fill(ago(3));
        at.press("登记提交").says(Dates.words(ago(3)) + "提交了答复和证据");
        at.unfold("登记结果").choose("result", "CORRECTED");
        at.page.locator("input[id^=decided-]").fill(ago(2));
        at.page.locator("input[id^=redo-]").fill(ago(-12));
        at.page.locator("textarea[id^=lesson-]").fill("讨论记录里可以公开的事实部分要分开");
        at.press("登记结果").says("责令" + Dates.words(ago(-12)) + "以前重新答复").says("办理中").says("还有").look("remedy-redo");
        at.seated.open("/desk/requests");
        at.says(one.number()).look("book-redo");
        at.seated.open("/desk/requests/" + one.id() + "/reply?type=R03");
        at.fill("s-WAY_AND_TIME", "在窗口领取复制件").fill("s-WITHHELD_PART", "讨论记录中的个人意见").fill("s-GROUND_ARTICLE", "《中华人民共和国政府信息公开条例》第十六条第二款")
                .fill("s-REASON", "属于行政机关在履行行政管理职能过程中形成的讨论记录").press("存为草稿").press("送保密审查");
        step(one, counter.secrecy, "保密审查通过");
        step(one, counter.leader, "合法性审核通过");
        step(one, counter.head, "签发");
        at.reply(one).choose("way", "POST").fill("proof", "XA12345678934").press("登记送达");
        at.at(one).says("已办结").says("过程性信息").says("XA12345678934").look("request-redone");
    }

    private void step(InformationRequest one, openland.office.Officer officer, String button) {
        new AtDesk(port, officer).reply(one).press(button);
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    /** In words, the last of so many working days after a day. */
    private String last(String day, int workingDays) {
        return Dates.words(context.getBean(Calendars.class).forRegion(counter.office.region()).workingDayAfter(LocalDate.parse(day), workingDays));
    }
}
