package openland.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import openland.OpenlandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The same applicant asks for the same again (条例第三十六条第六项): the desk sees it, and says why it is not handled twice. */
@OpenlandTest
class RepeatedRequestBrowserTest {
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
    void the_same_again_is_seen_and_answered_so() {
        var first = counter.on(ago(41)).asks("石桥村征地补偿费分配表");
        counter.move(first, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        counter.reply(first, ReplyDraft.of("R02", null, Map.of(Stated.WAY_AND_TIME, "在窗口领取复制件")));
        var again = counter.on(ago(3)).asks("石桥村 征地补偿费 分配表");
        counter.on(today.toString());
        var at = new AtDesk(port, counter.desk).at(again);
        at.says("同一申请人申请过同样的内容").says(first.number()).says(ago(3).substring(0, 7)).look("request-repeated");
        at.unfold("交办").fill("assign-unit", "耕地保护股").press("交办");
        at.seated.open("/desk/requests/" + again.id() + "/reply");
        at.look("reply-types");
        at.page.locator("main a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("重复申请")).first().click();
        at.fill("s-PREVIOUS_NUMBER", first.number()).fill("s-PREVIOUS_DATE", ago(41)).press("存为草稿").says("信的样子").says(first.number()).look("reply-repeated");
    }

    @Test
    void what_three_ask_for_is_proposed_for_everybody_without_their_names() {
        var same = List.of("周敏", "何秀兰", "罗建国").stream().map(name -> counter.files(new NewFiling(counter.id(),
                new NewFiling.Who(ApplicantKind.PERSON, name, "", "13900000000", "", "", "", ""), Channel.COUNTER, today,
                List.of(NewFiling.Ask.of("何秀兰所在的石桥村征地补偿费分配表")), "纸质", "当面领取", "", false, null)).requests().getFirst()).toList();
        var at = new AtDesk(port, openland.office.Town.of(context).officer(counter.office, openland.office.Post.DRAFTER)).at(same.get(1));
        at.says("3个不同的申请人要同样的信息").isSilentOn("13900000000").look("request-three");
        at.page.locator("main a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("转主动公开")).first().click();
        at.says("所在的石桥村征地补偿费分配表").isSilentOn("何秀兰").look("draft-proposed");
        at.page.locator("input[name=item]").first().check();
        at.seated.button("开始拟稿").first().click();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(at.page.locator("input[name=title]")).hasValue("所在的石桥村征地补偿费分配表");
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }
}
