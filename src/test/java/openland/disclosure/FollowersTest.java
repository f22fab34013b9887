package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.drafting.Desk;
import openland.drafting.Filling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class FollowersTest {
    private static final String NOTICE = "land-market.grant-notice";

    @Autowired ApplicationContext context;
    @Autowired Dossiers dossiers;
    @Autowired Followers followers;
    @Autowired FollowerUpkeep upkeep;
    @Autowired Withdrawing withdrawing;
    @Autowired Disclosures disclosures;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;
    private final String address = "u" + UUID.randomUUID().toString().replace("-", "") + "@example.gov.cn";
    private final String parcel = "QH-" + UUID.randomUUID();
    private Desk desk;
    private Filling filling;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
        filling = new Filling(context);
    }

    private Dossier only() {
        var found = dossiers.list(null, parcel, null, 10).items();
        assertThat(found).hasSize(1);
        return dossiers.find(found.getFirst().id()).orElseThrow();
    }

    private List<String> mails() {
        return db.sql("select subject || ' ' || body from delivery_message where recipient = :to order by id").param("to", address).query(String.class).list();
    }

    private String token() {
        return mails().getFirst().replaceFirst("(?s).*/dossiers/follow/([0-9a-f]{32}).*", "$1");
    }

    private void asked(Instant at) {
        db.sql("update disclosure_dossier_follower set created_at = :at where address = :address").param("at", Timestamp.from(at)).param("address", address).update();
    }

    /** A follower who waits to be told of a piece. @return the piece */
    private UUID told() {
        filling.publish(desk, NOTICE, Map.of("parcels.parcelNumber", parcel));
        followers.ask(only(), address);
        followers.confirm(token());
        var piece = filling.publish(desk, "land-market.supply-result", Map.of("parcelNumber", parcel));
        assertThat(mails()).hasSize(2).last().asString().contains(title(piece));
        return piece;
    }

    private String title(UUID piece) {
        return disclosures.find(piece).orElseThrow().current().projection().title();
    }

    @Test
    void what_is_withdrawn_is_told_to_nobody_any_more_but_that_it_was() {
        var piece = told();
        var title = title(piece);
        withdrawing.withdraw(piece, desk.leader, "不应公开的个人信息。", "", false);
        assertThat(mails()).hasSize(2).noneMatch(mail -> mail.contains(title)).last().asString()
                .contains("撤回", disclosures.find(piece).orElseThrow().indexNumber(), "/disclosures/" + piece, "/dossiers/follow/").doesNotContain("不应公开的个人信息");
    }

    @Test
    void a_title_that_stays_is_named_in_the_mail_of_the_withdrawal_and_what_was_sent_is_not_touched() {
        var piece = told();
        var title = title(piece);
        db.sql("update delivery_message set state = 'SENT', sent_at = now() where recipient = :to").param("to", address).update();
        withdrawing.withdraw(piece, desk.leader, "文件已经废止。", "", true);
        assertThat(mails()).hasSize(3).last().asString().contains("撤回了“" + title + "”");
    }

    @Test
    void the_question_whether_somebody_wants_to_follow_says_nothing_of_the_dossier() {
        filling.publish(desk, NOTICE, Map.of("parcels.parcelNumber", parcel));
        followers.ask(only(), address);
        assertThat(mails()).singleElement().asString().contains("/dossiers/" + only().id()).doesNotContain(parcel);
    }

    @Test
    void who_does_not_confirm_in_a_week_is_nobody_and_is_forgotten() {
        filling.publish(desk, NOTICE, Map.of("parcels.parcelNumber", parcel));
        followers.ask(only(), address);
        var token = token();
        asked(time.instant().minus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(followers.byToken(token)).isPresent();
        upkeep.work();
        assertThat(followers.byToken(token)).isPresent();
        asked(time.instant().minus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(followers.byToken(token)).isEmpty();
        assertThatThrownBy(() -> followers.confirm(token)).isInstanceOf(Refusal.class).hasMessageContaining("失效");
        assertThat(rows()).isEqualTo(1);
        upkeep.work();
        assertThat(rows()).isZero();
    }

    @Test
    void who_has_confirmed_stays_however_long_ago_it_was() {
        filling.publish(desk, NOTICE, Map.of("parcels.parcelNumber", parcel));
        followers.ask(only(), address);
        followers.confirm(token());
        asked(time.instant().minus(Duration.ofDays(400)));
        upkeep.work();
        assertThat(followers.byToken(token())).get().extracting(Followers.Follower::confirmed).isEqualTo(true);
    }

    private int rows() {
        return db.sql("select count(*) from disclosure_dossier_follower where address = :address").param("address", address).query(Integer.class).single();
    }

    @Test
    void when_too_many_were_asked_and_do_not_answer_nobody_is_asked_any_more_that_day() {
        filling.publish(desk, NOTICE, Map.of("parcels.parcelNumber", parcel));
        var dossier = only();
        var mark = "flood-" + UUID.randomUUID();
        db.sql("""
                insert into disclosure_dossier_follower (id, dossier, address, token, created_at)
                select gen_random_uuid(), :dossier, :mark || n || '@example.gov.cn', :mark || n, :at from generate_series(1, :most) n""")
                .param("dossier", dossier.id()).param("mark", mark).param("at", Timestamp.from(time.instant())).param("most", Followers.MOST_UNANSWERED).update();
        try {
            assertThatThrownBy(() -> followers.ask(dossier, address)).isInstanceOf(Refusal.class).hasMessageContaining("明天再来");
            assertThat(mails()).isEmpty();
            assertThat(rows()).isZero();
            db.sql("update disclosure_dossier_follower set created_at = :at where token like :mark").param("at", Timestamp.from(time.instant().minus(Duration.ofHours(25)))).param("mark", mark + "%").update();
            followers.ask(dossier, address);
            assertThat(mails()).hasSize(1);
        } finally {
            db.sql("delete from disclosure_dossier_follower where token like :mark").param("mark", mark + "%").update();
        }
    }
}
