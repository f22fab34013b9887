package openland.office;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens and closes officers' accounts and sets their passwords: the work of the 系统管理员. */
@Component
public class Enrolling {
    private final OfficerStore store;
    private final Offices offices;
    private final TokenStore tokens;
    private final Passwords passwords;
    private final OwnPassword ownPassword;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final boolean demo;

    Enrolling(OfficerStore store, Offices offices, TokenStore tokens, Passwords passwords, OwnPassword ownPassword, Access access,
            TransactionTemplate transaction, Journal journal, Ids ids, InstantSource time, @Value("${openland.demo}") boolean demo) {
        this.store = store;
        this.offices = offices;
        this.tokens = tokens;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.access = access;
        this.transaction = transaction;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.demo = demo;
    }

    /**
     * Opens an account without posts. Its password is good for one sign-in.
     *
     * @return its id
     * @throws Refusal on a taken name or a weak password
     */
    @Transactional
    public UUID enrol(NewOfficer officer, Officer by) {
        access.mustHold(by, Post.SYSADMIN, officer.office());
        return add(officer, PasswordKind.ONCE, by.id());
    }

    /** The same with a password that stays, which everybody knows. @throws IllegalStateException outside the demonstration */
    @Transactional
    public UUID enrolForShow(NewOfficer officer, Officer by) {
        if (!demo) {
            throw new IllegalStateException("Only the demonstration's passwords may be known to others.");
        }
        access.mustHold(by, Post.SYSADMIN, officer.office());
        return add(officer, PasswordKind.OWN, by.id());
    }

    /** The account of one of the first administrators, before anybody could open it. */
    UUID enrolFirst(NewOfficer officer) {
        return add(officer, PasswordKind.OWN, null);
    }

    /** Closes an account (停用): sessions and tokens end at once; what was signed stays signed. */
    @Transactional
    public void close(UUID officer, Officer by) {
        var account = administered(officer, by);
        if (officer.equals(by.id())) {
            throw Refusal.conflict("不能停用自己的账号。");
        }
        store.setActive(account.id(), false);
        end(account.id(), null);
        journal.record(new Act("office.officer-closed", by.id(), account.office(), officer.toString()));
    }

    /** Opens a closed account again (启用). */
    @Transactional
    public void reopen(UUID officer, Officer by) {
        var account = administered(officer, by);
        store.setActive(account.id(), true);
        journal.record(new Act("office.officer-reopened", by.id(), account.office(), officer.toString()));
    }

    /**
     * Gives an officer a one-time password (重置密码). To somebody with posts it is of use only when the 安全保密管理员 has
     * let it pass ({@link Granting#release}), and his second factor stays: no administrator alone becomes another officer.
     * Of one of the separate administrators the posts must be taken first.
     */
    @Transactional
    public void resetPassword(UUID officer, String password, Officer by) {
        var account = administered(officer, by);
        if (account.isAdministrator()) {
            throw Refusal.conflict("三员的密码不能由系统管理员重置：请安全保密管理员先收回其岗位，重置后再授予。");
        }
        var kind = account.posts().isEmpty() ? PasswordKind.ONCE : PasswordKind.HELD;
        store.setPassword(officer, passwords.hash(account.name(), password), kind);
        end(officer, null);
        journal.record(new Act("office.password-reset", by.id(), account.office(), officer.toString(), Map.of("kind", kind.name())));
    }

    /** Changes the own password; all other sessions and all tokens end. {@code session} is the one that stays. */
    public void changePassword(String old, String password, @Nullable String session, Officer by) {
        ownPassword.mustBe(by, old);
        choosePassword(password, session, by);
    }

    /**
     * Chooses a password of one's own instead of the one-time one that was just given; sessions and tokens end as above.
     *
     * @throws Refusal INVALID when it is the old one
     */
    public void choosePassword(String password, @Nullable String session, Officer by) {
        if (passwords.match(password, store.credentials(by.name()).orElseThrow().passwordHash())) {
            throw Refusal.invalid("新密码不能与原密码相同。");
        }
        var hash = passwords.hash(by.name(), password);
        transaction.executeWithoutResult(_ -> {
            store.setPassword(by.id(), hash, PasswordKind.OWN);
            end(by.id(), session);
            journal.record(new Act("office.password-changed", by.id(), by.office(), by.id().toString()));
        });
    }

    /** Where the officer is signed in; {@code session} is the one that asks. */
    public List<Visit> visits(@Nullable String session, Officer by) {
        return store.visits(by.id(), session, time.instant());
    }

    /** Ends the own sessions elsewhere (退出别处的登录). Tokens go on: they are programs'. */
    @Transactional
    public void leaveElsewhere(@Nullable String session, Officer by) {
        store.endSessions(by.id(), session);
        journal.record(new Act("office.sessions-ended", by.id(), by.office(), by.id().toString()));
    }

    private UUID add(NewOfficer officer, PasswordKind kind, @Nullable UUID by) {
        officer.mustBeValid();
        var office = offices.byId(officer.office()).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var id = ids.next(office.region());
        try {
            store.add(id, officer, passwords.hash(officer.name(), officer.password()), kind, time.instant());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("用户名" + officer.name() + "已被使用，请换一个。");
        }
        journal.record(new Act("office.officer-enrolled", by, office.id(), id.toString(), Map.of("name", officer.name())));
        return id;
    }

    private Account administered(UUID officer, Officer by) {
        store.lock(officer);
        var account = store.byId(officer, time.instant()).filter(found -> by.holds(Post.SYSADMIN, found.office()));
        if (account.isEmpty()) {
            by.mustHold(Post.SYSADMIN);
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), officer.toString()));
            throw Refusal.notFound("没有这个账号。");
        }
        return account.get();
    }

    private void end(UUID officer, @Nullable String keptSession) {
        store.endSessions(officer, keptSession);
        tokens.endAll(officer);
    }
}
