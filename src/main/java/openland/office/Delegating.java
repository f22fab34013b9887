package openland.office;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a post to another officer of the same office while its holder is away (委托代办), and takes it back. The posts of
 * the separate administrators (三权分立) stay with their holders; what one holds for another cannot be handed on.
 */
@Service
public class Delegating {
    private static final int LONGEST_DAYS = 90;
    private static final int LONGEST_REASON = 200;

    private final DelegationStore delegations;
    private final OfficerStore officers;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Delegating(DelegationStore delegations, OfficerStore officers, Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.delegations = delegations;
        this.officers = officers;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Hands a post over.
     *
     * @return the id of the delegation
     * @throws Refusal FORBIDDEN when {@code by} does not hold the post himself; INVALID for days, reason or delegate;
     *                 CONFLICT when the post is handed over already, or the delegate holds it, or a post of another branch
     */
    @Transactional
    public UUID delegate(NewDelegation wanted, Officer by) {
        officers.lock(wanted.delegate());
        mustBeOwn(wanted, by);
        var now = time.instant();
        var from = begin(wanted, now);
        var to = wanted.to().plusDays(1).atStartOfDay(Time.CHINA).toInstant();
        var reason = wanted.reason().strip();
        if (reason.length() < 2 || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("请写明委托的原因，2到200个字，例如“外出培训”。");
        }
        var delegate = colleague(wanted, by);
        var made = new Delegation(ids.next(offices.byId(wanted.office()).orElseThrow().region()), by.id(), delegate.id(),
                wanted.office(), wanted.post(), from, to, reason, null);
        try {
            delegations.add(made, now);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("这几天里这个岗位已经委托出去，或者" + delegate.displayName() + "已有这个岗位、或有三员的岗位，不能再受托。");
        }
        journal.record(new Act("office.post-delegated", by.id(), made.office(), made.id().toString(), Map.of(
                "post", made.post().name(), "delegate", delegate.id().toString(), "from", from.toString(), "to", to.toString())));
        return made.id();
    }

    private void mustBeOwn(NewDelegation wanted, Officer by) {
        if (wanted.post().isAdministrator()) {
            throw Refusal.forbidden("三员的岗位不能委托：系统管理、安全保密管理、安全审计必须分开。");
        }
        by.mustHold(wanted.post(), wanted.office());
        if (!delegations.holdsOwn(by.id(), new Officer.Holding(wanted.post(), wanted.office()), time.instant())) {
            throw Refusal.forbidden("这个岗位是别人委托给您的，不能再转委托。");
        }
    }

    private static Instant begin(NewDelegation wanted, Instant now) {
        LocalDate today = Time.dateOf(now);
        if (wanted.from().isBefore(today)) {
            throw Refusal.invalid("开始日期不能早于今天：已经办的事不能事后委托。");
        }
        if (wanted.to().isBefore(wanted.from())) {
            throw Refusal.invalid("结束日期不能早于开始日期。");
        }
        if (today.plusYears(1).isBefore(wanted.from()) || wanted.from().plusDays(LONGEST_DAYS).isBefore(wanted.to())) {
            throw Refusal.invalid("一次委托最长90天，最早提前一年；更久的请安全保密管理员调整岗位。");
        }
        return wanted.from().equals(today) ? now : wanted.from().atStartOfDay(Time.CHINA).toInstant();
    }

    private Account colleague(NewDelegation wanted, Officer by) {
        if (wanted.delegate().equals(by.id())) {
            throw Refusal.invalid("不能委托给自己。");
        }
        var account = officers.byId(wanted.delegate(), time.instant())
                .filter(found -> found.active() && found.office().equals(wanted.office()))
                .orElseThrow(() -> Refusal.invalid("只能委托给本机关在用的账号。"));
        if (account.isAdministrator()) {
            throw Refusal.conflict("三权分立：" + account.displayName() + "是三员之一，不能代办业务岗位。");
        }
        return account;
    }

    /** Takes a post back before its time. Taking back twice changes nothing. @throws Refusal NOT_FOUND for another's delegation */
    @Transactional
    public void revoke(UUID id, Officer by) {
        var made = delegations.locked(id).filter(found -> found.officer().equals(by.id())).orElseThrow(() -> {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), id.toString()));
            return Refusal.notFound("没有这项委托，或者不是您委托的。");
        });
        if (!made.isOver(time.instant())) {
            delegations.end(id, by.id(), time.instant());
            journal.record(new Act("office.delegation-revoked", by.id(), made.office(), id.toString(), Map.of("post", made.post().name())));
        }
    }

    /** What the officer handed over and what was handed to him, the latest first. */
    public List<Delegation> of(Officer officer) {
        return delegations.of(officer.id());
    }

    /** What the officer holds for others at this moment. */
    public List<Delegation> live(Officer officer) {
        return delegations.live(officer.id(), time.instant());
    }

    /** Who of the officer's own office may take over one of his posts, by name. */
    public List<Account> colleagues(Officer officer) {
        return officers.ofOffices(Set.of(officer.office()), time.instant()).stream()
                .filter(account -> account.active() && account.office().equals(officer.office())
                        && !account.id().equals(officer.id()) && !account.isAdministrator()).toList();
    }
}
