package openland.office;

import java.util.UUID;
import openland.base.Refusal;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;

/** Keeps the things of one office from the officers of another. */
@Component
public class Access {
    private final Journal journal;

    Access(Journal journal) {
        this.journal = journal;
    }

    /**
     * Lets an officer pass who holds {@code post} for {@code office}. Who holds it elsewhere only reads that there is no such
     * office, and the journal has a row; who holds it nowhere reads what is lacking.
     *
     * @throws Refusal FORBIDDEN or NOT_FOUND
     */
    void mustHold(Officer officer, Post post, UUID office) {
        officer.mustHold(post);
        if (!officer.holds(post, office)) {
            throw foreign(officer, "office " + office, "没有这个机构，或者它不归您管理。");
        }
    }

    private Refusal foreign(Officer officer, String subject, String sentence) {
        journal.recordAlone(new Act("office.foreign-refused", officer.id(), officer.office(), subject));
        return Refusal.notFound(sentence);
    }

    /**
     * Lets an officer pass who holds any post for {@code office}. To all others the thing does not exist: they read the
     * same sentence as for an id that was never given, and the journal has a row.
     *
     * @param subject id of the thing that was asked for
     * @throws Refusal NOT_FOUND
     */
    public void mustSee(Officer officer, UUID office, String subject) {
        boolean sees = false;
        for (var post : Post.values()) {
            sees |= officer.holds(post, office);
        }
        if (!sees) {
            throw foreign(officer, subject, "没有找到您要的内容。");
        }
    }
}
