package openland.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import openland.base.Refusal;
import openland.ledger.KeyChange;
import openland.ledger.VerifierKey;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** New keys for the ledger, by the security administrator of the office at the top: there is one ledger for all offices. */
@RestController
@Tag(name = "operation")
class KeyChangeApi {
    private final KeyChange keyChange;
    private final Offices offices;

    KeyChangeApi(KeyChange keyChange, Offices offices) {
        this.keyChange = keyChange;
        this.offices = offices;
    }

    /** @param entry the ledger's entry that names the keys @param since the size of the first checkpoint that they sign */
    record NewKeys(long entry, long since, List<String> keys) {}

    @PostMapping("/api/v1/ledger-keys")
    @Operation(summary = "为公开账本更换密钥：新公钥记入账本，自答复所说的条数起由新密钥签名；岗位secadmin")
    NewKeys change(Officer officer) {
        boolean isTop = offices.byId(officer.office()).map(office -> office.parent() == null).orElse(false);
        if (!isTop || !officer.holds(Post.SECADMIN)) {
            throw Refusal.forbidden("更换公开账本的密钥需要岗位：本站最上级机构的安全保密管理员。");
        }
        var changed = keyChange.change(officer.id(), officer.office());
        return new NewKeys(changed.entry(), changed.epoch().since(), changed.epoch().keys().stream().map(VerifierKey::line).toList());
    }
}
