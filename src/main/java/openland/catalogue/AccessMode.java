package openland.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** How a piece may be had (公开方式, also 公开属性). */
public enum AccessMode {
    PROACTIVE("proactive", "主动公开"), ON_REQUEST("on-request", "依申请公开"), WITHHELD("withheld", "不予公开");

    private final String code;
    private final String label;

    AccessMode(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<AccessMode> of(String code) {
        return Stream.of(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }
}
