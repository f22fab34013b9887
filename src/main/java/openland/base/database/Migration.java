package openland.base.database;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to this version of the program. */
final class Migration {
    private static final String ROLES_MISSING = "OL001";   // raised by the migration of the roles

    private static final String NO_CONNECTION = "08";

    private Migration() {}

    static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw sqlIn(e).flatMap(sql -> sentenceFor(sql, e)).<RuntimeException>map(told -> told).orElse(e);
        }
    }

    private static Optional<CannotStart> sentenceFor(SQLException sql, FlywayException whole) {
        var state = String.valueOf(sql.getSQLState());
        if (state.startsWith(NO_CONNECTION)) {
            return Optional.of(new CannotStart("The PostgreSQL server does not answer: " + sql.getMessage(),
                    "Start the server that SPRING_DATASOURCE_URL names, or mend the address.", whole));
        }
        if (ROLES_MISSING.equals(state)) {
            return Optional.of(new CannotStart("The database user may not make the roles that Openland needs.",
                    "As an administrator of the database: create role openland_program; create role openland_reader;"
                    + " grant openland_program, openland_reader to the user of SPRING_DATASOURCE_USERNAME.", whole));
        }
        return Optional.empty();
    }

    private static Optional<SQLException> sqlIn(@Nullable Throwable failure) {
        return failure == null ? Optional.empty()
                : failure instanceof SQLException sql ? Optional.of(sql)
                : sqlIn(failure.getCause());
    }
}
