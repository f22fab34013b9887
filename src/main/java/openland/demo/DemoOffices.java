package openland.demo;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Enrolling;
import openland.office.Founding;
import openland.office.Founding.Person;
import openland.office.Granting;
import openland.office.Level;
import openland.office.NewOffice;
import openland.office.NewOfficer;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One office of each level and nine officers in each; names and places are invented. */
@Component
class DemoOffices {
    private static final Logger log = LoggerFactory.getLogger(DemoOffices.class);
    static final String MINISTRY = "DEMO0001";
    static final String PROVINCE = "DEMO3400";
    static final String CITY = "DEMO3498";
    static final String COUNTY = "DEMO349821";

    private record Place(String code, String name, Level level, String region, String suffix) {}

    private static final List<Place> PLACES = List.of(
            new Place(MINISTRY, "自然资源部（演示）", Level.MINISTRY, "000000", "-ministry"),
            new Place(PROVINCE, "江淮省自然资源厅（演示）", Level.PROVINCE, "340000", "-province"),
            new Place(CITY, "云溪市自然资源局（演示）", Level.CITY, "349800", "-city"),
            new Place(COUNTY, "青禾县自然资源局（演示）", Level.COUNTY, "349821", ""));

    private final Offices offices;
    private final Founding founding;
    private final Enrolling enrolling;
    private final Granting granting;
    private final Officers officers;
    private final DemoOfficers demo;
    private final InstantSource time;

    DemoOffices(Offices offices, Founding founding, Enrolling enrolling, Granting granting, Officers officers,
            DemoOfficers demo, InstantSource time) {
        this.offices = offices;
        this.founding = founding;
        this.enrolling = enrolling;
        this.granting = granting;
        this.officers = officers;
        this.demo = demo;
        this.time = time;
    }

    /** Creates what is missing; whoever is there already is left alone. */
    void fill(String password) {
        var ministry = PLACES.getFirst();
        if (offices.byCode(ministry.code()).isEmpty()) {
            found(ministry, password);
        }
        var sysadmin = demo.named("sysadmin-ministry");
        UUID parent = null;
        for (var place : PLACES) {
            var above = parent;
            parent = offices.byCode(place.code()).map(Office::id).orElseGet(() -> offices.create(
                    new NewOffice(place.code(), place.name(), place.level(), place.region(), above),
                    Time.dateOf(time.instant()), sysadmin).id());
            staff(place, parent, password, sysadmin);
        }
    }

    /** The three administrators of the ministry get the common password afterwards: founding wants three different ones. */
    private void found(Place ministry, String password) {
        var administrators = new EnumMap<Post, Person>(Post.class);
        for (var post : List.of(Post.SYSADMIN, Post.SECADMIN, Post.AUDITOR)) {
            var name = nameOf(post, ministry);
            administrators.put(post, new Person(name, post.label(), first(name, password)));
        }
        founding.found(new NewOffice(ministry.code(), ministry.name(), ministry.level(), ministry.region(), null), administrators);
    }

    private static String nameOf(Post post, Place place) {
        return post.name().toLowerCase(Locale.ROOT) + place.suffix();
    }

    private static String first(String name, String password) {
        return password + " " + name;
    }

    private void staff(Place place, UUID office, String password, Officer sysadmin) {
        for (var post : Post.values()) {
            var name = nameOf(post, place);
            if (officers.byName(name).isEmpty()) {
                var id = enrolling.enrolForShow(new NewOfficer(name, post.label(), office, password), sysadmin);
                granting.grant(id, post, office, demo.named("secadmin-ministry"));
            } else if (post.isAdministrator() && place.level() == Level.MINISTRY) {
                takeCommonPassword(name, password);
            }
        }
    }

    private void takeCommonPassword(String name, String password) {
        try {
            enrolling.changePassword(first(name, password), password, null, demo.named(name));
        } catch (Refusal alreadyTaken) {
            log.debug("{} has the common password", name);
        }
    }
}
