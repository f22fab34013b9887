package openland.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * The one connection that this node keeps for itself. On it the node says each second that it lives, however busy the
 * pool is, and hears in between what other nodes have done.
 */
@Component
class Lifeline {
    private static final long BEAT = Duration.ofSeconds(1).toNanos();
    private static final int PATIENCE_MILLIS = 5_000;

    private final DataSource database;
    private final Bells bells;

    Lifeline(DataSource database, Bells bells) {
        this.database = database;
        this.bells = bells;
    }

    Worker start(Readers readers) {
        var holder = new Worker[1];
        holder[0] = new Worker("lifeline", new Bell(), () -> hold(holder[0], readers));
        return holder[0].start();
    }

    /** Holds the line until asked to stop; throws when it is lost. */
    private boolean hold(Worker worker, Readers readers) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            execute(connection, "listen " + Bells.CHANNEL);
            bells.ringAll(); // for what was said before
            var cursors = new Cursors(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            while (!worker.isStopped()) {
                long next = System.nanoTime() + BEAT;
                readers.beat(cursors);
                hear(connection.unwrap(PGConnection.class), worker, next);
            }
            execute(connection, "unlisten *");
        }
        return false;
    }

    private void hear(PGConnection connection, Worker worker, long until) throws SQLException {
        for (long left = until - System.nanoTime(); left > 0 && !worker.isStopped(); left = until - System.nanoTime()) {
            for (var notification : connection.getNotifications((int) Math.min(250, left / 1_000_000 + 1))) {
                bells.ring(notification.getParameter());
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
