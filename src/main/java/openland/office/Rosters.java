package openland.office;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import openland.base.Refusal.Reason;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a list of officers and posts into the accounts (人员名册导入): the 系统管理员 confirms who is added and who has left, the
 * 安全保密管理员 who holds what. What is done already is done once: the same list again changes nothing.
 */
@Component
public class Rosters {
    /** So many accounts are opened at once; each costs an argon2id. */
    public static final int MOST_OPENED = 200;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_NAMED = 100;

    private final RosterStore store;
    private final Officers officers;
    private final Offices offices;
    private final Enrolling enrolling;
    private final Granting granting;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Rosters(RosterStore store, Officers officers, Offices offices, Enrolling enrolling, Granting granting, Journal journal, Ids ids,
            InstantSource time) {
        this.store = store;
        this.officers = officers;
        this.offices = offices;
        this.enrolling = enrolling;
        this.granting = granting;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** All accounts within reach as rows, with the posts that each holds himself. */
    public List<Roster.Row> rows(Officer by) {
        by.mustAdministrate();
        var accounts = accounts(by);
        var own = store.ownPosts(accounts.stream().map(Account::id).toList());
        var codes = offices.all().stream().collect(Collectors.toMap(Office::id, Office::code));
        var rows = new ArrayList<Roster.Row>();
        for (var account : accounts) {
            var posts = own.getOrDefault(account.id(), Set.of()).stream().filter(held -> codes.containsKey(held.office()))
                    .sorted(Comparator.comparing(Officer.Holding::post).thenComparing(held -> codes.get(held.office())))
                    .map(held -> held.post().label() + (held.office().equals(account.office()) ? "" : "@" + codes.get(held.office())))
                    .collect(Collectors.joining("、"));
            rows.add(new Roster.Row(rows.size() + 2, account.name(), account.displayName(), codes.getOrDefault(account.office(), ""), posts,
                    account.active() ? "在用" : "停用"));
        }
        journal.recordAlone(new Act("office.roster-exported", by.id(), by.office(), by.id().toString(), Map.of("rows", rows.size())));
        return rows;
    }

    /**
     * Keeps a list for a week, to be confirmed.
     *
     * @return its id
     * @throws Refusal INVALID with a problem for each row that is wrong (the first hundred); nothing is kept then
     */
    @Transactional
    public UUID keep(List<Roster.Row> rows, Officer by) {
        by.mustAdministrate();
        if (rows.isEmpty() || rows.size() > Roster.MOST) {
            throw Refusal.invalid("名册应有1至" + Roster.MOST + "行，这一份有" + rows.size() + "行。");
        }
        var faults = new ArrayList<Roster.Fault>();
        var reach = officers.administered(by);
        var roster = Roster.read(rows, code -> offices.byCode(code).map(Office::id).filter(reach::contains), faults);
        plan(roster, by, faults);
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, "名册有" + faults.size() + "处不对，没有收下。请改正后重新上传。", faults.stream().limit(MOST_NAMED)
                    .map(fault -> new Problem("第" + fault.number() + "行", fault.sentence())).toList());
        }
        var id = ids.next("000000");
        store.add(id, roster, by.id(), time.instant(), time.instant().minus(KEPT));
        journal.record(new Act("office.roster-uploaded", by.id(), by.office(), id.toString(), Map.of("rows", rows.size())));
        return id;
    }

    /** What a list would change now. @throws Refusal NOT_FOUND when there is none of that id, or it names offices out of reach */
    public Roster.Plan plan(UUID id, Officer by) {
        return plan(roster(id, by), by, new ArrayList<>());
    }

    /** Opens, closes and reopens accounts as the list says, at most {@link #MOST_OPENED} new ones at once. @return the new ones */
    @Transactional
    public List<Roster.Opened> confirmAccounts(UUID id, Officer by) {
        by.mustHold(Post.SYSADMIN);
        var plan = plan(id, by);
        var opened = new ArrayList<Roster.Opened>();
        plan.added().stream().limit(MOST_OPENED).forEach(line -> {
            var password = OneTimeCodes.newPassword();
            enrolling.enrol(new NewOfficer(line.name(), line.displayName(), line.office(), password), by);
            opened.add(new Roster.Opened(line.name(), line.displayName(), password));
        });
        plan.closed().forEach(line -> enrolling.close(account(line), by));
        plan.reopened().forEach(line -> enrolling.reopen(account(line), by));
        journal.record(new Act("office.roster-accounts-confirmed", by.id(), by.office(), id.toString(),
                Map.of("opened", opened.size(), "closed", plan.closed().size(), "reopened", plan.reopened().size())));
        return opened;
    }

    /** Takes and grants posts as the list says, to whoever has an account. */
    @Transactional
    public Roster.Plan confirmPosts(UUID id, Officer by) {
        by.mustHold(Post.SECADMIN);
        var plan = plan(id, by);
        plan.taken().forEach(change -> granting.take(account(change.line()), change.holding().post(), change.holding().office(), by));
        plan.granted().forEach(change -> granting.grant(account(change.line()), change.holding().post(), change.holding().office(), by));
        journal.record(new Act("office.roster-posts-confirmed", by.id(), by.office(), id.toString(),
                Map.of("granted", plan.granted().size(), "taken", plan.taken().size())));
        return plan;
    }

    private UUID account(Roster.Line line) {
        return officers.accountByName(line.name()).map(Account::id).orElseThrow(() -> Refusal.conflict("账号" + line.name() + "已变更，请重新上传名册。"));
    }

    private Roster roster(UUID id, Officer by) {
        by.mustAdministrate();
        var reach = officers.administered(by);
        return store.byId(id).filter(found -> found.lines().stream().allMatch(line -> reach.contains(line.office()))).orElseThrow(() -> {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), id.toString()));
            return Refusal.notFound("没有这份名册，或者它已超过7天。请重新上传。");
        });
    }

    private Roster.Plan plan(Roster roster, Officer by, List<Roster.Fault> faults) {
        var accounts = accounts(by);
        var byName = accounts.stream().collect(Collectors.toMap(Account::name, Function.identity()));
        var own = store.ownPosts(accounts.stream().map(Account::id).toList());
        var reach = officers.administered(by);
        var plan = new Roster.Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, 0);
        int unchanged = 0;
        for (var line : roster.lines()) {
            var account = byName.remove(line.name());
            int before = size(plan);
            if (account == null) {
                addNew(line, plan, faults);
            } else {
                compare(line, account, own.getOrDefault(account.id(), Set.of()), reach, plan, faults);
            }
            unchanged += size(plan) == before ? 1 : 0;
        }
        return new Roster.Plan(plan.added(), plan.closed(), plan.reopened(), plan.granted(), plan.taken(), unchanged, byName.size());
    }

    private void addNew(Roster.Line line, Roster.Plan plan, List<Roster.Fault> faults) {
        if (officers.accountByName(line.name()).isPresent()) {
            faults.add(new Roster.Fault(line.number(), "用户名" + line.name() + "已被使用，请换一个。"));
        } else if (line.active()) {
            plan.added().add(line);
        }
    }

    private static void compare(Roster.Line line, Account account, Set<Officer.Holding> own, Set<UUID> reach, Roster.Plan plan,
            List<Roster.Fault> faults) {
        if (!account.office().equals(line.office()) || !account.displayName().equals(line.displayName())) {
            faults.add(new Roster.Fault(line.number(), "用户名" + line.name() + "是另一机构或另一姓名的账号。换人、调动请用新的用户名，旧账号停用。"));
            return;
        }
        if (line.active() != account.active()) {
            (line.active() ? plan.reopened() : plan.closed()).add(line);
        }
        var outside = own.stream().filter(held -> !reach.contains(held.office())).collect(Collectors.toSet());
        var wanted = new HashSet<>(line.posts());
        wanted.addAll(outside);
        Roster.oneBranch(line.number(), wanted, faults);
        own.stream().filter(held -> !wanted.contains(held)).forEach(held -> plan.taken().add(new Roster.Change(line, held)));
        line.posts().stream().filter(post -> account.active() && !own.contains(post)).forEach(post -> plan.granted().add(new Roster.Change(line, post)));
    }

    private static int size(Roster.Plan plan) {
        return plan.added().size() + plan.closed().size() + plan.reopened().size() + plan.granted().size() + plan.taken().size();
    }

    /** Those whose office is within reach; who only holds a post there belongs to another list. */
    private List<Account> accounts(Officer by) {
        var reach = officers.administered(by);
        return officers.accounts(by).stream().filter(account -> reach.contains(account.office())).toList();
    }
}
