package openland.request;

import openland.OpenlandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** It is not this office's (条例第三十六条第五项): with the applicant's consent the other one registers it. */
@OpenlandTest
class WrongOfficeBrowserTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Counter counter;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
    }

    @Test
    void with_consent_the_right_office_registers_it() {
        var other = new Counter(context);
        var one = counter.files(counter.form(Channel.ORDINARY_POST, "县水利局的河道采砂规划")).requests().getFirst();
        var at = new AtDesk(port, counter.desk).at(one);
        at.says("以前与申请人确认").look("request-unconfirmed");
        at.unfold("经申请人同意，转给负责的机关").fill("hand-office", "没有这个局").fill("hand-consent", "电话里同意").page.locator("input[name=consented]").check();
        at.refused("转给这个机关", "没有这个机构");
        at.fill("hand-office", other.office.name()).press("转给这个机关").says("已转出").says("已撤回").look("request-handed-over");
        var there = new AtDesk(port, other.desk);
        there.seated.open("/desk/requests");
        there.says("县水利局的河道采砂规划");
    }
}
