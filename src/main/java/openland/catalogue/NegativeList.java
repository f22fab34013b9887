package openland.catalogue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import openland.base.Ids;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.NegativeEntry.Category;
import openland.catalogue.NegativeEntry.Grade;
import openland.catalogue.NegativeEntry.Kind;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The offices' 负面清单: what may not be published, or only on conditions. An office is bound by its own list and by
 * those of all above it. One officer proposes a change, a second person decides; nothing that counted is ever rewritten.
 */
@Service
public class NegativeList {
    private static final Set<Post> DECIDERS = EnumSet.of(Post.SECADMIN, Post.SECRECY, Post.HEAD);
    private static final int LONGEST = 200;

    private final NegativeListStore store;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;

    NegativeList(NegativeListStore store, Catalogue catalogue, Offices offices, Journal journal, Ids ids, InstantSource time) {
        this.store = store;
        this.catalogue = catalogue;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** A change as somebody wishes it. @param entry the entry it changes; null for a new one */
    public record Proposal(@Nullable UUID entry, Kind kind, String what, Category category, String basis, @Nullable Grade grade,
            @Nullable Integer years, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Double metres,
            @Nullable Double squareKm, boolean ends) {}

    /** What binds an office today: its own entries and those of all above it. */
    @Transactional(readOnly = true)
    public List<NegativeEntry> over(Office office) {
        return today(store.accepted(chain(office)));
    }

    /** What counts today, of all offices. */
    @Transactional(readOnly = true)
    public List<NegativeEntry> all() {
        return today(store.accepted(offices.all().stream().map(Office::id).toList()));
    }

    /** Grows with every decision: what was made of a list is good for as long as it stays. */
    public long revision() {
        return store.revision();
    }

    public Optional<Instant> acceptedAt(UUID version) {
        return store.acceptedAt(version);
    }

    /** The lists as the public sees them. */
    public List<NegativeLine> lines() {
        return store.publicLines(day());
    }

    /** Accepted entries of the offices whose lists the officer sees. @throws Refusal FORBIDDEN when there are none */
    @Transactional(readOnly = true)
    public List<NegativeEntry> entries(Officer officer) {
        return store.accepted(seen(officer));
    }

    /** What waits for a second person. @throws Refusal as {@link #entries} */
    @Transactional(readOnly = true)
    public List<NegativeEntry> waiting(Officer officer) {
        return store.waiting(seen(officer));
    }

    /**
     * Proposes an entry, another version of one, or its end.
     *
     * @throws Refusal FORBIDDEN without post SECADMIN over the office, INVALID for what cannot be
     */
    @Transactional
    public NegativeEntry propose(UUID office, Proposal wish, Officer officer) {
        officer.mustHold(Post.SECADMIN, office);
        mustBeValid(wish);
        if (wish.entry() != null && store.accepted(List.of(office)).stream().noneMatch(e -> e.entry().equals(wish.entry()))) {
            throw Refusal.notFound("这个机构的负面清单里没有这一条。");
        }
        var id = ids.next(offices.byId(office).orElseThrow().region());
        var entry = new NegativeEntry(id, wish.entry() == null ? id : wish.entry(), office, wish.kind(), wish.what().strip(), wish.category(),
                wish.basis().strip(), wish.grade(), wish.years(), wish.from() == null ? day() : wish.from(), wish.to(), wish.metres(),
                wish.squareKm(), wish.ends(), officer.id(), time.instant());
        store.add(entry);
        record("negative-list.proposed", entry, officer);
        return entry;
    }

    /**
     * Accepts or refuses a proposal. Deciding the same again changes nothing.
     *
     * @throws Refusal FORBIDDEN without a post that decides, or for who proposed it; CONFLICT when it was decided otherwise
     */
    @Transactional
    public NegativeEntry decide(UUID version, boolean accepted, Officer officer) {
        var entry = store.version(version).filter(e -> officer.holdsOneOf(DECIDERS, e.office()))
                .orElseThrow(() -> foreign(version, officer));
        if (entry.proposedBy().equals(officer.id())) {
            throw Refusal.forbidden("提出变更的人不能自己确认，要由第二个人确认。");
        }
        if (store.decide(version, officer.id(), accepted, time.instant())) {
            record(accepted ? "negative-list.accepted" : "negative-list.refused", entry, officer);
        } else if (store.decision(version).orElseThrow() != accepted) {
            throw Refusal.conflict("这条变更已经处理过了。");
        }
        return entry;
    }

    /** Proposes that an entry ends. @throws Refusal NOT_FOUND when none of the lists that the officer sees has it */
    @Transactional
    public NegativeEntry end(UUID entry, Officer officer) {
        var old = entries(officer).stream().filter(e -> e.entry().equals(entry)).findFirst().orElseThrow(() -> foreign(entry, officer));
        return propose(old.office(), new Proposal(entry, old.kind(), old.what(), old.category(), old.basis(), old.grade(), old.years(),
                old.from(), old.to(), old.metres(), old.squareKm(), true), officer);
    }

    /** The same sentence as for an id that was never given; the journal has a row. */
    private Refusal foreign(UUID id, Officer officer) {
        journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), id.toString()));
        return Refusal.notFound("负面清单里没有这一条，或者它不归您管。");
    }

    private void mustBeValid(Proposal wish) {
        if (wish.what().isBlank() || wish.basis().isBlank() || wish.what().length() > LONGEST || wish.basis().length() > LONGEST) {
            throw Refusal.invalid("请写明内容和依据（法律名称、条款），各不超过200字。");
        }
        if (wish.kind() == Kind.TERM && wish.what().strip().length() < 2) {
            throw Refusal.invalid("词语至少两个字，否则处处相符。");
        }
        if (wish.kind() == Kind.ITEM && catalogue.byId(wish.what().strip()).isEmpty()) {
            throw Refusal.invalid("目录里没有这个事项，请填事项标识。");
        }
        if (wish.grade() != null && wish.category() != Category.ARTICLE_14) {
            throw Refusal.invalid("只有第十四条的国家秘密才有密级。");
        }
        if ((wish.grade() == null) != (wish.years() == null)
                || wish.grade() != null && (wish.years() < 1 || wish.years() > wish.grade().mostYears())) {
            throw Refusal.invalid("密级和保密年限要一起写：绝密不超过30年，机密不超过20年，秘密不超过10年（保守国家秘密法第二十条）。");
        }
        if (wish.from() != null && wish.to() != null && wish.to().isBefore(wish.from())) {
            throw Refusal.invalid("终止日期早于起始日期。");
        }
        boolean hasRule = wish.metres() != null || wish.squareKm() != null;
        if (hasRule && wish.kind() != Kind.PLACE || wish.kind() == Kind.PLACE && wish.what().strip().equals("*") && !hasRule
                || isNotPositive(wish.metres()) || isNotPositive(wish.squareKm())) {
            throw Refusal.invalid("坐标精度（米）和地图面积（平方公里）只用于地点，应大于0；任何地点（*）至少要写一项。");
        }
    }

    private static boolean isNotPositive(@Nullable Double number) {
        return number != null && !(number > 0 && number < 1e9);
    }

    private void record(String act, NegativeEntry entry, Officer officer) {
        journal.record(new Act(act, officer.id(), entry.office(), entry.id().toString(),
                Map.of("entry", entry.entry().toString(), "kind", entry.kind().name(), "category", entry.category().name(), "ends", entry.ends())));
    }

    private Collection<UUID> seen(Officer officer) {
        var seen = offices.all().stream().map(Office::id).filter(office -> officer.holdsOneOf(DECIDERS, office)).toList();
        if (seen.isEmpty()) {
            throw Refusal.forbidden("负面清单由安全保密管理员维护，保密审查岗和主要领导确认。您目前没有这些岗位。");
        }
        return seen;
    }

    private List<UUID> chain(Office office) {
        var chain = new ArrayList<UUID>();
        for (var next = Optional.of(office); next.isPresent() && chain.size() < 20; next = Optional.ofNullable(next.get().parent()).flatMap(offices::byId)) {
            chain.add(next.get().id());
        }
        return chain;
    }

    private List<NegativeEntry> today(List<NegativeEntry> entries) {
        var day = day();
        return entries.stream().filter(entry -> entry.holdsOn(day)).toList();
    }

    private LocalDate day() {
        return Time.dateOf(time.instant());
    }
}
