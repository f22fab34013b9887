package openland.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import openland.base.database.TestDatabase;
import openland.calendar.Calendars;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Tokens;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** A notice is looked through, loaded and replaced by an administrator of the highest office, on the page and by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPagesTest {
    private static final String NOTICE = """
            # 元旦
            上班 2026-12-27 元旦
            放假 2026-12-31..01-02 元旦
            上班 01-03 元旦
            """;
    private ConfigurableApplicationContext program;
    private Calendars calendars;
    private Town town;

    @BeforeAll
    void start() {
        program = TestDatabase.fresh().start();
        calendars = program.getBean(Calendars.class);
        town = Town.of(program);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private Browser signedIn(String name, String password) {
        var browser = new Browser(program.getEnvironment());
        browser.signIn(name, password);
        return browser;
    }

    private HttpResponse<String> put(Officer officer, String year, String body) {
        var token = program.getBean(Tokens.class).issue(officer, false).token();
        var browser = new Browser(program.getEnvironment());
        return browser.send(browser.request("/api/v1/calendar/notices/" + year).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private long rowsInTheJournal() {
        return program.getBean(Journal.class).entries(new Filter(town.sysadmin().id(), null, null), null, 1000)
                .items().stream().filter(entry -> entry.act().equals("catalogue.notice-loaded")).count();
    }

    @Test
    void a_notice_is_looked_through_first_and_then_holds_for_everybody() {
        var browser = signedIn("root-sysadmin", Town.PASSWORD + "1");
        assertThat(browser.get("/desk/calendar").body()).contains("value=\"2027\"", "文号未知", "href=\"/desk/calendar\"");
        long version = calendars.version();

        var preview = browser.post("/desk/calendar", "year", "2027", "title", "<b>安排</b>", "number", "", "issued", "", "days", NOTICE, "act", "preview");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("还没有装入。装入后会改变4天", "2026年12月31日（星期四）改为休息", "2026年12月27日（星期日）改为上班",
                "value=\"load\"").doesNotContain("<b>安排</b>");
        assertThat(calendars.version()).isEqualTo(version);

        long rows = rowsInTheJournal();
        var loaded = browser.post("/desk/calendar", "year", "2027", "title", "2027年安排", "number", "国办发明电〔2026〕0号", "issued", "2026-11-05",
                "days", NOTICE, "act", "load");
        assertThat(loaded.body()).contains("已装入2027年的安排", "改变了4天", "2027年1月3日（星期日）改为上班");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2027, 1, 3))).isTrue();
        assertThat(calendars.current().settledTo()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(rowsInTheJournal()).isEqualTo(rows + 1);
        assertThat(browser.get("/help/working-days?start=2026-12-25&kind=WD&n=5").body()).contains("2027年1月3日（星期日）",
                "2027年安排（国办发明电〔2026〕0号）").doesNotContain("暂定</span>");

        assertThat(browser.post("/desk/calendar", "year", "2027", "title", "2027年安排", "number", "国办发明电〔2026〕0号", "issued", "2026-11-05",
                "days", NOTICE, "act", "load").body()).contains("同样的安排已经在用");
        assertThat(rowsInTheJournal()).isEqualTo(rows + 1);
        assertThat(browser.get("/desk/calendar?year=2027").body()).contains("放假 2026-12-31..01-02 元旦");
    }

    @Test
    void what_cannot_be_loaded_is_said_and_what_was_typed_stays() {
        var browser = signedIn("root-sysadmin", Town.PASSWORD + "1");
        browser.get("/desk/calendar");
        long version = calendars.version();
        var bad = browser.post("/desk/calendar", "year", "2025", "title", "安排", "days", "放假 01-01 元旦\n放假 02-30 春节", "act", "load");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("第2行有不存在的日期：02-30", "放假 02-30 春节");
        assertThat(browser.post("/desk/calendar", "year", "x", "title", "安排", "days", "", "act", "load").statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/calendar", "year", "2026", "title", "安排", "issued", "昨天", "days", "", "act", "load").statusCode()).isEqualTo(400);
        assertThat(browser.post("/desk/calendar", "year", "2099", "title", "安排", "days", "放假 01-01 元旦", "act", "load").statusCode()).isEqualTo(409);
        assertThat(browser.post("/desk/calendar", "year", "2026", "title", "安排", "days", "放假 01-01 元旦", "act", "preview").body())
                .contains("已经过去，请再核对");
        assertThat(calendars.version()).isEqualTo(version);
    }

    @Test
    void an_administrator_below_sees_the_calendar_and_cannot_change_it() {
        var county = town.county();
        var officer = town.officer(county, Post.SYSADMIN);
        var browser = signedIn(officer.name(), Town.PASSWORD);
        assertThat(browser.get("/desk/calendar").body()).contains("由最上级机构的系统管理员装入").doesNotContain("<textarea");
        long version = calendars.version();
        assertThat(browser.post("/desk/calendar", "year", "2025", "title", "安排", "days", "放假 01-01 元旦", "act", "load").statusCode()).isEqualTo(403);
        assertThat(put(officer, "2025", "{\"title\": \"安排\", \"days\": [\"放假 01-01 元旦\"]}").statusCode()).isEqualTo(403);
        assertThat(calendars.version()).isEqualTo(version);
    }

    @Test
    void a_program_loads_local_holidays_and_may_repeat_itself() {
        var body = "{\"region\": \"45\", \"title\": \"三月三\", \"days\": [\"放假 04-01..04-02 三月三\"]}";
        var first = put(town.sysadmin(), "2025", body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"changed\":[\"2025-04-01\",\"2025-04-02\"]");
        assertThat(calendars.forRegion("450102").isWorkingDay(LocalDate.of(2025, 4, 1))).isFalse();
        assertThat(put(town.sysadmin(), "2025", body).body()).contains("\"changed\":[]");
        for (var bad : new String[] {"{}", "{\"title\": \"安排\"}", "{\"title\": \"安排\", \"days\": [null]}", "{\"title\": \"安\\u0000排\", \"days\": [\"放假 01-01 元旦\"]}",
            "{\"title\": \"安排\", \"days\": [\"放假 01-01 元\\ud83d旦\"]}", "[]", "x",
            "{\"title\": \"安排\", \"days\": [\"放假 明天 元旦\"]}", "{\"title\": \"安排\", \"issuedOn\": \"昨天\", \"days\": []}"}) {
            assertThat(put(town.sysadmin(), "2025", bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(put(town.sysadmin(), "x", body).statusCode()).isEqualTo(400);
    }
}
