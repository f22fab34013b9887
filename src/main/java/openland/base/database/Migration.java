package openland.base.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.NestedExceptionUtils;

/** Brings the tables up to this version of the program. */
final class Migration {
    private static final String ROLES_MISSING = "OL001";   // raised by the migration of the roles

    private Migration() {}

    static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause && ROLES_MISSING.equals(cause.getSQLState())) {
                throw new CannotStart("The database user may not make the roles that Openland needs.",
                        "As an administrator of the database: create role openland_program; create role openland_reader;"
                        + " grant openland_program, openland_reader to the user of SPRING_DATASOURCE_USERNAME.", e);
            }
            throw e;
        }
    }
}
