package openland.office;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds officers (工作人员) with the posts they hold at this moment. */
@Component
public class Officers {
    private final OfficerStore store;
    private final Offices offices;
    private final InstantSource time;

    Officers(OfficerStore store, Offices offices, InstantSource time) {
        this.store = store;
        this.offices = offices;
        this.time = time;
    }

    /** Empty when there is none of that id, or the account is closed. */
    public Optional<Officer> byId(UUID id) {
        return store.byId(id, time.instant()).filter(Account::active).map(this::officer);
    }

    /** By sign-in name; empty when there is none, or the account is closed. */
    public Optional<Officer> byName(String name) {
        return store.byName(name, time.instant()).filter(Account::active).map(this::officer);
    }

    /** The account, closed or not; for names in lists of acts and signatures. */
    public Optional<Account> account(UUID id) {
        return store.byId(id, time.instant());
    }

    /** The account of a sign-in name, closed or not. */
    public Optional<Account> accountByName(String name) {
        return store.byName(name, time.instant());
    }

    /** The accounts that belong to, or hold a post of, an office that {@code administrator} administers; by name. */
    public List<Account> accounts(Officer administrator) {
        return store.ofOffices(administered(administrator), time.instant());
    }

    /** The offices that lie within the reach of his posts as 系统管理员 or 安全保密管理员. */
    public Set<UUID> administered(Officer officer) {
        return administered(officer, EnumSet.of(Post.SYSADMIN, Post.SECADMIN));
    }

    /** The offices that lie within the reach of one of the given administrators' posts. */
    public Set<UUID> administered(Officer officer, Set<Post> posts) {
        var reached = new HashSet<UUID>();
        for (var held : officer.posts()) {
            if (posts.contains(held.post())) {
                offices.subtree(held.office()).forEach(office -> reached.add(office.id()));
            }
        }
        return reached;
    }

    private Officer officer(Account account) {
        return new Officer(account.id(), account.name(), account.displayName(), account.office(), account.posts(),
                offices::isWithin);
    }
}
