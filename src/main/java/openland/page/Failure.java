package openland.page;

import java.util.List;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What went wrong, as a person reads it.
 *
 * @param retryAfter in seconds; null when trying again does not help
 */
record Failure(int status, String sentence, List<Problem> problems, @Nullable Integer retryAfter) {
    static Failure of(Throwable error) {
        if (error instanceof Refusal refusal) {
            int status = refusal.reason().status();
            return new Failure(status, refusal.sentence(), refusal.problems(), status == 503 ? Integer.valueOf(2) : null);
        }
        if (isLostDatabase(error)) {
            return new Failure(503, "数据库暂时连不上，正在恢复，请稍后再试。", List.of(), 2);
        }
        if (error instanceof MethodArgumentTypeMismatchException mismatch) {
            return of(400, "参数" + mismatch.getName() + "的值不对，请检查后再试。");
        }
        if (error instanceof HttpMessageNotReadableException || error instanceof ServletRequestBindingException) {
            return of(400, "请求的内容读不懂：请检查格式（JSON、字段名）后再发。");
        }
        if (error instanceof InvalidParameterException unreadable) {   // not UTF-8, or too many
            return ofStatus(unreadable.getErrorCode());
        }
        if (error instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        return error instanceof DataIntegrityViolationException
                ? of(409, "同时有别的改动，请再试一次。") : ofStatus(500);
    }

    /** For what only a status is known of. */
    static Failure ofStatus(int status) {
        return of(status, switch (status) {
            case 400 -> "请求的写法不对，请检查后再试。";
            case 401 -> "请先登录或带上令牌。";
            case 403 -> "这一步没有权限，或者页面放得太久了，请刷新后再试。";
            case 404 -> "没有这个页面或信息。";
            case 405 -> "这个地址不接受这种请求方法。";
            case 406 -> "没有您要的格式。";
            case 410 -> "这件信息已经撤回。";
            case 413 -> "内容太大，请压缩或拆分后再传。";
            case 415 -> "不接受这种内容类型。";
            case 429 -> "请求太频繁，请稍后再试。";
            case 503 -> "暂时不能服务，请稍后再试。";
            default -> status < 500 ? "请求不能办理。" : "程序出错了，已经记下来。";
        });
    }

    private static Failure of(int status, String sentence) {
        return new Failure(status, sentence, List.of(), status == 503 ? Integer.valueOf(2) : null);
    }

    /** In two or three words, for the head of a page. */
    String title() {
        return switch (status) {
            case 404 -> "没有找到";
            case 410 -> "已经撤回";
            case 401, 403 -> "不能办理";
            case 429 -> "请求太频繁";
            case 503 -> "暂时不能服务";
            default -> status < 500 ? "请求有误" : "程序出错";
        };
    }

    boolean isUnexpected() {
        return status == HttpStatus.INTERNAL_SERVER_ERROR.value();
    }

    private static boolean isLostDatabase(Throwable error) {
        return error instanceof DataAccessResourceFailureException || error instanceof TransactionException
                || error instanceof TransientDataAccessException || error instanceof RecoverableDataAccessException
                || error instanceof UncategorizedSQLException sql && isConnectionState(sql)
                || error instanceof DataAccessException data && data.getCause() instanceof java.sql.SQLException cause
                        && isConnectionState(cause.getSQLState());
    }

    private static boolean isConnectionState(UncategorizedSQLException error) {
        var cause = error.getSQLException();
        return cause != null && isConnectionState(cause.getSQLState());
    }

    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
