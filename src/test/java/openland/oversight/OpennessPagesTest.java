package openland.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import openland.OpenlandTest;
import openland.casework.CaseMove;
import openland.casework.DutyCase;
import openland.casework.MovingDuties;
import openland.casework.MovingDuties.Wanted;
import openland.casework.OpeningDuties;
import openland.casework.Then;
import openland.casework.Trigger;
import openland.drafting.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Pages, files and feed, as everybody gets them. */
@OpenlandTest
class OpennessPagesTest {
    private static final String SUBJECT = "张三未批先占土地";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired OpeningDuties opening;
    @Autowired MovingDuties moving;
    @Autowired Counting counting;
    @Autowired InstantSource time;
    private final HttpClient http = HttpClient.newHttpClient();
    private Desk desk;
    private DutyCase duty;

    @BeforeEach
    void one_late_duty() {
        desk = new Desk(context);
        duty = opening.open(Trigger.ofItem(desk.office.id(), "enforcement.penalty-decision", MARCH, "青自然资罚〔2026〕9号", SUBJECT, Trigger.Source.OFFICER),
                desk.drafter).duty();
        Then.move(context, MARCH.plusDays(1), new Wanted(duty.id(), CaseMove.EXTEND, "等王五补正材料。", null, 3), desk.leader);
        counting.count(time.instant());
    }

    private String get(String path) throws IOException, InterruptedException {
        return get(path, 200);
    }

    private String get(String path, int status) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return answer.body();
    }

    @Test
    void each_figure_opens_the_list_that_it_counts() throws Exception {
        var page = get("/openness?office=" + desk.office.code());
        assertThat(page).contains(desk.office.name() + "：应公开1件，已公开0件，逾期1件").contains("/openness/duties/" + duty.id());
        var list = get("/openness/duties?what=overdue&from=2026-03&to=2026-03&office=" + desk.office.code());
        assertThat(list).contains("逾期的1件").contains("/openness/duties/" + duty.id());
        assertThat(get("/openness/duties?what=met&from=2026-03&office=" + desk.office.code())).contains("没有这样的");
    }

    @Test
    void nothing_that_only_officers_may_know_is_on_any_page() throws Exception {
        for (var path : new String[] {"/openness?office=", "/openness/duties?what=owed&from=2026-01&office=", "/openness.atom?office=", "/openness.csv?office="}) {
            assertThat(get(path + desk.office.code())).as(path).doesNotContain(SUBJECT).doesNotContain("〔2026〕9号").doesNotContain("王五");
        }
        assertThat(get("/openness/duties/" + duty.id())).doesNotContain(SUBJECT).doesNotContain("〔2026〕9号").doesNotContain("王五");
    }

    @Test
    void a_duty_says_why_its_day_is_that_day_and_what_was_changed() throws Exception {
        assertThat(get("/openness/duties/" + duty.id())).contains("2026年3月16日").contains("2026年3月11日").contains("延期").contains("双公示")
                .contains("这一天是怎么算出来的").contains("晚了");
    }

    @Test
    void the_figures_can_be_taken_away() throws Exception {
        assertThat(get("/openness.csv?from=2026-01&office=" + desk.office.code())).contains(desk.office.code() + ",").contains(",2026-03,法定期限,1,0,0,1,0,0");
        assertThat(get("/openness.xlsx?office=" + desk.office.code())).startsWith("PK");
    }

    @Test
    void the_feed_tells_what_became_late() throws Exception {
        var feed = get("/openness.atom?office=" + desk.office.code());
        var read = DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(feed.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry").getLength()).isOne();
        assertThat(feed).contains("逾期：");
    }

    @Test
    void what_there_is_not_is_said_so() throws Exception {
        get("/openness?office=NOWHERE", 404);
        get("/openness?from=2026-13", 400);
        get("/openness?from=2026-05&to=2026-01", 400);
        get("/openness?item=none.such", 404);
        get("/openness/duties?what=everything", 400);
        get("/openness/duties?after=eHg", 400);
    }
}
