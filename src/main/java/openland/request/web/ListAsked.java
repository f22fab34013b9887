package openland.request.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.request.Channel;
import openland.request.ListQuery;
import openland.request.ListQuery.Near;
import openland.request.Stage;

/** What the book of requests was asked for; its address is its filter. Each part is empty for all. */
public record ListAsked(String stage, String unit, String handler, String channel, String near, String year, String q) {
    private static final List<Part> PARTS = List.of(new Part("stage", "阶段"), new Part("unit", "承办单位"), new Part("handler", "承办人"), new Part("channel", "渠道"),
            new Part("near", "期限"), new Part("q", "词"));

    static ListAsked of(Map<String, String> parameters) {
        return new ListAsked(read(parameters, "stage"), read(parameters, "unit"), read(parameters, "handler"), read(parameters, "channel"), read(parameters, "near"),
                read(parameters, "year"), read(parameters, "q"));
    }

    private static String read(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** @throws Refusal INVALID for what there is not */
    ListQuery query(Collection<UUID> offices) {
        return new ListQuery(offices, stage.isEmpty() ? null : Stream.of(Stage.values()).filter(one -> one.name().equalsIgnoreCase(stage)).findFirst().orElseThrow(ListAsked::none), unit,
                handler.isEmpty() ? null : asHandler(), channel.isEmpty() ? null : Channel.of(channel).orElseThrow(ListAsked::none),
                near.isEmpty() ? null : Near.of(near).orElseThrow(ListAsked::none), year.isEmpty() ? null : asYear(), q);
    }

    private UUID asHandler() {
        try {
            return UUID.fromString(handler);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private int asYear() {
        if (!year.matches("\\d{4}")) {
            throw Refusal.invalid("年份写成四位数字，例如2026。");
        }
        return Integer.parseInt(year);
    }

    private static Refusal none() {
        return Refusal.invalid("申请台账没有这样的筛选，请从“申请台账”重新进入。");
    }

    /** The same list with one filter changed. */
    public String with(String name, String value) {
        var all = all();
        all.put(name, value);
        if (name.equals("year")) {
            all.remove("near");
        }
        return address("", all);
    }

    public String of(String name) {
        return all().getOrDefault(name, "");
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("stage", stage);
        all.put("unit", unit);
        all.put("handler", handler);
        all.put("channel", channel);
        all.put("near", near);
        all.put("year", year);
        all.put("q", q);
        return all;
    }

    /** What was asked for besides the year, by the names of the filters. */
    public List<Part> parts() {
        return PARTS.stream().filter(part -> !of(part.name()).isEmpty()).toList();
    }

    /** A filter. @param label in Chinese */
    public record Part(String name, String label) {}

    /** Ends in ? or &amp;, for what follows. */
    public String more() {
        var address = address("");
        return address + (address.contains("?") ? "&" : "?");
    }

    /** @param ending {@code .xlsx}, {@code .csv} or nothing */
    public String address(String ending) {
        return address(ending, all());
    }

    private static String address(String ending, Map<String, String> all) {
        var parameters = all.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return "/desk/requests" + ending + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
