package openland.page;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Which errors of database and disk are nobody's mistake (503), want space (507), a competing change (409) or a wrong input (400). */
final class DatabaseFailure {
    /** NUL or a broken character, too long, out of range. */
    private static final Set<String> UNFIT = Set.of("22021", "22P05", "22001", "22003", "22008");
    /** Taken meanwhile; used elsewhere. */
    private static final Set<String> COMPETING = Set.of("23505", "23503");
    /** Too many connections; a former primary that only reads now. */
    private static final Set<String> AWAY = Set.of("53300", "25006");

    private static final String FULL = "53100";
    private static final Set<String> NO_SPACE = Set.of("No space left on device", "Disk quota exceeded", "设备上没有空间");

    /** What an error says that did not come from the server. */
    private static final String NONE = "null";

    private DatabaseFailure() {}

    static Optional<Failure> of(Throwable error) {
        var state = Stream.iterate(error, cause -> cause != null, Throwable::getCause).limit(20)
                .filter(SQLException.class::isInstance).map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .findFirst().orElse("");
        if (state.equals(FULL) || isFull(error)) {
            return Optional.of(Failure.of(507, "服务器的存储空间已满，这一步没有保存；已公开的信息照常可看。请联系系统管理员。"));
        }
        if (isAway(error, state)) {
            return Optional.of(Failure.of(503, "数据库暂时连不上，正在恢复，请稍后再试。"));
        }
        if (UNFIT.contains(state)) {
            return Optional.of(Failure.of(400, "内容里有不能保存的字符，或者太长、太大，请修改后再试。"));
        }
        return COMPETING.contains(state) ? Optional.of(Failure.of(409, "同时有别的改动，请刷新后再试一次。")) : Optional.empty();
    }

    private static boolean isFull(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause).limit(20).filter(IOException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage())).anyMatch(said -> NO_SPACE.stream().anyMatch(said::contains));
    }

    private static boolean isAway(Throwable error, String state) {
        return error instanceof DataAccessResourceFailureException || error instanceof CannotCreateTransactionException
                || error instanceof TransientDataAccessException || error instanceof RecoverableDataAccessException
                || error instanceof TransactionSystemException && state.equals(NONE)   // closed before it could roll back
                || state.startsWith("08") || state.startsWith("57P") || AWAY.contains(state);
    }
}
