package openland.page;

import java.util.List;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Refusal.Problem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * What went wrong, as a person reads it.
 *
 * @param problems single fields, where the reason lies in them
 * @param headers  what the answer says beside its body: Retry-After, Allow, Accept
 */
record Failure(int status, String sentence, List<Problem> problems, HttpHeaders headers) {
    private static final String SOON = "2";

    Failure {
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, SOON);
        }
    }

    static Failure of(Throwable error) {
        return switch (error) {
            case Refusal refusal -> new Failure(refusal.reason().status(), refusal.sentence(), refusal.problems(), new HttpHeaders());
            case MethodArgumentTypeMismatchException mismatch when mismatch.getRequiredType() == UUID.class
                    && mismatch.getParameter().hasParameterAnnotation(PathVariable.class) -> ofStatus(404);   // nothing has such an address
            case MethodArgumentTypeMismatchException mismatch -> of(400, "参数" + mismatch.getName() + "的值不对，请检查后再试。");
            case MissingServletRequestParameterException missing -> of(400, "缺少参数" + missing.getParameterName() + "。");
            case MissingServletRequestPartException missing -> of(400, "缺少" + missing.getRequestPartName() + "这一部分内容。");
            case HttpMessageNotReadableException unreadable -> of(400, UnreadableJson.sentence(unreadable));
            case BindException fields -> new Failure(400, "有的内容不对，请检查后再试。", fields.getFieldErrors().stream()
                    .map(field -> new Problem(field.getField(), "这里的值不对。")).toList(), new HttpHeaders());
            case ServletRequestBindingException _ -> of(400, "请求缺少必要的内容，请检查后再发。");
            case InvalidParameterException unreadable -> ofStatus(unreadable.getErrorCode());   // not UTF-8, or too many
            case ErrorResponse response -> of(response);
            case InvalidMimeTypeException _, InvalidMediaTypeException _ -> ofStatus(400);
            case RequestRejectedException _ -> ofStatus(400);   // a header that no client may send, found only where it is read
            case MultipartException multipart -> DatabaseFailure.of(multipart).orElseGet(() -> of(400, "上传的内容读不懂，请重新上传。"));
            default -> DatabaseFailure.of(error).orElseGet(() -> ofStatus(500));
        };
    }

    private static Failure of(ErrorResponse response) {
        var plain = ofStatus(response.getStatusCode().value());
        var headers = new HttpHeaders();
        headers.putAll(response.getHeaders());
        return new Failure(plain.status, plain.sentence, List.of(), headers);
    }

    /** For what only a status is known of. */
    static Failure ofStatus(int status) {
        return of(status, switch (status) {
            case 400 -> "请求的写法不对，请检查后再试。";
            case 401 -> "请先登录或带上令牌。";
            case 403 -> "这一步没有权限，或者页面放得太久了，请刷新后再试。";
            case 404 -> "没有这个页面或信息。请检查网址，或从首页、搜索进入。";
            case 405 -> "这个地址不接受这种请求方法。";
            case 406 -> "没有您要的格式。";
            case 410 -> "这件信息已经撤回。";
            case 413 -> "内容太大，请压缩或拆分后再传。";
            case 414, 431 -> "网址或请求头太长。";
            case 415 -> "不接受这种内容类型。";
            case 429 -> "请求太频繁，请稍后再试。";
            case 503 -> "暂时不能服务，请稍后再试。";
            default -> status < 500 ? "请求不能办理。" : "程序出错了，已经记下来。";
        });
    }

    static Failure of(int status, String sentence) {
        return new Failure(status, sentence, List.of(), new HttpHeaders());
    }

    /** In two or three words, for the head of a page. */
    String title() {
        return switch (status) {
            case 404 -> "没有找到";
            case 409 -> "现在不能这样办";
            case 410 -> "已经撤回";
            case 401, 403 -> "不能办理";
            case 413 -> "内容太大";
            case 429 -> "请求太频繁";
            case 503 -> "暂时不能服务";
            case 507 -> "存储空间已满";
            default -> status < 500 ? "请求有误" : "程序出错";
        };
    }

    /** Whether somebody has to look into the log. */
    boolean isUnexpected() {
        return status >= 500 && status != HttpStatus.SERVICE_UNAVAILABLE.value() && !isFull();
    }

    /** Whether the disk is full: somebody has to know, but a stack trace each time would fill it further. */
    boolean isFull() {
        return status == HttpStatus.INSUFFICIENT_STORAGE.value();
    }
}
