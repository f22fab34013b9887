package openland.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures that offices report in parts and as a whole. The names are given, only numbers are typed: nothing unreviewed is shown. */
public enum ReportedKind {
    LETTERS("信箱来信", List.of(new Part("mailbox", "领导信箱"), new Part("enquiry", "在线咨询"), new Part("complaint", "举报信箱"), new Part("petition", "电子信访"))),
    REPLIES("信箱回复", List.of(new Part("mailbox", "领导信箱"), new Part("enquiry", "在线咨询"), new Part("complaint", "举报信箱"), new Part("petition", "电子信访"))),
    REPORTS("12336线索", List.of(new Part("phone", "电话"), new Part("letter", "来信"), new Part("web", "网络"), new Part("visit", "来访"))),
    RELEASES("主动公开信息", List.of(new Part("site", "政府网站"), new Part("gazette", "政府公报"), new Part("media", "新媒体"), new Part("other", "其他方式")));

    /** A part of the whole. */
    public record Part(String code, String label) {}

    private final String label;
    private final List<Part> parts;

    ReportedKind(String label, List<Part> parts) {
        this.label = label;
        this.parts = parts;
    }

    public String label() {
        return label;
    }

    public List<Part> parts() {
        return parts;
    }

    /** The name outside: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportedKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
