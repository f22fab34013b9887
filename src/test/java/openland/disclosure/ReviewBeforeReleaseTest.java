package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.database.TestDatabase;
import openland.drafting.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 先审查后公开: also for who goes round the program with SQL, as the very owner of the tables. */
@OpenlandTest
class ReviewBeforeReleaseTest {
    @Autowired
    private ApplicationContext context;
    @Autowired
    private Environment environment;
    @Autowired
    private Disclosures disclosures;
    @Autowired
    private Withdrawing withdrawing;
    @Autowired
    @Qualifier("publicReader")
    private JdbcClient reader;
    private Desk desk;
    private JdbcClient owner;

    @BeforeEach
    void county() {
        desk = new Desk(context);
        owner = TestDatabase.of(environment).sql();
    }

    @Test
    void an_edition_without_secrecy_signature_is_not_published() {
        var id = desk.publish(desk.piece("通知"));
        long before = editions(id);
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> owner.sql(EDITION).param(id).update())
                .withMessageContaining("no secrecy signature");
        assertThat(editions(id)).isEqualTo(before);
    }

    @Test
    void a_signature_of_another_content_does_not_count() {
        var id = desk.publish(desk.piece("通知"));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> owner.sql("""
                with signed as (insert into disclosure_signature
                    select disclosure, 2, post, office, officer, digest, signed_at from disclosure_signature where disclosure = ?)
                """ + EDITION).param(id).param(id).update()).withMessageContaining("no secrecy signature");
    }

    @Test
    void what_was_published_is_never_changed_nor_deleted_by_anybody() {
        var id = desk.publish(desk.piece("通知"));
        for (var sql : new String[] {"update disclosure_edition set number = 9 where disclosure = ?",
                "delete from disclosure_edition where disclosure = ?", "delete from disclosure_signature where disclosure = ?",
                "update disclosure_content set title = '别的' where disclosure = ?", "delete from disclosure_disclosure where id = ?"}) {
            assertThatExceptionOfType(DataAccessException.class).as(sql).isThrownBy(() -> owner.sql(sql).param(id).update());
        }
        assertThat(disclosures.current(id).orElseThrow().projection().title()).isEqualTo("通知");
    }

    @Test
    void the_public_reader_has_no_right_on_drafts_nor_on_who_signed() {
        for (var table : new String[] {"drafting_draft", "drafting_move", "drafting_signature", "drafting_awaited",
                "disclosure_signature", "journal_entry", "office_officer"}) {
            assertThatExceptionOfType(DataAccessException.class).as(table)
                    .isThrownBy(() -> reader.sql("select count(*) from " + table).query(Long.class).single());
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> reader.sql("select remark from disclosure_withdrawal").query().listOfRows());
    }

    @Test
    void a_withdrawn_piece_leaves_number_date_and_ground_and_neither_content_nor_salt() {
        var id = desk.publish(desk.piece("含有秘密的通知"));
        var first = withdrawing.withdraw(id, desk.leader, "内容有误。", "内部说明", false);
        assertThat(withdrawing.withdraw(id, desk.head, "再撤一次。", "", true)).isEqualTo(first);
        var piece = disclosures.find(id).orElseThrow();
        assertThat(piece.current()).isNull();
        assertThat(piece.withdrawn().ground()).isEqualTo("内容有误。");
        assertThat(piece.withdrawn().title()).isNull();
        assertThat(owner.sql("select count(*) from disclosure_content where disclosure = ?").param(id)
                .query(Long.class).single()).isZero();
    }

    @Test
    void only_leader_or_head_of_the_office_withdraws_and_only_with_a_ground() {
        var id = desk.publish(desk.piece("通知"));
        var stranger = new Desk(context);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> withdrawing.withdraw(id, desk.drafter, "有误。", "", false))
                .extracting(Refusal::reason).isEqualTo(Reason.FORBIDDEN);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> withdrawing.withdraw(id, stranger.leader, "有误。", "", false))
                .extracting(Refusal::reason).isEqualTo(Reason.NOT_FOUND);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> withdrawing.withdraw(id, desk.leader, "  ", "", false))
                .extracting(Refusal::reason).isEqualTo(Reason.INVALID);
        assertThat(disclosures.current(id)).isPresent();
    }

    private static final String EDITION = """
            insert into disclosure_edition (disclosure, number, ledger_index, published_at, draft, content_digest)
            select disclosure, 2, ledger_index + 1000000, published_at, gen_random_uuid(), sha256('other')
              from disclosure_edition where disclosure = ?""";

    private long editions(UUID id) {
        return owner.sql("select count(*) from disclosure_edition where disclosure = ?").param(id).query(Long.class).single();
    }
}
