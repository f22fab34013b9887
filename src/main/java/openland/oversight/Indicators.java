package openland.oversight;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Obligation;
import openland.catalogue.Rule;
import openland.catalogue.Rules;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.oversight.Indicator.Standing;
import openland.oversight.StateStore.Said;
import openland.oversight.StateStore.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office must have at all times: seen by its public pieces where an item shows it, else said by somebody who answers for it. */
@Service
public class Indicators {
    private static final Set<Post> SAYERS = EnumSet.of(Post.LEADER, Post.HEAD);

    private final Rules rules;
    private final StateStore store;
    private final Journal journal;
    private final InstantSource time;

    Indicators(Rules rules, StateStore store, Journal journal, InstantSource time) {
        this.rules = rules;
        this.store = store;
        this.journal = journal;
        this.time = time;
    }

    /** All of an office, in the order of the packs. */
    public List<Indicator> of(Office office) {
        var shown = store.shown(office.id()).stream().collect(Collectors.toMap(Shown::item, Function.identity()));
        var said = store.said(office.id()).stream().collect(Collectors.toMap(Said::obligation, Function.identity()));
        return states(office).stream().map(one -> indicator(one, shown, said.get(one.name()))).toList();
    }

    private List<Obligation> states(Office office) {
        return rules.inForce(office, Time.dateOf(time.instant())).stream().filter(one -> one.rule().kind() == Rule.Kind.STATE).toList();
    }

    private static Indicator indicator(Obligation one, Map<String, Shown> shown, @Nullable Said said) {
        var item = one.item();
        if (item != null) {
            var pieces = shown.get(item);
            return pieces == null ? new Indicator(one, Standing.FAILS, "还没有公开过这一事项的信息")
                    : new Indicator(one, Standing.HOLDS, "已公开" + pieces.pieces() + "件，最近一件" + Time.dateOf(pieces.newest()));
        }
        return said == null ? new Indicator(one, Standing.UNKNOWN, "机构还没有说明")
                : new Indicator(one, said.holds() ? Standing.HOLDS : Standing.FAILS, "机构" + Time.dateOf(said.at()) + "说明");
    }

    /**
     * Says how it stands.
     *
     * @throws Refusal FORBIDDEN without post leader or head; INVALID for what is not said by people
     */
    @Transactional
    public void say(Office office, String obligation, boolean holds, Officer by) {
        by.mustHoldOneOf(SAYERS, office.id());
        if (states(office).stream().noneMatch(one -> one.name().equals(obligation) && one.item() == null)) {
            throw Refusal.invalid("没有这项要由机构说明的常态要求。");
        }
        store.add(office.id(), new Said(obligation, holds, time.instant()), by.id());
        journal.record(new Act("oversight.state-said", by.id(), office.id(), obligation, Map.of("holds", holds)));
    }
}
