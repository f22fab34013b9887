package openland.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** What is not clear is asked for once (条例第三十条): corrected, the time begins anew; not corrected, it is given up. Without scripts. */
@OpenlandTest
class CorrectionBrowserTest {
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
    void a_correction_begins_the_time_anew() {
        var one = counter.on(ago(6)).asks("关于那块地的材料");
        counter.on(today.toString());
        var at = new AtDesk(port, counter.desk).at(one).says(last(ago(6), 7) + "以前一次告知补正").look("request");
        at.unfold("通知补正").fill("ask_correction-remark", "请写明地块的位置或者编号").fill("ask_correction-by", ago(0)).refused("通知补正", "补正期限要在通知之日以后");
        assertThat(at.page.locator("#ask_correction-remark")).hasValue("请写明地块的位置或者编号");
        at.fill("ask_correction-by", ago(-12)).press("通知补正").says("现在不计时").says("补正通知书").isSilentOn("逾期不补正，不再处理").look("request-correcting");
        at.unfold("收到补正").fill("correct-remark", "是QH2026-017号地块").press("收到补正").says(last(ago(0), 20) + "答复").isSilentOn("通知补正期限").look("request-corrected");
        var desk = new AtDesk(port, counter.desk);
        desk.seated.open("/desk");
        desk.says(one.number()).says("去看补正").look("desk-corrected");
    }

    @Test
    void who_does_not_correct_in_time_has_given_up() {
        var one = counter.on(ago(20)).asks("关于那块地的材料");
        counter.on(ago(18)).move(one, RequestMove.ASK_CORRECTION, counter.desk, "请写明地块的位置", Map.of("by", ago(4)));
        var at = new AtDesk(port, counter.desk).at(one);
        at.unfold("逾期不补正，不再处理").fill("abandon-remark", "电话两次联系，没有说明理由").press("逾期不补正，不再处理").says("已办结").says("按期").look("request-abandoned");
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    /** In words, the last of so many working days after a day. */
    private String last(String day, int workingDays) {
        return Dates.words(context.getBean(Calendars.class).forRegion(counter.office.region()).workingDayAfter(LocalDate.parse(day), workingDays));
    }
}
