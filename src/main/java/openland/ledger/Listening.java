package openland.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/** The one connection of this node that hears what other nodes have done. */
@Component
class Listening {
    private static final int PATIENCE_MILLIS = 500;
    private static final int TURNS_PER_CHECK = 20;

    private final DataSource database;
    private final Bells bells;

    Listening(DataSource database, Bells bells) {
        this.database = database;
        this.bells = bells;
    }

    Worker start() {
        var holder = new Worker[1];
        holder[0] = new Worker("listener", new Bell(), () -> listen(holder[0]));
        return holder[0].start();
    }

    /** Listens until asked to stop; throws when the connection is lost. */
    private boolean listen(Worker worker) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, "listen " + Bells.CHANNEL);
            bells.ringAll(); // for what was said before
            var postgres = connection.unwrap(PGConnection.class);
            for (int turn = 1; !worker.isStopped(); turn++) {
                for (var notification : postgres.getNotifications(PATIENCE_MILLIS)) {
                    bells.ring(notification.getParameter());
                }
                if (turn % TURNS_PER_CHECK == 0) {
                    execute(connection, "select 1");
                }
            }
            execute(connection, "unlisten *");
        }
        return false;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
