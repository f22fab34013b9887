package openland.oversight.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address asks for: {@code office} (a code; the topmost when it is not given), {@code from} and {@code to} (months,
 * 2026-01; this year when neither is given), {@code item} ({@code other} for what no published piece meets), {@code own}
 * (without the offices below), {@code target} (days that offices have set themselves).
 */
public record OpennessQuery(Office office, Set<UUID> subtree, YearMonth from, YearMonth to, @Nullable String item, boolean own, boolean target) {
    static final String OTHER = "other";
    private static final YearMonth FIRST = YearMonth.of(2007, 1);
    private static final YearMonth LAST = YearMonth.of(2099, 12);

    /** @throws Refusal INVALID for what there is not */
    static OpennessQuery of(Map<String, String> given, Instant now, Offices offices, Catalogue catalogue) {
        var office = office(given.getOrDefault("office", "").strip(), offices);
        var from = month(given.getOrDefault("from", ""), "from");
        var to = month(given.getOrDefault("to", ""), "to");
        var thisMonth = YearMonth.from(Time.dateOf(now));
        var first = from != null ? from : to != null ? to.withMonth(1) : thisMonth.withMonth(1);
        var last = to != null ? to : first.isAfter(thisMonth) ? first.withMonth(12) : thisMonth.withMonth(12);
        if (last.isBefore(first)) {
            throw Refusal.invalid("起始月份" + first + "晚于截止月份" + last + "，请改正。");
        }
        var own = given.getOrDefault("own", "").equals("true");
        var subtree = own ? Set.of(office.id()) : offices.subtree(office.id()).stream().map(Office::id).collect(Collectors.toSet());
        return new OpennessQuery(office, subtree, first, last, item(given.getOrDefault("item", "").strip(), catalogue), own,
                given.getOrDefault("target", "").equals("true"));
    }

    private static Office office(String code, Offices offices) {
        var found = code.isEmpty() ? offices.all().stream().findFirst() : offices.byCode(code);
        return found.orElseThrow(() -> code.isEmpty() ? Refusal.notFound("还没有建立机构，没有可以统计的内容。")
                : Refusal.notFound("没有代码为“" + shortened(code) + "”的机构。"));
    }

    private static @Nullable YearMonth month(String text, String name) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var month = YearMonth.parse(text.strip());
            if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                return month;
            }
        } catch (DateTimeException e) {
            throw wrong(text, name);
        }
        throw wrong(text, name);
    }

    private static Refusal wrong(String text, String name) {
        return Refusal.invalid("月份" + name + "“" + shortened(text) + "”不对：写成2026-01这样，2007年到2099年。");
    }

    private static @Nullable String item(String item, Catalogue catalogue) {
        if (item.isEmpty() || item.equals(OTHER)) {
            return item.isEmpty() ? null : "";
        }
        if (catalogue.byId(item).isEmpty()) {
            throw Refusal.notFound("目录里没有事项“" + shortened(item) + "”。");
        }
        return item;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    Asked asked() {
        return new Asked(subtree, from, to, item, target);
    }

    /** The period in words: 2026年1月至11月. */
    public String period() {
        var first = words(from);
        return from.equals(to) ? first : from.getYear() == to.getYear() ? first + "至" + to.getMonthValue() + "月" : first + "至" + words(to);
    }

    static String words(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** The address of a page for an office with this period and item. */
    String address(String path, Office of, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("office", of.code());
        all.put("from", from.toString());
        all.put("to", to.toString());
        if (item != null) {
            all.put("item", item.isEmpty() ? OTHER : item);
        }
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        var uri = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(all).toUriString();
    }
}
