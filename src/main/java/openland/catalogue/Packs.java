package openland.catalogue;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import openland.base.Ids;
import openland.base.Refusal;
import openland.catalogue.PackProposal.Decision;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads packs (目录包) into the running program: a 系统管理员 proposes, a leader or head of the same office, as a second
 * person, decides what must be made public. A pack of items holds for all offices, so the highest office proposes it; an
 * overlay is proposed by the office that it is for, or by one above it.
 */
@Service
public class Packs {
    private static final Set<Post> DECIDERS = EnumSet.of(Post.LEADER, Post.HEAD);
    private static final Set<Post> READERS = EnumSet.of(Post.LEADER, Post.HEAD, Post.SYSADMIN);
    private static final int LONGEST = 500;

    private final Catalogue catalogue;
    private final PackProposalStore store;
    private final Offices offices;
    private final Journal journal;
    private final Ids ids;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Packs(Catalogue catalogue, PackProposalStore store, Offices offices, Journal journal, Ids ids, InstantSource time,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.store = store;
        this.offices = offices;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * A pack in force.
     *
     * @param scope   for whom it holds, in words
     * @param brought whether the program brought it along
     */
    public record Loaded(String id, String title, int version, int items, String scope, boolean brought) {}

    /** What a proposed pack is. @param changes what it would change, in words; @param items its items, of an overlay none */
    public record Preview(String id, String title, int version, String scope, List<String> changes, List<Item> items) {}

    public List<Loaded> inForce() {
        return catalogue.shelf().packs().stream().map(pack -> new Loaded(pack.id(), pack.title(), pack.version(),
                pack.isOverlay() ? pack.overlay().changes().size() : pack.items().size(), scope(pack), catalogue.brings(pack))).toList();
    }

    /** Accepted packs that this program does not use, by their proposals, each with the sentence that says why. */
    public Map<UUID, String> leftOut() {
        return catalogue.leftOut();
    }

    /** Proposals of the offices in which the officer may see them. @throws Refusal FORBIDDEN when there are none */
    public List<PackProposal> proposals(Officer officer) {
        return store.of(seen(officer));
    }

    /** @throws Refusal NOT_FOUND, also for one that is not this officer's to see */
    public PackProposal proposal(UUID id, Officer officer) {
        return store.find(id).filter(proposal -> officer.holdsOneOf(READERS, proposal.office())).orElseThrow(() -> foreign(id, officer));
    }

    public boolean mayDecide(PackProposal proposal, Officer officer) {
        return proposal.decision() == null && officer.holdsOneOf(DECIDERS, proposal.office()) && !proposal.proposedBy().equals(officer.id());
    }

    /** @throws Refusal INVALID with the place and the fault, when the pack cannot be loaded over those in force */
    public Preview preview(String yaml) {
        var pack = checked(yaml, catalogue.shelf());
        return new Preview(pack.id(), pack.title(), pack.version(), scope(pack),
                PackChanges.of(catalogue.shelf().packOf(pack.id()), pack, catalogue::byId), pack.items());
    }

    /** The pack as it was written. */
    public String yaml(PackProposal proposal) {
        return store.yaml(proposal.id());
    }

    /**
     * As {@link #preview(String)}; of a decided proposal nothing is compared any more.
     *
     * @throws Refusal INVALID also when this program can no longer read it, whatever one of earlier times could
     */
    public Preview preview(PackProposal proposal) {
        if (proposal.decision() == null) {
            return preview(yaml(proposal));
        }
        var pack = orRefused(() -> Shelf.read(new PackFile(PackProposal.file(proposal.pack()), yaml(proposal))));
        return new Preview(pack.id(), pack.title(), pack.version(), scope(pack), List.of(), pack.items());
    }

    /**
     * Proposes a pack. The same pack again, while it waits, is the same proposal.
     *
     * @param yaml   at most a million characters
     * @param reason why, at most 500 characters
     * @throws Refusal INVALID for a pack that cannot be loaded; FORBIDDEN for who may not
     */
    public PackProposal propose(String yaml, String reason, Officer officer) {
        officer.mustHold(Post.SYSADMIN);
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw Refusal.invalid("请写明装入的理由或文件依据，不超过" + LONGEST + "字。");
        }
        return Objects.requireNonNull(transaction.execute(_ -> proposed(yaml, reason, officer)));
    }

    private PackProposal proposed(String yaml, String reason, Officer officer) {
        store.lock();
        var pack = checked(yaml, catalogue.fresh());
        var office = officeOf(pack);
        if (!officer.holds(Post.SYSADMIN, office.id())) {
            throw Refusal.forbidden(pack.isOverlay() ? "补充包由所适用的机构或其上级的系统管理员提出。"
                    : "目录事项各级机构共用，由最上级机构的系统管理员提出；本机构可以另写补充包。");
        }
        return store.waiting(office.id(), pack.digest()).orElseGet(() -> add(pack, office, yaml, reason, officer));
    }

    private PackProposal add(Pack pack, Office office, String yaml, String reason, Officer officer) {
        var proposal = new PackProposal(ids.next(office.region()), office.id(), pack.id(), pack.version(), pack.digest(),
                reason.strip(), officer.id(), time.instant(), null);
        store.add(proposal, yaml);
        record("catalogue.pack-proposed", proposal, officer);
        return proposal;
    }

    /**
     * Accepts or refuses a proposal; an accepted pack is in force at once here, within seconds on other nodes. Deciding the
     * same again changes nothing.
     *
     * @throws Refusal FORBIDDEN for who may not decide; CONFLICT when it was decided otherwise; INVALID when the pack no longer fits
     */
    public PackProposal decide(UUID id, boolean accepted, String remark, Officer officer) {
        var decided = Objects.requireNonNull(transaction.execute(_ -> decided(id, accepted, remark, officer)));
        catalogue.refresh();
        return decided;
    }

    private PackProposal decided(UUID id, boolean accepted, String remark, Officer officer) {
        var proposal = proposal(id, officer);
        officer.mustHoldOneOf(DECIDERS, proposal.office());
        if (proposal.proposedBy().equals(officer.id())) {
            throw Refusal.forbidden("提出的人不能自己审定，要由第二个人审定。");
        }
        store.lock();
        if (store.find(id).orElseThrow().decision() == null) {
            mustBeDecidable(proposal, accepted, remark);
            if (store.decide(id, new Decision(officer.id(), accepted, remark.strip(), time.instant()))) {
                record(accepted ? "catalogue.pack-accepted" : "catalogue.pack-refused", proposal, officer);
            }
        }
        var decided = store.find(id).orElseThrow();
        if (Objects.requireNonNull(decided.decision()).accepted() != accepted) {
            throw Refusal.conflict("这个目录包已经审定过了。");
        }
        return decided;
    }

    private void mustBeDecidable(PackProposal proposal, boolean accepted, String remark) {
        if (remark.length() > LONGEST || !accepted && remark.isBlank()) {
            throw Refusal.invalid("不同意的，请写明理由；意见不超过" + LONGEST + "字。");
        }
        if (accepted) {
            checked(yaml(proposal), catalogue.fresh());
        }
    }

    /** @throws Refusal INVALID when it cannot be loaded over that shelf */
    private static Pack checked(String yaml, Shelf shelf) {
        if (yaml.isBlank() || yaml.length() > 1_000_000) {
            throw Refusal.invalid("请给出一个目录包（YAML），不超过一百万个字符。");
        }
        var file = new PackFile("", yaml);
        return orRefused(() -> shelf.with(file).packOf(Shelf.read(file).id()).orElseThrow());
    }

    private static Pack orRefused(Supplier<Pack> reading) {
        try {
            return reading.get();
        } catch (PackFault fault) {
            throw Refusal.invalid(fault.sentence());
        }
    }

    /** The office for which it would hold, with all under it. @throws Refusal when there is none */
    private Office officeOf(Pack pack) {
        var all = offices.all().stream().sorted(Comparator.comparing(Office::level));
        var overlay = pack.overlay();
        return all.filter(office -> pack.isOverlay() ? overlay.holdsFor(office) : office.parent() == null).findFirst()
                .orElseThrow(() -> Refusal.invalid("没有补充包所适用的机构（" + overlay.office() + overlay.region() + "）。"));
    }

    private String scope(Pack pack) {
        var overlay = pack.overlay();
        return !pack.isOverlay() ? "各级机构" : overlay.region().isEmpty()
                ? offices.byCode(overlay.office()).map(Office::name).orElse(overlay.office()) + "及其下级"
                : "行政区划" + overlay.region() + "的机构及其下级";
    }

    private Collection<UUID> seen(Officer officer) {
        var seen = offices.all().stream().map(Office::id).filter(office -> officer.holdsOneOf(READERS, office)).toList();
        if (seen.isEmpty()) {
            throw Refusal.forbidden("目录包由系统管理员提出，分管领导或主要领导审定。您目前没有这些岗位。");
        }
        return seen;
    }

    /** The same sentence as for an id that was never given; the journal has a row. */
    private Refusal foreign(UUID id, Officer officer) {
        journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), id.toString()));
        return Refusal.notFound("没有这个目录包，或者它不归您管。");
    }

    private void record(String act, PackProposal proposal, Officer officer) {
        journal.record(new Act(act, officer.id(), proposal.office(), proposal.id().toString(),
                Map.of("pack", proposal.pack(), "version", proposal.version(), "digest", proposal.digest())));
    }
}
