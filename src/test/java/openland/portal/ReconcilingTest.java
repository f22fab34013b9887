package openland.portal;

import static openland.portal.DemoSite.HERE;
import static openland.portal.DemoSite.get;
import static openland.portal.DemoSite.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import openland.disclosure.Withdrawing;
import openland.office.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

class ReconcilingTest {
    private final Reconciling reconciling = HERE.getBean(Reconciling.class);

    @Test
    void the_demonstration_agrees_with_its_ledger_also_after_a_withdrawal() {
        assertThat(reconciling.reconcile().differences()).isEmpty();
        var piece = DemoSite.piece("政务公开工作安排");
        var before = reconciling.reconcile();
        HERE.getBean(Withdrawing.class).withdraw(piece.id(), officer("head"), "安排有变。", "", true);
        var after = reconciling.reconcile();
        assertThat(after.differences()).isEmpty();
        assertThat(after.entries()).isEqualTo(before.entries() + 1);
        assertThat(after.pieces()).isEqualTo(before.pieces() - 1);
    }

    @Test
    void whatever_was_changed_behind_the_program_is_named() {
        var piece = DemoSite.piece("挂牌出让公告").id();
        named(piece, "content", "摘要与账本里的不同",
                "update disclosure_content set canonical = replace(canonical, '公告', '公示') where disclosure = :id",
                "update disclosure_content set canonical = :was where disclosure = :id");
        named(piece, "content", "标题、文号或日期与规范文本不同",
                "update disclosure_content set title = 'x' || title where disclosure = :id",
                "update disclosure_content set title = substr(title, 2) where disclosure = :id");
        named(piece, "tables", "表里没有同样的一版",
                "update disclosure_disclosure set index_number = 'x' || index_number where id = :id",
                "update disclosure_disclosure set index_number = substr(index_number, 2) where id = :id");
        assertThat(reconciling.reconcile().differences()).isEmpty();
    }

    private void named(UUID piece, String between, String sentence, String change, String back) {
        var was = DemoSite.DATABASE.sql().sql("select canonical from disclosure_content where disclosure = :id").param("id", piece)
                .query(String.class).single();
        sql(change).param("id", piece).update();
        try {
            assertThat(reconciling.reconcile().differences())
                    .anySatisfy(difference -> {
                        assertThat(difference.between()).isEqualTo(between);
                        assertThat(difference.disclosure()).isEqualTo(piece);
                        assertThat(difference.sentence()).contains(sentence);
                    }).allSatisfy(difference -> assertThat(difference.disclosure()).isIn(piece, null));
        } finally {
            sql(back).param("id", piece).param("was", was).update();
        }
    }

    @Test
    void an_index_number_that_nobody_bears_is_named() {
        sql("update disclosure_number_counter set next = next + 1").update();
        try {
            assertThat(reconciling.reconcile().differences()).isNotEmpty()
                    .allMatch(difference -> difference.between().equals("numbers"));
        } finally {
            sql("update disclosure_number_counter set next = next - 1").update();
        }
    }

    @Test
    void administrators_and_auditors_may_reconcile_the_running_program_and_nobody_else() {
        var tokens = HERE.getBean(Tokens.class);
        var auditor = get(HERE, "/api/v1/reconcile", "Authorization", "Bearer " + tokens.issue(officer("auditor"), false).token());
        assertThat(auditor.statusCode()).isEqualTo(200);
        assertThat(auditor.body()).contains("\"differences\":[]");
        assertThat(get(HERE, "/api/v1/reconcile", "Authorization", "Bearer " + tokens.issue(officer("leader"), false).token()).statusCode())
                .isEqualTo(403);
        assertThat(get(HERE, "/api/v1/reconcile").statusCode()).isEqualTo(401);
    }

    /** As the owner of the tables, with their guards off. */
    private static StatementSpec sql(String statement) {
        return DemoSite.DATABASE.sql().sql("set session_replication_role = replica; ".concat(statement));
    }
}
