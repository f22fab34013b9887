package openland.delivery;

import static openland.delivery.PostOffice.message;
import static openland.delivery.PostOffice.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import openland.OpenlandTest;
import openland.base.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OpenlandTest
class MailTest {
    @Autowired ApplicationContext context;
    @Autowired Mail mail;
    @Autowired Outgoing outgoing;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    private PostOffice post;
    private String to;

    @BeforeEach
    void open() {
        db.sql("delete from delivery_message").update();
        post = new PostOffice(context);
        to = "u" + UUID.randomUUID().toString().replace("-", "") + "@example.gov.cn";
    }

    @AfterEach
    void close() {
        post.close();
    }

    private Map<String, Object> row() {
        return db.sql("select * from delivery_message where recipient = :to").param("to", to).query().singleRow();
    }

    @Test
    void a_mail_arrives_once_in_chinese_with_the_headers_that_machines_look_for() throws Exception {
        post.queue(message(to, "青禾县：新增一件", "t1", URI.create("https://qhx.example.gov.cn/follow/end?t=abc")));
        post.send();
        post.send();
        assertThat(post.arrived(to)).singleElement().satisfies(letter -> {
            assertThat(letter.getSubject()).isEqualTo("青禾县：新增一件");
            assertThat(letter.getContent().toString().strip()).isEqualTo("请登录查看。");
            assertThat(letter.getContentType()).containsIgnoringCase("utf-8");
            assertThat(letter.getHeader("List-Unsubscribe", null)).isEqualTo("<https://qhx.example.gov.cn/follow/end?t=abc>");
            assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(letter.getHeader("Message-ID", null)).isEqualTo("<" + row().get("id") + "@qhx.example.gov.cn>");
            assertThat(letter.getFrom()[0].toString()).contains("openland@example.gov.cn");
        });
        assertThat(row()).containsEntry("state", "SENT").containsEntry("error", "");
    }

    @Test
    void what_is_rolled_back_is_not_sent_and_nothing_is_queued_outside_a_transaction() {
        transaction.executeWithoutResult(status -> {
            assertThat(mail.queue(message(to, "撤回", "t2", null))).isTrue();
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> mail.queue(message(to, "撤回", "t2", null))).isInstanceOf(IllegalTransactionStateException.class);
        post.send();
        assertThat(post.arrived(to)).isEmpty();
    }

    @Test
    void the_same_thing_is_told_to_the_same_person_once() {
        assertThat(transaction.<Boolean>execute(_ -> mail.queue(message(to, "一", "t3", null)))).isTrue();
        assertThat(transaction.<Boolean>execute(_ -> mail.queue(message(to, "二", "t3", null)))).isFalse();
        post.send();
        assertThat(post.arrived(to)).hasSize(1);
    }

    @Test
    void a_line_break_in_a_subject_makes_no_header() throws Exception {
        post.queue(message(to, "你好\r\nBcc: other@example.gov.cn\r\n\r\n正文", "t4", null));
        post.send();
        var letter = post.arrived(to).getFirst();
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getSubject()).isEqualTo("你好 Bcc: other@example.gov.cn 正文");
        assertThat(post.arrived("other@example.gov.cn")).isEmpty();
        assertThatThrownBy(() -> message(to, "你好", "t5", URI.create("mailto:x@example.cn"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> message(to, "\r\n", "t5", null)).isInstanceOf(Refusal.class);
    }

    @Test
    void while_the_server_is_down_a_mail_waits_longer_and_longer_and_goes_out_when_it_is_back() {
        int port = post.port();
        post.server().stop();
        post.queue(message(to, "等待", "t6", null));
        run(post.sendingTo(port, 100));
        assertThat(row()).containsEntry("state", "WAITING").containsEntry("tries", 1);
        assertThat(row().get("error").toString()).isNotEmpty();
        run(post.sendingTo(port, 100));
        assertThat(row()).containsEntry("tries", 1);   // not its turn yet
        post.later(Duration.ofMinutes(3));
        run(post.sendingTo(port, 100));
        assertThat(row()).containsEntry("tries", 2);
        assertThat(outgoing.counts().troubled()).isEqualTo(1);
        assertThat(outgoing.troubles(10)).singleElement().satisfies(trouble -> assertThat(trouble.to()).startsWith("u***@"));

        try (var back = new PostOffice(context)) {
            back.later(Duration.ofMinutes(20));
            back.send();
            assertThat(back.arrived(to)).hasSize(1);
        }
        assertThat(row()).containsEntry("state", "SENT").containsEntry("tries", 3);
    }

    @Test
    void after_three_days_it_gives_up_and_says_so_and_after_thirty_it_forgets() {
        int port = post.port();
        post.server().stop();
        post.queue(message(to, "三天", "t7", null));
        run(post.sendingTo(port, 100));
        post.later(Duration.ofDays(3).minusMinutes(1));
        post.sendingTo(port, 100).tidy();
        assertThat(row()).containsEntry("state", "WAITING");
        post.later(Duration.ofMinutes(2));
        post.sendingTo(port, 100).tidy();
        assertThat(row()).containsEntry("state", "FAILED");
        assertThat(outgoing.troubles(10)).singleElement().satisfies(trouble -> assertThat(trouble.givenUp()).isTrue());
        post.later(Duration.ofDays(28));
        post.sendingTo(port, 100).tidy();
        assertThat(db.sql("select count(*) from delivery_message").query(Integer.class).single()).isZero();
    }

    @Test
    void an_address_that_the_server_refuses_for_good_fails_at_once_and_the_others_arrive() throws Exception {
        try (var strict = new RefusingServer(550)) {
            post.queue(message(to, "拒收", "t8", null));
            run(post.sendingTo(strict.port(), 100));
        }
        assertThat(row()).containsEntry("state", "FAILED").containsEntry("tries", 1);
        assertThat(row().get("error").toString()).contains("550");
    }

    @Test
    void an_address_that_the_server_refuses_for_now_is_tried_again() throws Exception {
        post.queue(message(to, "灰名单", "t9", null));
        try (var busy = new RefusingServer(450)) {
            run(post.sendingTo(busy.port(), 100));
        }
        assertThat(row()).containsEntry("state", "WAITING");
        assertThat(row().get("error").toString()).contains("450");
        post.later(Duration.ofMinutes(3));
        post.send();
        assertThat(post.arrived(to)).hasSize(1);
    }

    @Test
    void a_process_killed_between_sending_and_marking_leaves_the_same_mail_to_be_sent_again() throws Exception {
        post.queue(message(to, "重发", "t10", null));
        post.send();
        db.sql("update delivery_message set state = 'WAITING', sent_at = null where recipient = :to").param("to", to).update();   // as if never marked
        post.send();
        assertThat(post.arrived(to)).hasSize(1);   // its next turn is only later
        post.later(Duration.ofMinutes(3));
        post.send();
        var letters = post.arrived(to);
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).getMessageID()).isEqualTo(letters.get(1).getMessageID());
    }

    @Test
    void no_more_than_so_many_go_out_in_a_minute() {
        IntStream.range(0, 5).forEach(n -> post.queue(message(to, "第" + n + "封", "t11-" + n, null)));
        assertThat(run(post.sendingTo(post.port(), 3))).isEqualTo(3);
        assertThat(run(post.sendingTo(post.port(), 3))).isZero();
        post.later(Duration.ofSeconds(61));
        assertThat(run(post.sendingTo(post.port(), 3))).isEqualTo(2);
        assertThat(post.arrived(to)).hasSize(5);
    }

    @Test
    void officers_mail_goes_out_before_what_was_queued_earlier_for_others() {
        post.queue(message(to, "请确认", "t14-1", URI.create("https://qhx.example.gov.cn/dossiers/follow/abc")));
        post.queue(message(to, "催办", "t14-2", null));
        assertThat(run(post.sendingTo(post.port(), 1))).isEqualTo(1);
        assertThat(post.arrived(to)).singleElement().satisfies(letter -> assertThat(letter.getSubject()).isEqualTo("催办"));
        post.later(Duration.ofSeconds(61));
        post.send();
        assertThat(post.arrived(to)).hasSize(2);
    }

    @Test
    void what_is_taken_back_is_not_sent() {
        post.queue(message(to, "公开", "thing a 1", null));
        post.queue(message(to, "公开", "thing b 1", null));
        transaction.executeWithoutResult(_ -> mail.recall("thing a %"));
        post.send();
        assertThat(post.arrived(to)).hasSize(1);
        assertThat(row()).containsEntry("reference", "thing b 1");
    }

    @Test
    void two_processes_at_once_send_each_mail_once() throws Exception {
        IntStream.range(0, 20).forEach(n -> post.queue(message(to, "第" + n + "封", "t12-" + n, null)));
        var ready = new CountDownLatch(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                both.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return run(post.sendingTo(post.port(), 1000));
                });
            }
        }
        post.send();   // what both left because the other was taking its turn
        assertThat(post.arrived(to)).hasSize(20).extracting(GreenMailUtil::getBody).hasSize(20);
        assertThat(db.sql("select count(*) from delivery_message where state = 'SENT' and tries = 1").query(Integer.class).single()).isEqualTo(20);
    }

    @Test
    void without_a_server_nothing_is_sent_and_it_is_known() {
        assertThat(mail.isSetUp()).isFalse();
        post.queue(message(to, "无处可去", "t13", null));
        assertThat(context.getBean(Sending.class).work()).isFalse();
        assertThat(row()).containsEntry("state", "WAITING").containsEntry("tries", 0);
    }

    @Test
    void a_lost_mail_server_does_not_make_the_program_unhealthy() {
        assertThat(context.getEnvironment().getProperty("management.health.mail.enabled")).isEqualTo("false");
        assertThat(context.getBeanNamesForType(org.springframework.boot.health.contributor.HealthContributor.class)).noneMatch(name -> name.startsWith("mail"));
    }

    @Test
    void the_pauses_grow() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(Sending::pauseAfter).toList()).isSorted().startsWith(Duration.ofMinutes(2)).endsWith(Duration.ofHours(6));
    }
}
