package openland.office;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants and takes posts (授予、收回岗位): the work of the 安全保密管理员. */
@Component
public class Granting {
    private final OfficerStore store;
    private final DelegationStore delegations;
    private final FactorStore factors;
    private final TokenStore tokens;
    private final Access access;
    private final Journal journal;
    private final InstantSource time;

    Granting(OfficerStore store, DelegationStore delegations, FactorStore factors, TokenStore tokens, Access access, Journal journal,
            InstantSource time) {
        this.store = store;
        this.delegations = delegations;
        this.factors = factors;
        this.tokens = tokens;
        this.access = access;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Grants {@code post} of {@code office}. Granting what is held already changes nothing.
     *
     * @throws Refusal when one person would hold an administrator's post together with any other (三权分立)
     */
    @Transactional
    public void grant(UUID officer, Post post, UUID office, Officer by) {
        access.mustHold(by, Post.SECADMIN, office);
        var account = account(officer, by);
        var holding = new Officer.Holding(post, office);
        if (account.posts().contains(holding) && delegations.holdsOwn(officer, holding, time.instant())) {
            return;
        }
        if (!account.active()) {
            throw Refusal.conflict("该账号已停用，不能授予岗位。");
        }
        account.posts().stream().map(Officer.Holding::post).filter(held -> !held.goesWith(post)).findFirst()
                .ifPresent(held -> {
                    throw Refusal.conflict("三权分立：同一人不能既是" + held.label() + "又是" + post.label() + "。");
                });
        delegations.towards(officer, holding, time.instant()).forEach(held -> delegations.end(held.id(), by.id(), time.instant()));
        try {
            store.grant(officer, holding, by.id(), time.instant());
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("三权分立：这个人已受托在以后代办另一类岗位，请委托人先收回委托。");
        }
        journal.record(act("office.post-granted", officer, holding, by));
    }

    /** The posts of the first administrators, before anybody could grant them. */
    void grantFirst(UUID officer, Post post, UUID office) {
        store.grant(officer, new Officer.Holding(post, office), null, time.instant());
        journal.record(new Act("office.post-granted", null, office, officer.toString(), Map.of("post", post.name())));
    }

    /** Takes {@code post} of {@code office} back; from the next request on it is gone. Taking twice changes nothing. */
    @Transactional
    public void take(UUID officer, Post post, UUID office, Officer by) {
        access.mustHold(by, Post.SECADMIN, office);
        account(officer, by);
        if (officer.equals(by.id())) {
            throw Refusal.conflict("不能收回自己的岗位，请由另一位安全保密管理员办理。");
        }
        var holding = new Officer.Holding(post, office);
        if (store.take(officer, holding, by.id(), time.instant()) > 0) {
            journal.record(act("office.post-taken", officer, holding, by));
        }
    }

    /** Lets the password pass that the 系统管理员 has set for somebody with posts (放行). Twice changes nothing. */
    @Transactional
    public void release(UUID officer, Officer by) {
        by.mustHold(Post.SECADMIN);
        var account = account(officer, by);
        if (store.release(officer)) {
            journal.record(new Act("office.password-released", by.id(), account.office(), officer.toString()));
        }
    }

    /**
     * Takes the second factor of somebody who has lost it (重置动态口令); his sessions and tokens end. The password stays, which
     * no 安全保密管理员 knows or can set.
     *
     * @throws Refusal CONFLICT for the own one, which needs a code
     */
    @Transactional
    public void resetSecondFactor(UUID officer, Officer by) {
        by.mustHold(Post.SECADMIN);
        var account = account(officer, by);
        if (officer.equals(by.id())) {
            throw Refusal.conflict("不能重置自己的动态口令：请用动态口令或恢复码停用，或由另一位安全保密管理员办理。");
        }
        if (factors.delete(officer)) {
            store.endSessions(officer, null);
            tokens.endAll(officer);
            journal.record(new Act("office.second-factor-reset", by.id(), account.office(), officer.toString()));
        }
    }

    /** The account of the office's own people, or of any over which {@code by} has power. */
    private Account account(UUID officer, Officer by) {
        store.lock(officer);
        var account = store.byId(officer, time.instant());
        boolean seen = account.filter(found -> by.holds(Post.SECADMIN, found.office())
                || found.posts().stream().anyMatch(held -> by.holds(Post.SECADMIN, held.office()))).isPresent();
        if (!seen) {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), officer.toString()));
            throw Refusal.notFound("没有这个账号。");
        }
        return account.orElseThrow();
    }

    private static Act act(String name, UUID officer, Officer.Holding holding, Officer by) {
        return new Act(name, by.id(), holding.office(), officer.toString(), Map.of("post", holding.post().name()));
    }
}
