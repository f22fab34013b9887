package openland.request.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Offices;
import openland.request.StatisticsAsked;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Of which office and year the statistics are asked for.
 *
 * @param own only the office itself, without those under it
 */
record StatisticsQuery(Office office, boolean own, StatisticsAsked asked) {

    /** @throws Refusal INVALID or NOT_FOUND for what there is not */
    static StatisticsQuery of(Office office, Map<String, String> given, LocalDate today, Offices offices) {
        boolean own = given.getOrDefault("own", "").equals("true");
        var ids = own ? List.of(office.id()) : offices.subtree(office.id()).stream().map(Office::id).toList();
        var whole = StatisticsAsked.of(ids, year(given.getOrDefault("year", ""), today), today);
        var unit = given.get("unit");
        return new StatisticsQuery(office, own, until(whole, given.getOrDefault("until", "").strip()).ofUnit(unit == null || unit.isEmpty() ? null : unit));
    }

    static int year(String text, LocalDate today) {
        if (text.isBlank()) {
            return today.getYear();
        }
        if (!text.strip().matches("\\d{4}")) {
            throw Refusal.invalid("年份写成四位数字，例如2026。");
        }
        return Integer.parseInt(text.strip());
    }

    private static StatisticsAsked until(StatisticsAsked whole, String text) {
        if (text.isEmpty()) {
            return whole;
        }
        try {
            var until = LocalDate.parse(text);
            if (until.isAfter(whole.until())) {
                throw Refusal.invalid("截止日期" + until + "还没有到，或者不在" + whole.year() + "年里。");
            }
            return new StatisticsAsked(whole.offices(), whole.year(), until, null);
        } catch (DateTimeException e) {
            throw Refusal.invalid("截止日期写成2026-06-30这样。");
        }
    }

    String address(String path, Office of, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("office", of.code());
        all.put("year", Integer.toString(asked.year()));
        all.put("own", own && of.equals(office) ? "true" : "");
        all.put("until", asked.isWholeYear() ? "" : asked.until().toString());
        var unit = asked.unit();
        all.put("unit", unit == null ? "" : unit);
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        var uri = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(all).toUriString();
    }

    /** In words: 2026年（截至11月22日）. */
    String period() {
        return asked.year() + "年" + (asked.isWholeYear() ? "" : "（截至" + asked.until().getMonthValue() + "月" + asked.until().getDayOfMonth() + "日）");
    }
}
