package openland.page;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body cannot be read, without repeating what it holds. */
final class UnreadableJson {
    private UnreadableJson() {}

    static String sentence(HttpMessageNotReadableException error) {
        return switch (error.getCause()) {
            case UnrecognizedPropertyException unknown -> "不认识字段" + path(unknown) + "，请检查字段名。";
            case DatabindException wrong when !wrong.getPath().isEmpty() -> "字段" + path(wrong) + "的值不对，请检查类型和写法。";
            case JacksonException broken when broken.getLocation() != null && broken.getLocation().getLineNr() > 0 ->
                    "JSON在第%d行第%d列读不下去，请检查写法。".formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
            case null, default -> "请求的内容读不懂：请检查格式（JSON、字段名）后再发。";
        };
    }

    private static String path(JacksonException error) {
        var path = error.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.length() > 100 ? path.substring(0, 100) + "…" : path;
    }
}
