package openland.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The five kinds of openness (五公开). */
public enum Group {
    DECISION("决策公开"), IMPLEMENTATION("执行公开"), MANAGEMENT("管理公开"), SERVICES("服务公开"), RESULTS("结果公开");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
