package openland.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import openland.office.Post;
import openland.portal.Reconciliation;
import openland.portal.Reconciling;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares ledger, tables and index of the running program, for its administrators. */
@RestController
@Tag(name = "operation", description = "运行（需要令牌）")
class ReconcileApi {
    private final Reconciling reconciling;
    private final Journal journal;

    ReconcileApi(Reconciling reconciling, Journal journal) {
        this.reconciling = reconciling;
        this.journal = journal;
    }

    @GetMapping("/api/v1/reconcile")
    @Operation(summary = "核对账本、已公布的表、内容摘要、附件、索引号和本节点的搜索索引；岗位sysadmin或auditor")
    Reconciliation reconcile(Officer officer) {
        if (!officer.holds(Post.SYSADMIN) && !officer.holds(Post.AUDITOR)) {
            throw Refusal.forbidden("核对账本需要岗位：系统管理员或安全审计员。");
        }
        var found = reconciling.reconcile();
        journal.recordAlone(new Act("portal.reconciled", officer.id(), officer.office(), "ledger",
                Map.of("entries", found.entries(), "differences", found.differences().size())));
        return found;
    }
}
