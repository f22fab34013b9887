package openland.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.request.Applying.Application;
import openland.request.Applying.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What an applicant who left an address is told by mail, and what the mail never says. */
@OpenlandTest
@TestPropertySource(properties = {"spring.mail.host=127.0.0.1", "spring.mail.port=9"})
class MilestonesTest {
    private static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a};
    private static final String ASKED = "石桥村征地补偿费分配表";

    @Autowired ApplicationContext context;
    @Autowired Applying applying;
    @Autowired MovingRequests moving;
    @Autowired Requests requests;
    @Autowired JdbcClient db;
    private Counter counter;
    private String address;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
        address = "a" + UUID.randomUUID().toString().replace("-", "") + "@example.cn";
    }

    private record Mailed(String subject, String text) {}

    private List<Mailed> letters() {
        return db.sql("select subject, body as text from delivery_message where recipient = :address order by id").param("address", address).query(Mailed.class).list();
    }

    private FilingRequests.Filed file(String... asked) {
        var form = counter.form(Channel.WEB, asked);
        var who = new NewFiling.Who(ApplicantKind.PERSON, "周敏", "", "13900000000", address, "", "", "");
        return applying.apply(new Application(new NewFiling(form.office(), who, Channel.WEB, form.arrivedOn(), form.asks(), "电子文件", "在本网站下载", "", false,
                "mail-" + UUID.randomUUID()), true, "居民身份证", List.of(new Upload("身份证.png", new ByteArrayResource(PNG))), List.of()));
    }

    @Test
    void a_form_with_two_requests_gets_one_receipt_with_both_numbers_and_the_day() {
        var filed = file(ASKED, "石桥村征收土地公告");
        assertThat(letters()).hasSize(1);
        var receipt = letters().getFirst();
        assertThat(receipt.subject()).isEqualTo("受理回执：" + filed.requests().getFirst().number() + "等2件");
        assertThat(receipt.text()).contains(filed.requests().getFirst().number(), filed.requests().getLast().number(),
                PlainWords.day(requests.answer(filed.requests().getFirst()).orElseThrow().due().date()), "/track")
                .doesNotContain(ASKED, "周敏", filed.code().text());
        assertThat(requests.mayBeHandedOver(filed.filing())).isTrue();
    }

    @Test
    void each_step_that_concerns_him_is_told_once_and_none_of_those_inside() {
        var one = file(ASKED).requests().getFirst();
        move(one, RequestMove.ASSIGN, "交耕地保护股", Map.of("unit", "耕地保护股"));
        assertThat(letters()).as("assignment concerns nobody outside").hasSize(1);
        move(one, RequestMove.ASK_CORRECTION, "请写明批次", Map.of("by", "2099-12-01"));
        assertThat(letters()).hasSize(2);
        assertThat(letters().getLast().subject()).isEqualTo("申请" + one.number() + "：请您补正");
        assertThat(letters().getLast().text()).contains("2099年12月1日").doesNotContain("请写明批次", ASKED, "周敏", "最晚");
        moving.moveByApplicant(new MovingRequests.Wanted(one.id(), RequestMove.CORRECT, null, "第三批次", Map.of()));
        assertThat(letters().getLast().text()).contains("重新起算", "最晚" + PlainWords.day(requests.answer(requests.byId(one.id()).orElseThrow()).orElseThrow().due().date()));
        moving.moveByApplicant(new MovingRequests.Wanted(one.id(), RequestMove.WITHDRAW, null, "", Map.of()));
        assertThat(letters()).hasSize(4);
        assertThat(letters().getLast().subject()).endsWith("撤回申请");
    }

    @Test
    void nobody_reads_in_his_mail_whom_else_the_office_asked() {
        var one = file(ASKED).requests().getFirst();
        move(one, RequestMove.ASSIGN, "", Map.of("unit", "耕地保护股"));
        context.getBean(Consulting.class).ask(new Consulting.Asking(one.id(), Consultation.Kind.THIRD_PARTY, "獾子洞砖厂", "", "", "拟公开", null), counter.desk);
        assertThat(letters().getLast().text()).contains("征求意见的时间不算在答复期限里").doesNotContain("獾子洞", "最晚");
    }

    @Test
    void what_is_not_done_is_not_told() {
        var one = file(ASKED).requests().getFirst();
        context.getBean(org.springframework.transaction.support.TransactionTemplate.class).executeWithoutResult(status -> {
            moving.moveByApplicant(new MovingRequests.Wanted(one.id(), RequestMove.WITHDRAW, null, "", Map.of()));
            status.setRollbackOnly();
        });
        assertThat(letters()).hasSize(1);
    }

    private void move(InformationRequest one, RequestMove move, String words, Map<String, String> detail) {
        moving.move(new MovingRequests.Wanted(one.id(), move, null, words, detail), counter.desk);
    }
}
