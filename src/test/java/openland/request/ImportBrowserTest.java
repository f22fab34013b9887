package openland.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import openland.Browser;
import openland.OpenlandTest;
import openland.drafting.Seated;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An old book is uploaded, looked at and confirmed by somebody else, without scripts. */
@OpenlandTest
class ImportBrowserTest {
    private static final String BOOK = "编号,收到日期,申请内容,答复类型,答复日期\n1,2018-03-05,石桥村征地公告,R02,2018-03-20\n2,2018-13-05,柳河镇规划图,,\n";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;

    private static void looks(Seated seated, String name) {
        for (int width : new int[] {1280, 390}) {
            seated.page.setViewportSize(width, 900);
            seated.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT));
            seated.look(name + "-" + width);
            assertThat(Browser.scrollsSideways(seated.page)).as(name + " at " + width).isFalse();
        }
        seated.page.setViewportSize(1280, 900);
    }

    @Test
    void one_uploads_and_sees_what_is_wrong_and_a_leader_confirms() {
        var counter = new Counter(context);
        var uploader = new Seated(Browser.plainReader(), port, Town.of(context).officer(counter.office, Post.IMPORTER));
        uploader.open("/desk/requests/import");
        looks(uploader, "book-import");
        uploader.page.locator("#file").setInputFiles(new FilePayload("旧台账.csv", "text/csv", BOOK.getBytes(StandardCharsets.UTF_8)));
        uploader.button("上传并检查").click();
        assertThat(uploader.page.locator("main")).containsText("可以导入1行，有问题1行");
        assertThat(uploader.page.locator("main")).containsText("“2018-13-05”不是一个日子");
        looks(uploader, "book-faults");
        var address = uploader.page.url().replaceAll(".*(/desk/)", "$1");
        var leader = new Seated(Browser.plainReader(), port, counter.leader);
        leader.open(address);
        leader.button("确认导入1行").click();
        for (int i = 0; i < 600 && !leader.page.locator("main").textContent().contains("已导入"); i++) {
            leader.open(address);
        }
        assertThat(leader.page.locator("[role=status]")).containsText("新导入1件");
        leader.open("/desk/requests/alike");
        looks(leader, "book-alike");
        leader.open("/desk/requests?year=2018");
        assertThat(leader.page.locator("main")).containsText(counter.office.code() + "-1");
    }
}
