package openland.disclosure;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.casework.OpeningDuties;
import openland.catalogue.Item;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An officer puts a dossier (卷) right: joins two that are one, takes apart what are two, gives another number. Each with a reason. */
@Service
public class Arranging {
    private static final int LONGEST = 500;
    private static final int LONGEST_KEY = 200;

    private final DossierStore dossiers;
    private final FollowerStore followers;
    private final EditionStore editions;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    Arranging(DossierStore dossiers, FollowerStore followers, EditionStore editions, Journal journal, Ids ids, InstantSource time) {
        this.dossiers = dossiers;
        this.followers = followers;
        this.editions = editions;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** Whether the officer's own office has a piece in it: only then he may arrange it. */
    public boolean mayArrange(UUID dossier, Officer by) {
        return dossiers.members(dossier).stream().map(DossierStore.Member::piece).distinct()
                .anyMatch(piece -> editions.officeOf(piece).filter(office -> by.holdsOneOf(OpeningDuties.REPORTERS, office)).isPresent());
    }

    /** @throws Refusal NOT_FOUND, with a row in the journal, when no piece of his office is in it */
    public void mustSee(UUID dossier, Officer by) {
        if (!mayArrange(dossier, by)) {
            journal.recordAlone(new Act("office.foreign-refused", by.id(), by.office(), "dossier " + dossier));
            throw Refusal.notFound("没有这一卷，或者卷里没有本机构公开的信息。");
        }
    }

    /**
     * Two dossiers are one: all of the first goes into the second, and its address leads there. Again, it changes nothing.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN when no piece of his office is in both, INVALID without a reason, CONFLICT for two kinds
     */
    @Transactional
    public void merge(UUID from, UUID into, String reason, Officer by) {
        var why = mustSay(reason);
        hold(Set.of(from, into), Set.of());
        var one = found(from);
        if (into.equals(one.mergedInto())) {
            return;
        }
        mustArrange(one, by);
        var other = mustArrange(found(into), by);
        if (one.id().equals(other.id()) || !one.type().equals(other.type())) {
            throw Refusal.conflict("只能合并同一类的两卷。");
        }
        dossiers.move(one.id(), other.id());
        followers.move(one.id(), other.id());
        dossiers.mergedInto(one.id(), other.id());
        record("dossier.merged", one.id(), by, Map.of("into", other.id().toString(), "reason", why));
    }

    /**
     * Some pieces are about another thing: they go into a new dossier, and stay there whatever number they bear.
     *
     * @param key by which the new one is found
     * @return the new dossier
     * @throws Refusal as {@link #merge}; INVALID when no piece or all are chosen
     */
    @Transactional
    public UUID split(UUID dossier, Collection<UUID> pieces, String key, String reason, Officer by) {
        var why = mustSay(reason);
        var number = mustBeKey(key);
        hold(Set.of(dossier), Set.of(number));
        var row = mustArrange(found(dossier), by);
        mustBeFree(row, number, null);
        var members = dossiers.members(dossier);
        var chosen = members.stream().filter(member -> pieces.contains(member.piece())).toList();
        if (chosen.isEmpty() || new HashSet<>(pieces).containsAll(members.stream().map(DossierStore.Member::piece).toList())) {
            throw Refusal.invalid("请选出要分出去的信息：至少一件，也不能是全部。");
        }
        var fresh = new DossierStore.Row(ids.next(row.region()), row.type(), row.region(), time.instant(), null);
        dossiers.add(fresh);
        dossiers.addKey(fresh.id(), fresh.type(), number, true);
        for (var member : chosen) {
            dossiers.put(new DossierStore.Member(fresh.id(), member.piece(), member.stage(), member.key(), true, false));
            dossiers.put(new DossierStore.Member(dossier, member.piece(), member.stage(), member.key(), true, true));
        }
        record("dossier.split", dossier, by, Map.of("into", fresh.id().toString(), "pieces", chosen.size(), "reason", why));
        return fresh.id();
    }

    /** Another number for the same thing; pieces that bear it join from now on. @throws Refusal as {@link #merge} */
    @Transactional
    public void alias(UUID dossier, String key, String reason, Officer by) {
        var why = mustSay(reason);
        var number = mustBeKey(key);
        hold(Set.of(dossier), Set.of(number));
        var row = mustArrange(found(dossier), by);
        mustBeFree(row, number, dossier);
        if (dossiers.addKey(dossier, row.type(), number, true)) {
            record("dossier.aliased", dossier, by, Map.of("reason", why));
        }
    }

    /** Takes back a number that an officer gave. @throws Refusal as {@link #merge} */
    @Transactional
    public void unalias(UUID dossier, String key, String reason, Officer by) {
        var why = mustSay(reason);
        hold(Set.of(dossier), Set.of(Item.asKey(key)));
        mustArrange(found(dossier), by);
        if (dossiers.removeKey(dossier, Item.asKey(key))) {
            record("dossier.unaliased", dossier, by, Map.of("reason", why));
        }
    }

    /** Holds dossiers as a publication does, first their keys and then themselves; what was read before may have changed until then. */
    private void hold(Set<UUID> all, Set<String> more) {
        var keys = new TreeMap<String, Set<String>>();
        all.stream().map(this::found).forEach(row -> {
            var some = keys.computeIfAbsent(row.type(), _ -> new TreeSet<>(more));
            some.addAll(dossiers.keys(row.id()));
        });
        keys.forEach((type, some) -> some.forEach(key -> dossiers.lock(type, key)));
        dossiers.hold(all);
        all.stream().map(this::found).filter(row -> !keys.getOrDefault(row.type(), Set.of()).containsAll(dossiers.keys(row.id()))).findAny().ifPresent(_ -> {
            throw Refusal.conflict("这一卷刚刚有变化，请看过以后再办一次。");
        });
    }

    /** A number that two dossiers have where they could meet leads nowhere. */
    private void mustBeFree(DossierStore.Row row, String key, @Nullable UUID own) {
        boolean taken = dossiers.byKey(row.type(), key).stream().filter(other -> !other.id().equals(own)).anyMatch(other -> other.region().equals(row.region())
                || Joining.isWithin(other.region(), row.region()) || Joining.isWithin(row.region(), other.region()));
        if (taken) {
            throw Refusal.conflict("编号“" + key + "”已经是另一卷的：是同一件事的，请合并两卷；不是的，请写别的编号。");
        }
    }

    private DossierStore.Row found(UUID dossier) {
        return dossiers.byId(dossier).orElseThrow(() -> Refusal.notFound("没有这一卷。"));
    }

    private DossierStore.Row mustArrange(DossierStore.Row row, Officer by) {
        if (row.mergedInto() != null) {
            throw Refusal.conflict("这一卷已经并入另一卷，请到那一卷上办理。");
        }
        if (!mayArrange(row.id(), by)) {
            throw Refusal.forbidden("卷里有本机构公开的信息，才能调整它。");
        }
        return row;
    }

    private static String mustSay(String reason) {
        var why = reason.strip();
        if (why.length() < 2 || why.length() > LONGEST) {
            throw Refusal.invalid("请写明理由，最多" + LONGEST + "字。");
        }
        return why;
    }

    private static String mustBeKey(String typed) {
        var key = Item.asKey(typed);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("请写明编号，最多" + LONGEST_KEY + "字。");
        }
        return key;
    }

    private void record(String kind, UUID dossier, Officer by, Map<String, ?> detail) {
        journal.record(new Act(kind, by.id(), by.office(), dossier.toString(), detail));
    }
}
