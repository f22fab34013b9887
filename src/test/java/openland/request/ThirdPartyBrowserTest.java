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

/** Somebody's rights would be touched (条例第十五条、第三十二条): he is asked; he keeps silent, or refuses and the public interest outweighs. */
@OpenlandTest
class ThirdPartyBrowserTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Counter counter;
    private LocalDate today;
    private InformationRequest one;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
        today = counter.today();
        one = counter.on(ago(60)).asks("石桥村采石场的生产经营情况报告");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "矿管股"));
    }

    private Consultation asked(String day) {
        counter.on(day);
        return counter.within(() -> counter.consulting().ask(new Consulting.Asking(one.id(), Consultation.Kind.THIRD_PARTY, "石桥采石有限公司", "", "", "拟公开生产经营情况报告", null),
                counter.desk)).consultation();
    }

    @Test
    void he_is_asked_and_the_link_is_shown_once() {
        var at = new AtDesk(port, counter.desk).at(one);
        at.unfold("向第三方或者共同制作的机关征求意见").choose("kind", "THIRD_PARTY").fill("ask-asked", "石桥采石有限公司").fill("ask-question", "拟公开周敏要的报告");
        at.refused("征求意见", "不能写出申请人是谁");
        at.fill("ask-question", "拟公开贵公司2025年生产经营情况报告，是否同意");
        at.seated.button("征求意见").click();
        at.says("只显示这一次").says("/request/view/").look("consultation-link");
        at.at(one).isSilentOn("/request/view/").says("现在不计时").says("还没有登记对方哪天收到").look("consultation");
    }

    @Test
    void his_silence_leaves_it_to_the_office() {
        var consultation = asked(ago(55));
        counter.on(today.toString());
        var at = new AtDesk(port, counter.desk).at(one);
        at.unfold("登记对方收到的日期").fill("reached-" + consultation.id(), ago(50)).press("登记收到").says("意见最迟" + last(ago(50), 15)).says("已经过了").look("consultation-over");
        at.press("登记为逾期没有意见").says("由行政机关按照条例的规定决定是否公开").says("答复").look("consultation-silent");
    }

    @Test
    void what_he_refuses_is_disclosed_for_the_public_interest_and_he_is_told() {
        var consultation = asked(ago(6));
        counter.on(today.toString());
        var at = new AtDesk(port, counter.desk).at(one);
        at.unfold("登记对方的意见").choose("answer", "REFUSES").refused("登记意见", "请写明理由");
        at.fill("why-" + consultation.id(), "涉及商业秘密").press("登记意见").says("不同意公开");
        at.seated.open("/desk/requests/" + one.id() + "/reply?type=R02");
        at.look("reply-write");
        at.fill("s-WAY_AND_TIME", "自即日起在本机关窗口当面领取复制件").refused("存为草稿", "公共利益");
        at.fill("override", "采石场爆破危及下游村民安全，不公开会对公共利益造成重大影响").press("存为草稿").says("信的样子").look("reply-draft");
        at.press("送保密审查");
        signs(counter.secrecy, "保密审查通过");
        signs(counter.leader, "合法性审核通过");
        signs(counter.head, "签发");
        at.at(one).says("决定公开政府信息告知书").says("待送达").look("request-signed");
        at.reply(one).choose("way", "HAND").refused("登记送达", "请填写签收人");
        at.choose("way", "HAND").fill("proof", "周敏").press("登记送达");
        at.at(one).says("予以公开").says("已办结");
    }

    private void signs(openland.office.Officer officer, String step) {
        var at = new AtDesk(port, officer);
        at.seated.open("/desk");
        at.says(one.number());
        at.reply(one).look("reply-" + step).press(step);
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    /** In words, the last of so many working days after a day. */
    private String last(String day, int workingDays) {
        return Dates.words(context.getBean(Calendars.class).forRegion(counter.office.region()).workingDayAfter(LocalDate.parse(day), workingDays));
    }
}
