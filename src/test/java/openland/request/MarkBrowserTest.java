package openland.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.Browser;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.drafting.Seated;
import openland.files.Traces;
import openland.files.fixed.Letters;
import openland.files.fixed.Scans;
import openland.files.ooxml.ExcelHidingPlaces;
import openland.files.Hidden;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Partial disclosure at the desk: what is marked is nowhere in the file that the applicant gets. */
@OpenlandTest
class MarkBrowserTest {
    @Autowired ApplicationContext context;
    @Autowired Papers papers;
    @LocalServerPort int port;
    private Counter counter;
    private InformationRequest request;

    @BeforeEach
    void request() {
        counter = new Counter(context);
        request = counter.asks("柳河镇石桥村征地补偿的答复");
    }

    private Paper original(String name, byte[] bytes) {
        return papers.addFromDesk(new Papers.NewPaper(request.id(), Paper.Role.ORIGINAL, name, null, "", counter.desk.id()), new ByteArrayInputStream(bytes), counter.desk);
    }

    private String marks(Paper paper) {
        return "/desk/requests/" + request.id() + "/papers/" + paper.id() + "/marks";
    }

    private static void looks(Seated seated, String name) {
        seated.page.waitForLoadState(LoadState.NETWORKIDLE);   // the picture of the page
        for (int width : new int[] {1280, 390}) {
            for (var scheme : new ColorScheme[] {LIGHT, DARK}) {
                seated.page.setViewportSize(width, 900);
                seated.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                seated.look(name + "-" + width + "-" + scheme);
                assertThat(Browser.scrollsSideways(seated.page)).as(name + " at " + width).isFalse();
            }
        }
        seated.page.setViewportSize(1280, 900);
    }

    private byte[] copy(Seated officer) throws Exception {
        var download = officer.page.waitForDownload(() -> officer.page.locator("aside a[href$=copy]").click());
        return Files.readAllBytes(download.path());
    }

    private void saysNothingOf(byte[] pdf, List<String> words) throws Exception {
        for (var word : words) {
            assertThat(Traces.of(pdf, word)).isEmpty();
        }
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).isBlank();
        }
        var read = Letters.read(pdf);
        assertThat(words).noneMatch(read::contains);
    }

    @Test
    void an_officer_hides_words_without_scripts_and_the_released_file_does_not_hold_them() throws Exception {
        var paper = original("答复.pdf", Letters.letter());
        var officer = new Seated(Browser.plainReader(), port, counter.desk);
        officer.open(marks(paper));
        officer.page.locator("#words").fill(Letters.NAME + "\n" + Letters.PHONE);
        officer.button("遮盖这些词语").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("遮盖了5处");
        looks(officer, "marks");
        officer.page.locator("input[name=x]").fill("10");
        officer.page.locator("input[name=y]").fill("60");
        officer.page.locator("input[name=width]").fill("30");
        officer.page.locator("input[name=height]").fill("4");
        officer.page.locator("#ground-area").selectOption("TRADE_SECRET");
        officer.button("遮盖这一块").click();
        assertThat(officer.page.locator("#marks")).containsText("已遮盖6处");
        officer.page.locator("input[name=mark]").last().check();
        officer.button("去掉勾选的").click();
        assertThat(officer.page.locator("#marks")).containsText("已遮盖5处");
        officer.page.locator("a", new Page.LocatorOptions().setHasText("预览提供的样子")).click();
        looks(officer, "marks-preview");
        officer.button("制作提供的文件").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("通过了检查");
        saysNothingOf(copy(officer), List.of(Letters.NAME, Letters.PHONE));
        var given = papers.of(counter.now(request), new RequestSight.Viewer.AnOfficer(counter.desk)).stream().filter(one -> one.role() == Paper.Role.RELEASED).toList();
        assertThat(given).hasSize(1).first().satisfies(one -> {
            assertThat(one.name()).isEqualTo("答复（区分处理）.pdf");
            assertThat(one.text()).contains("申请人【遮盖：个人隐私（第15条）】提出").doesNotContain(Letters.NAME);
        });
    }

    @Test
    void a_word_that_still_stands_elsewhere_is_named_before_the_copy_is_made() throws Exception {
        var paper = original("答复.pdf", Letters.letter());
        var marking = context.getBean(MarkingPapers.class);
        marking.hideWords(request.id(), paper.id(), List.of(Letters.NAME), MarkGround.PRIVACY, counter.desk);
        var second = marking.of(marking.see(request.id(), paper.id(), counter.desk)).getLast();
        marking.remove(request.id(), paper.id(), List.of(second.id()), counter.desk);
        var officer = new Seated(Browser.plainReader(), port, counter.desk);
        officer.open(marks(paper));
        officer.button("制作提供的文件").click();
        assertThat(officer.page.getByRole(AriaRole.ALERT)).containsText("“" + Letters.NAME + "”在第1页");
        officer.page.locator("input[name=sure]").check();
        officer.button("制作提供的文件").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("通过了检查");
        marking.hideWords(request.id(), paper.id(), List.of(Letters.NAME), MarkGround.PRIVACY, counter.desk);
        context.getBean(ReleasingPapers.class).release(request.id(), paper.id(), false, counter.desk);
        assertThat(roles()).containsEntry("RELEASED", 1L).containsEntry("EVIDENCE", 1L);
    }

    private Map<String, Long> roles() {
        return papers.of(counter.now(request), new RequestSight.Viewer.AnOfficer(counter.desk)).stream()
                .collect(java.util.stream.Collectors.groupingBy(one -> one.role().name(), java.util.stream.Collectors.counting()));
    }

    @Test
    void what_looks_like_personal_data_in_a_scan_is_proposed_and_covered() throws Exception {
        Scans.mustBeReadable();
        var officer = new Seated(Browser.plainReader(), port, counter.desk);
        officer.open(marks(original("批准书.pdf", Scans.pdf())));
        officer.page.locator("input[name=found]").first().check();
        officer.button("遮盖勾选的").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("遮盖了1处");
        officer.button("制作提供的文件").click();
        saysNothingOf(copy(officer), List.of(Scans.NUMBER));
    }

    @Test
    void an_area_is_drawn_with_the_pointer() throws Exception {
        var officer = new Seated(Browser.reader(), port, counter.desk);
        var said = new ArrayList<String>();
        officer.page.onConsoleMessage(message -> said.add(message.text()));
        officer.open(marks(original("答复.pdf", Letters.letter())));
        var sheet = officer.page.locator("[data-sheet]").boundingBox();
        officer.page.mouse().move(sheet.x + sheet.width * 0.1, sheet.y + sheet.height * 0.1);
        officer.page.mouse().down();
        officer.page.mouse().move(sheet.x + sheet.width * 0.6, sheet.y + sheet.height * 0.2);
        officer.page.mouse().up();
        assertThat(officer.page.locator("input[name=width]")).hasValue("50.00");
        officer.look("marks-drawn");
        officer.button("遮盖这一块").click();
        assertThat(officer.page.locator("#marks")).containsText("已遮盖1处");
        assertThat(Browser.violations(officer.page)).isEmpty();
        assertThat(said).as("the policy of the page forbids nothing that it does").isEmpty();
    }

    @Test
    void a_workbook_that_hides_something_is_not_given_until_it_is_cleared_and_its_cells_are_covered() throws Exception {
        var hiding = ExcelHidingPlaces.all().stream().filter(one -> one.expected() == Hidden.Kind.HIDDEN_SHEET).findFirst().orElseThrow();
        var officer = new Seated(Browser.plainReader(), port, counter.desk);
        officer.open(marks(original("明细.xlsx", hiding.file("Zhang3-only-inside"))));
        assertThat(officer.page.locator("aside")).containsText("隐藏的工作表");
        looks(officer, "marks-workbook");
        var first = papers.of(counter.now(request), new RequestSight.Viewer.AnOfficer(counter.desk)).getFirst();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> context.getBean(ReleasingPapers.class).release(request.id(), first.id(), true, counter.desk))
                .withMessageContaining("隐藏的工作表（工作表“原始数据”）");
        officer.button("去掉隐藏的内容").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("去掉隐藏内容以后");
        officer.page.locator("#cells").fill("B1");
        officer.button("遮盖这些单元格").click();
        officer.button("制作提供的文件").click();
        assertThat(officer.page.getByRole(AriaRole.STATUS)).containsText("通过了检查");
        var copy = copy(officer);
        assertThat(Traces.of(copy, "Zhang3-only-inside")).isEmpty();
        assertThat(Traces.of(copy, "【遮盖：个人隐私（第15条）】")).isNotEmpty();
    }

    @Test
    void only_who_handles_the_request_marks_and_a_stranger_sees_no_picture() throws Exception {
        var paper = original("答复.pdf", Letters.letter());
        var secrecy = new Seated(Browser.plainReader(), port, counter.secrecy);
        secrecy.open(marks(paper));
        assertThat(secrecy.page.locator("main form")).hasCount(0);
        var stranger = new Counter(context).desk;
        var other = new Seated(Browser.plainReader(), port, stranger);
        for (var path : List.of(marks(paper), marks(paper).replace("/marks", "/pages/1.png"), marks(paper) + "/copy")) {
            assertThat(other.page.request().get("http://localhost:" + port + path).status()).as(path).isEqualTo(404);
        }
        var viewed = context.getBean(Papers.class);
        assertThat(viewed.of(request, new RequestSight.Viewer.ApplicantOf(UUID.randomUUID()))).isEmpty();
    }
}
