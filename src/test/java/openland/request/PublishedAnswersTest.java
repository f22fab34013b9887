package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.xml.parsers.DocumentBuilderFactory;
import openland.OpenlandTest;
import openland.drafting.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What several ask for is proposed, published through the ordinary gate, and listed for everybody. */
@OpenlandTest
class PublishedAnswersTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired RequestBook book;

    private String get(String path) throws Exception {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The page once a checkpoint covers what is to be on it. */
    private String shown(String path, String title) throws Exception {
        var page = get(path);
        for (int i = 0; i < 500 && !page.contains(title); i++) {
            page = get(path);
        }
        assertThat(page).contains(title);
        return page;
    }

    @Test
    void an_answer_of_general_interest_is_published_and_followed() throws Exception {
        var desk = new Desk(context);
        assertThat(get("/request/answers?office=" + desk.office.code())).contains("还没有公开的答复");
        var piece = desk.piece("石桥村征地补偿费分配表的答复").put("item", "requests.published-answer");
        piece.putObject("fields").put("question", "石桥村征地补偿费分配表").put("answer", "分配表已经公开，补偿费已支付完毕。").put("reply", "granted").put("answeredOn", "2026-10-12");
        desk.publish(piece);
        assertThat(shown("/request/answers?office=" + desk.office.code(), "石桥村征地补偿费分配表的答复")).contains("/disclosures/");
        assertThat(get("/request/answers")).contains("石桥村征地补偿费分配表的答复");
        var feed = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(
                get("/request/answers.atom?office=" + desk.office.code()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isOne();
    }

    @Test
    void three_different_applicants_for_the_same_thing_are_proposed_and_two_are_not() {
        var counter = new Counter(context).on("2026-11-02");
        for (int i = 0; i < 4; i++) {
            asks(counter, "申请人" + i % 3, "石桥村 征地公告");
            asks(counter, "申请人" + i % 2, "柳河镇规划图");
        }
        assertThat(book.alike(counter.desk)).singleElement().satisfies(alike -> {
            assertThat(alike.asked()).isEqualTo("石桥村 征地公告");
            assertThat(alike.applicants()).isEqualTo(3);
            assertThat(alike.requests()).isEqualTo(4);
        });
        assertThat(book.alike(new Counter(context).desk)).isEmpty();
    }

    private static void asks(Counter counter, String name, String asked) {
        var form = counter.form(Channel.COUNTER, asked);
        var who = new NewFiling.Who(ApplicantKind.PERSON, name, "", "13900000000", "", "", "", "");
        counter.files(new NewFiling(form.office(), who, form.channel(), form.arrivedOn(), form.asks(), form.form(), form.delivery(), "", false, null));
    }
}
