package openland.casework;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officer.Holding;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.stereotype.Component;

/** Which duties an officer sees: those of the offices where he works, and as leader or head also those of the offices below. */
@Component
public class DutySight {
    static final Set<Post> READERS = EnumSet.of(Post.DRAFTER, Post.SECRECY, Post.LEADER, Post.HEAD, Post.DESK);

    private final DutyStore duties;
    private final Offices offices;
    private final Journal journal;

    DutySight(DutyStore duties, Offices offices, Journal journal) {
        this.duties = duties;
        this.offices = offices;
        this.journal = journal;
    }

    /** Where he works. */
    public Set<UUID> own(Officer officer) {
        return of(officer, READERS);
    }

    /** Those under the ones that he leads, top down, without his own. */
    public List<Office> below(Officer officer) {
        var own = own(officer);
        var seen = new HashSet<UUID>();
        return of(officer, MovingDuties.DECIDERS).stream().flatMap(office -> offices.subtree(office).stream())
                .filter(office -> !own.contains(office.id()) && seen.add(office.id())).toList();
    }

    private static Set<UUID> of(Officer officer, Set<Post> posts) {
        return officer.posts().stream().filter(held -> posts.contains(held.post())).map(Holding::office).collect(Collectors.toSet());
    }

    /** @throws Refusal FORBIDDEN for who works for no office on what it owes */
    public Collection<UUID> mustWork(Officer officer) {
        var own = own(officer);
        if (own.isEmpty()) {
            throw Refusal.forbidden("公开义务由拟稿岗、窗口岗、保密审查岗和领导办理，您没有这些岗位。");
        }
        return own;
    }

    /**
     * The duty, for an officer who may read it. To all others it does not exist, and the journal has a row.
     *
     * @throws Refusal NOT_FOUND
     */
    public DutyCase see(UUID id, Officer officer) {
        var duty = duties.byId(id).orElseThrow(DutySight::notThere);
        mustSee(duty.office(), id.toString(), officer);
        return duty;
    }

    /** @throws Refusal NOT_FOUND for who has nothing to do with the office; the journal has a row with {@code subject} */
    public void mustSee(UUID office, String subject, Officer officer) {
        boolean sees = officer.holdsOneOf(READERS, office)
                || of(officer, MovingDuties.DECIDERS).stream().anyMatch(led -> offices.isWithin(office, led));
        if (!sees) {
            journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), subject));
            throw notThere();
        }
    }

    private static Refusal notThere() {
        return Refusal.notFound("没有这件公开义务，或者它不归您所在的机构办理。");
    }
}
