package openland.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailureTest {
    @Test
    void a_rollback_over_a_connection_that_was_cut_means_that_the_database_is_away() {
        var cut = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseFailure.of(cut)).map(Failure::status).contains(503);
    }

    @Test
    void a_commit_that_the_database_refused_does_not() {
        var refused = new TransactionSystemException("JDBC commit failed", new SQLException("refused", "P0001"));
        assertThat(DatabaseFailure.of(refused)).isEmpty();
    }
}
