package openland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import openland.base.database.TestDatabase;
import openland.disclosure.Disclosures;
import openland.disclosure.Withdrawing;
import openland.drafting.Desk;
import openland.drafting.Move;
import openland.drafting.State;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Tokens;
import openland.office.Town;
import openland.office.web.Browser;
import openland.screening.BrokenScreening;
import openland.screening.Screening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Each thing that a gate asks is taken away in turn: then the gate is shut. The limits of requests are tried in
 * {@code RateLimitsTest}, cache and index without the database in {@code PageCacheTest} and {@code SearchTest}.
 */
@OpenlandTest
@Import(FailClosedTest.Breakable.class)
class FailClosedTest {
    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Disclosures disclosures;
    private Desk desk;
    private Browser browser;

    @BeforeEach
    void arrive() {
        desk = new Desk(context);
        browser = new Browser(environment);
    }

    @Test
    void nobody_signs_in_while_failures_cannot_be_counted_acts_not_journaled_or_sessions_not_kept() {
        for (var table : new String[] {"office_attempt", "journal_entry", "spring_session", "office_post"}) {
            browser.get("/login");
            without(table, () -> {
                assertThat(browser.post("/login", "name", desk.drafter.name(), "password", Town.PASSWORD).statusCode()).as(table).isGreaterThanOrEqualTo(500);
                var token = browser.request("/api/v1/tokens").header("Content-Type", "application/json").POST(BodyPublishers.ofString(
                        "{\"name\":\"" + desk.drafter.name() + "\",\"password\":\"" + Town.PASSWORD + "\"}"));
                assertThat(table.equals("spring_session") ? 500 : browser.send(token).statusCode()).as(table).isGreaterThanOrEqualTo(500);
            });
            assertThat(browser.get("/desk").statusCode()).as(table).isEqualTo(302);
        }
    }

    @Test
    void nobody_is_anybody_while_sessions_tokens_accounts_or_posts_cannot_be_read() {
        var draft = desk.save(desk.piece("通知"));
        browser.signIn(desk.drafter.name(), Town.PASSWORD);
        var token = context.getBean(Tokens.class).issue(desk.drafter, false).token();
        for (var table : new String[] {"spring_session", "office_officer", "office_post", "office_token"}) {
            without(table, () -> {
                if (!table.equals("office_token")) {
                    assertThat(browser.get("/desk/drafts/" + draft).statusCode()).as(table).isGreaterThanOrEqualTo(500);
                }
                if (!table.equals("spring_session")) {
                    assertThat(browser.send(browser.request("/api/v1/drafts/" + draft).header("Authorization", "Bearer " + token).GET())
                            .statusCode()).as(table).isGreaterThanOrEqualTo(500);
                }
            });
        }
        assertThat(browser.get("/desk/drafts/" + draft).statusCode()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_journaled_is_not_done_and_not_shown() {
        var town = Town.of(context);
        var draft = desk.save(desk.piece("通知"));
        var piece = desk.publish(desk.piece("通知"));
        var stranger = town.officer(town.county(), Post.DRAFTER);
        without("journal_entry", () -> {
            assertThatThrownBy(() -> desk.look(draft, stranger)).isNotNull();
            assertThatThrownBy(() -> desk.move(draft, Move.SUBMIT, desk.drafter)).isNotNull();
            assertThatThrownBy(() -> context.getBean(Withdrawing.class).withdraw(piece, desk.leader, "有误。", "", false)).isNotNull();
        });
        assertThat(desk.look(draft, desk.drafter).draft().state()).isEqualTo(State.DRAFTING);
        assertThat(disclosures.current(piece)).isPresent();
    }

    @Test
    void a_text_that_cannot_be_screened_is_neither_submitted_nor_published() {
        var screening = (BrokenScreening) context.getBean(Screening.class);
        var draft = desk.save(desk.piece("通知"));
        var approved = desk.save(desk.piece("通知"));
        desk.approve(approved);
        screening.setBroken(true);
        try {
            assertRefused(draft, Move.SUBMIT, desk.drafter);
            assertRefused(approved, Move.PUBLISH, desk.leader);
        } finally {
            screening.setBroken(false);
        }
        assertThat(desk.look(draft, desk.drafter).draft().state()).isEqualTo(State.DRAFTING);
        assertThat(desk.look(approved, desk.leader).draft().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void nothing_is_published_without_signatures_ledger_number_or_journal_to_write_to() {
        for (var table : new String[] {"drafting_signature", "disclosure_signature", "ledger_counter", "ledger_entry", "disclosure_number_counter", "journal_entry"}) {
            var approved = desk.save(desk.piece("通知"));
            desk.approve(approved);
            long editions = count("disclosure_edition");
            without(table, () -> assertRefused(approved, Move.PUBLISH, desk.leader));
            assertThat(count("disclosure_edition")).as(table).isEqualTo(editions);
            assertThat(desk.look(approved, desk.leader).draft().state()).as(table).isEqualTo(State.APPROVED);
        }
    }

    private void assertRefused(UUID draft, Move move, Officer officer) {
        assertThatThrownBy(() -> desk.move(draft, move, officer)).as(move.name()).isNotNull();
    }

    private long count(String table) {
        return TestDatabase.of(environment).sql().sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Whoever asks for the table meanwhile finds none. */
    private void without(String table, Runnable act) {
        var owner = TestDatabase.of(environment).sql();
        owner.sql("alter table " + table + " rename to " + table + "_away").update();
        try {
            act.run();
        } finally {
            owner.sql("alter table " + table + "_away rename to " + table).update();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Breakable {
        @Bean
        static BeanPostProcessor brokenScreening() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean.getClass() == Screening.class ? new BrokenScreening() : bean;
                }
            };
        }
    }
}
