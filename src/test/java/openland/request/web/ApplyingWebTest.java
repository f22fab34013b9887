package openland.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.OpenlandTest;
import openland.office.web.Browser;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.Counter;
import openland.request.FilingRequests;
import openland.request.InformationRequest;
import openland.request.MovingRequests;
import openland.request.ReplyDraft;
import openland.request.RequestDesk;
import openland.request.RequestDesks;
import openland.request.RequestMove;
import openland.request.Requests;
import openland.request.Stated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes over the wire to the pages of applicants and of those who are asked: repeated, forged, hostile. */
@OpenlandTest
class ApplyingWebTest {
    private static final String PNG = new String(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a}, java.nio.charset.StandardCharsets.ISO_8859_1);
    private static final String HOSTILE = "<script>hit=1</script>'\"><img src=x onerror=hit=1>${71993*91997}";
    private static final Pattern CODE = Pattern.compile("(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Requests requests;
    @Autowired JdbcClient db;
    private Counter counter;
    private Browser browser;

    @BeforeEach
    void arrive() {
        counter = new Counter(context);
        browser = new Browser(environment);
    }

    @Test
    void the_same_form_sent_twice_is_one_filing_and_a_changed_one_is_not_taken_for_it() {
        var key = UUID.randomUUID().toString();
        var first = send(browser, "asked", "石桥村征地补偿费分配表", "key", key);
        var again = send(browser, "asked", "石桥村征地补偿费分配表", "key", key);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(place(again)).isEqualTo(place(first));
        assertThat(filings()).isOne();
        var changed = send(browser, "asked", "石桥村另一份材料", "key", key);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("这张表已经提交过");
        assertThat(filings()).isOne();
    }

    private long filings() {
        return db.sql("select count(*) from request_filing where office = :office").param("office", counter.id()).query(Long.class).single();
    }

    @Test
    void a_form_without_identity_paper_or_with_another_kind_of_file_is_not_filed() {
        browser.get("/request/new");
        var without = browser.send(browser.request("/request").header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(fields(browser, form("asked", "石桥村征地补偿费分配表")) + "--part--\r\n")));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("请附上身份证明", "周敏");
        var other = sendWith(browser, "<html>not a picture</html>", form("asked", "石桥村征地补偿费分配表"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("身份证明请传照片");
        assertThat(filings()).isZero();
    }

    @Test
    void two_applicants_do_not_see_each_other() {
        var mine = filed(browser, "石桥村征地补偿费分配表");
        var other = new Browser(environment);
        var his = filed(other, "柳河镇旧村改造方案");
        for (var path : List.of("/track/" + his.id(), "/track/" + his.id() + "/due.ics")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(browser.get(path).body()).doesNotContain("柳河镇旧村");
        }
        browser.get("/track");
        assertThat(browser.post("/track/" + his.id() + "/moves", "move", "withdraw").statusCode()).isEqualTo(404);
        assertThat(requests.byId(his.id()).orElseThrow().stage().isOpen()).isTrue();
        assertThat(new Browser(environment).get("/track/" + mine.id()).statusCode()).isEqualTo(303);
        assertThat(other.get("/track/receipts/" + mine.filing()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_code_that_was_replaced_opens_nothing_any_more() {
        var one = filed(browser, "石桥村征地补偿费分配表");
        assertThat(browser.get("/track/" + one.id()).statusCode()).isEqualTo(200);
        context.getBean(FilingRequests.class).newCode(one.filing(), counter.desk);
        assertThat(browser.get("/track/" + one.id()).statusCode()).isEqualTo(303);
    }

    @Test
    void wrong_number_and_wrong_code_are_answered_in_the_same_words() {
        var one = filed(browser, "石桥村征地补偿费分配表");
        var stranger = new Browser(environment);
        stranger.get("/track");
        var wrongCode = stranger.post("/track", "number", one.number(), "code", "AAAA-BBBB-CCCC-DDDD");
        var wrongNumber = stranger.post("/track", "number", "NONE-2026-9999", "code", "AAAA-BBBB-CCCC-DDDD");
        assertThat(wrongCode.statusCode()).isEqualTo(404).isEqualTo(wrongNumber.statusCode());
        assertThat(alert(wrongCode.body())).isEqualTo(alert(wrongNumber.body())).contains("对不上");
    }

    private static String alert(String page) {
        return page.substring(page.indexOf("role=\"alert\""), page.indexOf("</p>", page.indexOf("role=\"alert\"")));
    }

    @Test
    void nothing_of_an_applicant_is_on_any_page_for_everybody_nor_kept_nor_in_the_log() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        var one = filed(browser, "獬豸岭琉璃厂旧址的权属材料");
        root.detachAppender(log);
        var receipt = browser.get("/track/receipts/" + one.filing());
        var code = CODE.matcher(receipt.body());
        assertThat(code.find()).isTrue();
        var stranger = new Browser(environment);
        for (var path : List.of("/", "/request", "/request/new", "/track", "/track?number=" + one.number(), "/search?q=獬豸岭琉璃厂", "/openness", "/openness/duties", "/offices/" + counter.office.code())) {
            assertThat(stranger.get(path.replace("獬豸岭琉璃厂", "%E7%8D%AC%E8%B1%B8%E5%B2%AD")).body()).as(path).doesNotContain("琉璃厂旧址", "周敏", "13900000000");
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("琉璃厂") || line.contains("周敏") || line.contains(code.group()));
        assertThat(receipt.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(receipt.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(db.sql("select count(*) from request_suggestion where shown::text like '%琉璃%'").query(Long.class).single()).isZero();
    }

    @Test
    void what_is_typed_is_shown_as_words_whatever_it_is() {
        var one = filed(browser, HOSTILE);
        counter.move(one, RequestMove.ASK_CORRECTION, counter.desk, HOSTILE, Map.of("by", "2099-12-01"));
        for (var path : List.of("/track/" + one.id(), "/track/receipts/" + one.filing(), "/request/new?q=%3Cscript%3Ehit%3D1%3C%2Fscript%3E")) {
            var page = browser.get(path).body();
            assertThat(page).as(path).doesNotContain("<script>hit", "<img src=x", "6623140021").contains("&lt;script&gt;hit=1");
        }
    }

    @Test
    void who_is_asked_answers_by_his_link_and_reads_nothing_of_the_applicant() {
        var one = counter.asks("石桥村征地补偿费分配表");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
        var link = counter.within(() -> context.getBean(Consulting.class).ask(new Consulting.Asking(one.id(), Consultation.Kind.THIRD_PARTY, "石桥村村民委员会", "", "",
                "拟公开分配表中的总额，是否涉及商业秘密？", null), counter.desk)).link();
        var page = browser.get("/request/view/" + link);
        assertThat(page.body()).contains("拟公开分配表中的总额", "我已收到").doesNotContain("周敏", one.number(), "13900000000");
        assertThat(context.getBean(Consulting.class).byLink(link).orElseThrow().reachedOn()).as("opening is no proof").isNull();
        browser.post("/request/view/" + link, "act", "received");
        assertThat(browser.get("/request/view/" + link).body()).contains("为什么是这一天").doesNotContain("周敏");
        assertThat(browser.post("/request/view/" + link, "act", "answer", "answer", "REFUSES", "reason", "").statusCode()).isEqualTo(400);
        assertThat(browser.post("/request/view/" + link, "act", "answer", "answer", "SILENT", "reason", "x").statusCode()).isEqualTo(400);
        assertThat(browser.post("/request/view/" + link, "act", "answer", "answer", "REFUSES", "reason", "涉及村民的个人账户").statusCode()).isEqualTo(303);
        assertThat(browser.get("/request/view/" + link).body()).contains("不同意公开", "涉及村民的个人账户");
        assertThat(context.getBean(Consulting.class).of(one.id()).getFirst().answer()).isEqualTo(Consultation.Answer.REFUSES);
    }

    @Test
    void the_applicant_is_not_told_whom_else_the_office_asked_nor_what_it_thinks() {
        var one = filed(browser, "石桥村征地补偿费分配表");
        var moving = context.getBean(MovingRequests.class);
        moving.move(new MovingRequests.Wanted(one.id(), RequestMove.ASSIGN, null, "内部意见不外传", Map.of("unit", "耕地保护股")), counter.desk);
        context.getBean(Consulting.class).ask(new Consulting.Asking(one.id(), Consultation.Kind.THIRD_PARTY, "獾子洞砖厂", "", "", "拟公开", null), counter.desk);
        var page = browser.get("/track/" + one.id()).body();
        assertThat(page).contains("正在征求意见，答复期限暂停").doesNotContain("獾子洞砖厂", "内部意见", counter.desk.name(), "耕地保护股", "张三");
    }

    @Test
    void after_the_answer_he_reads_it_sees_his_remedies_and_asks_for_the_newer_version() {
        context.getBean(RequestDesks.class).set(new RequestDesk(counter.id(), "办公室", "望江路18号", "243000", "0555-0012336", "", "", "工作日", "某县人民政府", "某县人民法院",
                "本级人民政府网站", true, false, 20, "AFTERWARD"), counter.head);
        var one = filed(browser, "2026年第一季度局务会会议记录");
        context.getBean(MovingRequests.class).move(new MovingRequests.Wanted(one.id(), RequestMove.ASSIGN, null, "", Map.of("unit", "办公室")), counter.desk);
        counter.reply(one, ReplyDraft.of("R09", null, Map.of(Stated.CATEGORY, "讨论记录", Stated.REASON, "其中的意见没有成为决定")));
        var page = browser.get("/track/" + one.id()).body();
        assertThat(page).contains("已于", "要先申请行政复议，不能直接起诉", "给您的信").doesNotContain("直接起诉：到", counter.secrecy.name());
        var letter = Pattern.compile("/track/[0-9a-f-]+/letters/[0-9a-f-]+\\.pdf").matcher(page);
        assertThat(letter.find()).isTrue();
        assertThat(browser.get(letter.group()).body()).startsWith("%PDF");
        assertThat(browser.get(letter.group().replace(".pdf", ".exe")).statusCode()).isEqualTo(404);
        var stranger = new Browser(environment);
        filed(stranger, "柳河镇旧村改造方案");
        assertThat(stranger.get(letter.group()).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/request/new?follows=" + one.id()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/request/new?follows=" + one.id()).body()).contains("2026年第一季度局务会会议记录（更新的版本）", one.id().toString());
        var newer = send(browser, "asked", "2026年第一季度局务会会议记录（更新的版本）", "follows", one.id().toString());
        assertThat(requests.ofFiling(UUID.fromString(place(newer).substring(place(newer).lastIndexOf('/') + 1))).getFirst().follows()).isEqualTo(one.id());
        assertThat(send(stranger, "asked", "2026年第一季度局务会会议记录", "follows", one.id().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void he_changes_how_the_answer_comes_and_takes_the_last_day_home() {
        var one = filed(browser, "石桥村征地补偿费分配表");
        var due = requests.answer(one).orElseThrow().due().date();
        assertThat(browser.get("/track/" + one.id() + "/due.ics").body()).contains("DTSTART;VALUE=DATE:" + due.toString().replace("-", ""), one.number()).doesNotContain("石桥村", "周敏");
        browser.get("/track/" + one.id());
        assertThat(browser.post("/track/" + one.id() + "/way", "form", "电子文件", "delivery", "邮寄").statusCode()).as("no address is known").isEqualTo(400);
        assertThat(browser.post("/track/" + one.id() + "/way", "form", "纸质复印件", "delivery", "当面领取").statusCode()).isEqualTo(303);
        assertThat(requests.filing(one.filing()).orElseThrow().delivery()).isEqualTo("当面领取");
        assertThat(requests.answer(requests.byId(one.id()).orElseThrow()).orElseThrow().due().date()).isEqualTo(due);
        assertThat(browser.post("/track/" + one.id() + "/moves", "move", "deliver", "remark", "自己答复").statusCode()).isNotEqualTo(303);
    }

    @Test
    void up_to_ten_things_stand_on_one_form() {
        browser.get("/request/new");
        var page = browser.post("/request/new", "act", "more", "asked", "石桥村征地补偿费分配表");
        assertThat(page.body()).contains("第2件", "石桥村征地补偿费分配表");
        var eleven = new StringBuilder("_csrf=" + browser.forgery() + "&act=more");
        for (int i = 0; i < 11; i++) {
            eleven.append("&asked=x").append(i).append("x");
        }
        var full = browser.send(browser.request("/request/new").header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(eleven.toString())));
        assertThat(full.body()).contains("第11件").doesNotContain("第12件", "再加一件");
        var on = browser.send(browser.request("/request/new").header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(eleven.toString().replace("act=more", "act=look"))));
        assertThat(on.statusCode()).isEqualTo(400);
        assertThat(on.body()).contains("一张申请表最多写10项");
    }

    private InformationRequest filed(Browser who, String asked) {
        var answer = send(who, "asked", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var filing = UUID.fromString(place(answer).substring(place(answer).lastIndexOf('/') + 1));
        return requests.ofFiling(filing).getFirst();
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Map<String, String> form(String... more) {
        var form = new java.util.LinkedHashMap<>(Map.of("office", counter.office.code(), "kind", "PERSON", "name", "周敏", "phone", "13900000000", "form", "电子文件",
                "delivery", "在本网站下载", "key", UUID.randomUUID().toString()));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private HttpResponse<String> send(Browser who, String... more) {
        return sendWith(who, PNG, form(more));
    }

    private HttpResponse<String> sendWith(Browser who, String paper, Map<String, String> form) {
        who.get("/request/new");
        var parts = new ArrayList<byte[]>();
        parts.add(fields(who, form).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        parts.add(("--part\r\nContent-Disposition: form-data; name=\"identity\"; filename=\"id.png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        parts.add(paper.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        parts.add("\r\n--part--\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return who.send(who.request("/request").header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=part").POST(BodyPublishers.ofByteArrays(parts)));
    }

    private static String fields(Browser who, Map<String, String> form) {
        var all = new StringBuilder();
        var sent = new java.util.LinkedHashMap<>(form);
        sent.put("_csrf", who.forgery());
        sent.forEach((name, value) -> all.append("--part\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                .append(value).append("\r\n"));
        return all.toString();
    }
}
