package openland.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import openland.disclosure.Withdrawing;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawal for programs. */
@RestController
@Tag(name = "disclosures")
class WithdrawalApi {
    private final Withdrawing withdrawing;

    WithdrawalApi(Withdrawing withdrawing) {
        this.withdrawing = withdrawing;
    }

    /** @param titleStays whether the tombstone may show the title; absent: no */
    record WithdrawalInput(@Nullable String ground, @Nullable String remark, @Nullable Boolean titleStays) {}

    record WithdrawalView(UUID id, String withdrawnAt, String ground, @Nullable String title, long ledgerIndex) {}

    @PostMapping("/api/v1/disclosures/{id}/withdraw")
    @Operation(summary = "撤回：{ground, remark}；岗位leader或head；答复时各节点都已不再提供")
    WithdrawalView withdraw(@PathVariable UUID id, @RequestBody WithdrawalInput input, Officer officer) {
        var withdrawal = withdrawing.withdraw(id, officer, orBlank(input.ground()), orBlank(input.remark()),
                Boolean.TRUE.equals(input.titleStays()));
        return new WithdrawalView(id, withdrawal.at().toString(), withdrawal.ground(), withdrawal.title(), withdrawal.ledgerIndex());
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
