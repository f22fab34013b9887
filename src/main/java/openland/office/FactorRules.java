package openland.office;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where nobody reviews or administrates without a second factor: what the 安全保密管理员 has set, for an office and all under it. */
@Component
public class FactorRules {
    private static final Set<Post> POSTS = EnumSet.of(Post.SECRECY, Post.LEADER, Post.HEAD, Post.SYSADMIN, Post.SECADMIN, Post.AUDITOR);

    private final JdbcClient db;
    private final FactorStore factors;
    private final Access access;
    private final Journal journal;
    private final InstantSource time;

    FactorRules(JdbcClient db, FactorStore factors, Access access, Journal journal, InstantSource time) {
        this.db = db;
        this.factors = factors;
        this.access = access;
        this.journal = journal;
        this.time = time;
    }

    /** Whether one of the officer's posts demands a second factor. */
    public boolean isDemandedOf(Officer officer) {
        var held = officer.posts().stream().filter(holding -> POSTS.contains(holding.post())).map(Officer.Holding::office).toList();
        if (held.isEmpty()) {
            return false;
        }
        var rules = offices();
        return held.stream().anyMatch(office -> rules.stream().anyMatch(rule -> officer.reach().isWithin(office, rule)));
    }

    /** The offices for which it was set. */
    public Set<UUID> offices() {
        return new HashSet<>(db.sql("select office from office_factor_rule").query(UUID.class).list());
    }

    /**
     * Sets it for {@code office} and all under it. Whoever is signed in there without a second factor must sign in again.
     *
     * @throws Refusal CONFLICT when the officer has no second factor himself: he would lock himself out
     */
    @Transactional
    public void demand(UUID office, Officer by) {
        access.mustHold(by, Post.SECADMIN, office);
        if (factors.of(by.id()).filter(FactorStore.Factor::confirmed).isEmpty()) {
            throw Refusal.conflict("请先为您自己启用动态口令，再作这项要求。");
        }
        int added = db.sql("insert into office_factor_rule (office, set_by, set_at) values (:office, :by, :now) on conflict do nothing")
                .param("office", office).param("by", by.id()).param("now", Time.utc(time.instant())).update();
        if (added > 0) {
            journal.record(new Act("office.second-factor-demanded", by.id(), office, office.toString()));
        }
    }

    /** Lifts it again. What is set for an office above goes on. */
    @Transactional
    public void lift(UUID office, Officer by) {
        access.mustHold(by, Post.SECADMIN, office);
        if (db.sql("delete from office_factor_rule where office = :office").param("office", office).update() > 0) {
            journal.record(new Act("office.second-factor-not-demanded", by.id(), office, office.toString()));
        }
    }
}
