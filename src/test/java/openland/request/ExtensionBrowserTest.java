package openland.request;

import java.time.LocalDate;
import java.util.Map;
import openland.OpenlandTest;
import openland.calendar.Calendars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The time is made longer on its last day, by who may (条例第三十三条第二款). */
@OpenlandTest
class ExtensionBrowserTest {
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
    void at_the_last_hour_the_leader_extends_and_the_applicant_is_told() {
        var received = today.minusDays(60).datesUntil(today).filter(day -> !dueOf(day).isBefore(today)).findFirst().orElseThrow();
        var one = counter.on(received.toString()).asks("2020年以来石桥村全部用地批复");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        counter.on(today.toString());
        var desk = new AtDesk(port, counter.desk).at(one);
        desk.unfold("提请延期").fill("propose_extension-remark", "卷宗三十二册，需要逐册查").press("提请延期").isSilentOn("延长几个工作日");
        var leader = new AtDesk(port, counter.leader).at(one);
        leader.seated.open("/desk");
        leader.says("去决定延期").at(one);
        leader.says("卷宗三十二册").look("extension-proposed").unfold("延期答复").fill("extend-days", "21").fill("extend-remark", "卷宗多，需要逐册查").refused("延期答复", "最长不超过20个工作日");
        leader.fill("extend-days", "20").press("延期答复").says("延期答复告知书").says("延长20个工作日").isSilentOn("已经逾期").look("extension");
    }

    private LocalDate dueOf(LocalDate received) {
        return context.getBean(Calendars.class).forRegion(counter.office.region()).workingDayAfter(received, 20);
    }
}
