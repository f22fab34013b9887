package openland.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account an identity of the provider (统一身份认证) is. The 安全保密管理员 links it, never the program by a name or an
 * address; and it opens nothing until the officer has taken it up with his own password, so that a wrong link is harmless.
 */
@Component
public class Linking {
    private static final int MOST_REQUESTS = 1000;
    private static final Duration KEPT = Duration.ofDays(30);

    /** Somebody whom the provider has told of. */
    public sealed interface Arrival {
        /** He is an officer. */
        record Known(Halfway somebody) implements Arrival {}

        /** He is linked to an account and must show once that it is his. */
        record Offered(UUID identity, String account) implements Arrival {}

        /** Nobody has linked him. @param mark what he tells the security administrator */
        record Unknown(String mark, String name) implements Arrival {}
    }

    /** A request for a link. */
    public record Request(String mark, String name, Instant requestedAt) {}

    private final IdentityStore store;
    private final OfficerStore officerStore;
    private final Officers officers;
    private final Offices offices;
    private final SigningIn signingIn;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Linking(IdentityStore store, OfficerStore officerStore, Officers officers, Offices offices, SigningIn signingIn, Journal journal,
            Ids ids, InstantSource time) {
        this.store = store;
        this.officerStore = officerStore;
        this.officers = officers;
        this.offices = offices;
        this.signingIn = signingIn;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** Recognises somebody by the provider's key for him; a new one leaves a request. @throws Refusal when his account is closed */
    @Transactional
    public Arrival arrive(Identity identity, String address) {
        var row = store.find(identity);
        if (row.isEmpty()) {
            return requested(identity, address);
        }
        var officer = row.get().officer();
        if (officer == null) {
            return new Arrival.Unknown(row.get().mark(), row.get().shownName());
        }
        var known = officers.byId(officer).orElseThrow(() -> new Refusal(Reason.NOT_SIGNED_IN, "您的账号已停用，请与本单位的系统管理员联系。"));
        return row.get().takenUp()
                ? new Arrival.Known(signingIn.halfway(known, Halfway.Proof.byProvider(identity.strong())))
                : new Arrival.Offered(row.get().id(), known.name());
    }

    private Arrival requested(Identity identity, String address) {
        store.forgetRequests(time.instant().minus(KEPT));
        if (store.countRequests() >= MOST_REQUESTS) {
            throw new Refusal(Reason.UNAVAILABLE, "等待关联的申请太多，请与本单位的安全保密管理员联系，或用用户名和密码登录。");
        }
        store.request(ids.next("000000"), identity, OneTimeCodes.newMark(), time.instant());
        var row = store.find(identity).orElseThrow();
        journal.record(new Act("office.link-requested", null, null, row.id().toString(), Map.of("address", address)));
        return new Arrival.Unknown(row.mark(), row.shownName());
    }

    /**
     * Somebody who shows with his password that an offered account is his.
     *
     * @throws Refusal as {@link SigningIn#signIn}, and CONFLICT when it is offered no longer
     */
    public Halfway takeUp(UUID identity, String password, String address) {
        var account = offered(identity).orElseThrow(() -> Refusal.conflict("关联已变更，请重新登录。"));
        var somebody = signingIn.signIn(account, password, address);
        return signingIn.halfway(somebody.officer(), somebody.proof().taking(identity));
    }

    /** The sign-in name of the account that an identity is offered. */
    public Optional<String> offered(UUID identity) {
        return store.byId(identity).filter(row -> !row.takenUp()).flatMap(row -> Optional.ofNullable(row.officer()))
                .flatMap(officers::account).map(Account::name);
    }

    /** What waits to be linked, for the 安全保密管理员 at the top; the others ask the person for his mark. */
    public List<Request> requests(Officer by) {
        boolean top = by.posts().stream().filter(held -> held.post() == Post.SECADMIN)
                .anyMatch(held -> offices.byId(held.office()).filter(office -> office.parent() == null).isPresent());
        return !top ? List.of() : store.requests().stream()
                .map(row -> new Request(row.mark(), row.shownName(), row.requestedAt())).toList();
    }

    /** The officers that are linked, and whether each has taken it up. */
    public Map<UUID, Boolean> links() {
        return store.links().stream().filter(row -> row.officer() != null)
                .collect(Collectors.toMap(row -> (UUID) row.officer(), IdentityStore.Row::takenUp));
    }

    /** Links the request of {@code mark} to an account. @throws Refusal NOT_FOUND, or CONFLICT when the account has a link */
    @Transactional
    public void link(String mark, UUID officer, Officer by) {
        var account = secured(officer, by);
        if (officer.equals(by.id())) {
            throw Refusal.conflict("不能为自己关联，请由另一位安全保密管理员办理。");
        }
        var row = store.requestOf(mark.strip().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""))
                .orElseThrow(() -> Refusal.invalid("没有这个申请码，或者它已被关联、已过期。请向本人核对。"));
        try {
            store.link(row.id(), officer, by.id(), time.instant());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("该账号已有关联，请先解除。");
        }
        journal.record(new Act("office.identity-linked", by.id(), account.office(), officer.toString(), Map.of("identity", row.id())));
    }

    /** Ends a link; the officer's sessions end. Twice changes nothing. */
    @Transactional
    public void unlink(UUID officer, Officer by) {
        var account = secured(officer, by);
        if (store.unlink(officer)) {
            officerStore.endSessions(officer, null);
            journal.record(new Act("office.identity-unlinked", by.id(), account.office(), officer.toString()));
        }
    }

    private Account secured(UUID officer, Officer by) {
        by.mustHold(Post.SECADMIN);
        officerStore.lock(officer);
        return officers.account(officer).filter(found -> by.holds(Post.SECADMIN, found.office())).orElseThrow(() -> {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), officer.toString()));
            return Refusal.notFound("没有这个账号。");
        });
    }
}
