package openland.office;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the first office with its three separate administrators (三权分立), once, in an empty installation. */
@Component
public class Founding {
    /** One of the three. */
    public record Person(String name, String displayName, String password) {
        @Override
        public String toString() {
            return "Person[" + name + "]";
        }
    }

    private final Offices offices;
    private final Enrolling enrolling;
    private final Granting granting;
    private final Journal journal;
    private final InstantSource time;

    Founding(Offices offices, Enrolling enrolling, Granting granting, Journal journal, InstantSource time) {
        this.offices = offices;
        this.enrolling = enrolling;
        this.granting = granting;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Creates the office and, as three different people with three different passwords, its SYSADMIN, SECADMIN and AUDITOR.
     *
     * @throws Refusal CONFLICT when there is an office already
     */
    @Transactional
    public Office found(NewOffice first, Map<Post, Person> administrators) {
        if (!administrators.keySet().equals(EnumSet.of(Post.SYSADMIN, Post.SECADMIN, Post.AUDITOR))) {
            throw Refusal.invalid("需要三位管理员：系统管理员、安全保密管理员、安全审计员。");
        }
        mustDiffer(administrators);
        var office = offices.createFirst(first, Time.dateOf(time.instant()));
        administrators.forEach((post, person) -> install(office.id(), post, person));
        journal.record(new Act("office.founded", null, office.id(), office.id().toString()));
        return office;
    }

    private void install(UUID office, Post post, Person person) {
        var id = enrolling.enrolFirst(new NewOfficer(person.name(), person.displayName(), office, person.password()));
        granting.grantFirst(id, post, office);
    }

    private static void mustDiffer(Map<Post, Person> administrators) {
        var names = new HashSet<String>();
        var passwords = new HashSet<String>();
        administrators.values().forEach(person -> {
            names.add(person.name().strip());
            passwords.add(person.password());
        });
        if (names.size() < 3 || passwords.size() < 3) {
            throw Refusal.invalid("三位管理员应是三个不同的人：用户名和密码都不能相同。");
        }
    }
}
