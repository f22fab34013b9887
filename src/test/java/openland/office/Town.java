package openland.office;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import openland.base.Time;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Offices and officers for tests, made by the ordinary services: one ministry per database with its three
 * administrators {@code root-sysadmin}, {@code root-secadmin}, {@code root-auditor}, and under it whatever a test asks for.
 */
public final class Town {
    public static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Founding founding;
    private final Offices offices;
    private final Officers officers;
    private final Enrolling enrolling;
    private final Granting granting;
    private final JdbcClient db;
    private final LocalDate today;

    private Town(ApplicationContext context) {
        founding = context.getBean(Founding.class);
        offices = context.getBean(Offices.class);
        officers = context.getBean(Officers.class);
        enrolling = context.getBean(Enrolling.class);
        granting = context.getBean(Granting.class);
        db = context.getBean(JdbcClient.class);
        today = Time.dateOf(context.getBean(InstantSource.class).instant());
    }

    /** The town of this context's database, founded when it is not there yet. */
    public static synchronized Town of(ApplicationContext context) {
        var town = new Town(context);
        if (town.offices.byCode("MINISTRY").isEmpty()) {
            town.founding.found(new NewOffice("MINISTRY", "自然资源部", Level.MINISTRY, "000000", null), Map.of(
                    Post.SYSADMIN, new Founding.Person("root-sysadmin", "系统员", PASSWORD + "1"),
                    Post.SECADMIN, new Founding.Person("root-secadmin", "安全员", PASSWORD + "2"),
                    Post.AUDITOR, new Founding.Person("root-auditor", "审计员", PASSWORD + "3")));
        }
        return town;
    }

    public Office ministry() {
        return offices.byCode("MINISTRY").orElseThrow();
    }

    /** A new county office under the ministry, of region 610112, with a code of its own. */
    public Office county() {
        int number = NUMBERS.incrementAndGet();
        return office("COUNTY-" + number, "第" + number + "县自然资源局", Level.COUNTY, "610112", ministry());
    }

    public Office office(String code, String name, Level level, String region, Office parent) {
        return offices.create(new NewOffice(code, name, level, region, parent.id()), today, sysadmin());
    }

    /** A new officer of that office holding those posts of it; {@link #PASSWORD} is the password. */
    public Officer officer(Office office, Post... posts) {
        var name = "officer-" + NUMBERS.incrementAndGet();
        UUID id = enrolling.enrol(new NewOfficer(name, "张三", office.id(), PASSWORD), sysadmin());
        db.sql("update office_officer set password_kind = 'OWN' where id = :id").param("id", id).update();   // as if he had changed it
        for (var post : posts) {
            granting.grant(id, post, office.id(), secadmin());
        }
        return officers.byId(id).orElseThrow();
    }

    public Officer sysadmin() {
        return officers.byName("root-sysadmin").orElseThrow();
    }

    public Officer secadmin() {
        return officers.byName("root-secadmin").orElseThrow();
    }

    public Officer auditor() {
        return officers.byName("root-auditor").orElseThrow();
    }
}
