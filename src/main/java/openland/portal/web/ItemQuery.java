package openland.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.catalogue.Item;
import openland.disclosure.Selection;
import openland.disclosure.Selection.Between;
import openland.disclosure.Selection.Condition;
import openland.disclosure.Selection.Is;
import openland.form.Facet;
import openland.form.Faceting;
import openland.form.Faceting.Declared;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;

/**
 * The filters of an item's list as they stand in the address: {@code office}, {@code year}, {@code validity},
 * {@code f.kind=罚款}, {@code f.fine.from=1万}, {@code f.lots.area.to=20亩}. Of anything else it says that there is no such thing.
 *
 * @param given what was given, by name, without the place in the list
 */
record ItemQuery(Selection selection, @Nullable Office office, Map<String, String> given) {
    private static final String FIELD = "f.";
    private static final String FROM = ".from";
    private static final String TO = ".to";
    private static final int LONGEST = 2_000;
    /** What a page takes besides filters: {@code theme} and {@code care} are taken by every page. */
    private static final Set<String> OTHERS = Set.of("after", "limit", "theme", "care", "table");
    private static final Set<String> COMMON = Set.of("office", "year", "validity", "sort");

    /** @throws Refusal for a filter that there is not, or a value that it cannot have */
    static ItemQuery of(Item item, Map<String, String[]> parameters, Offices offices) {
        var given = new LinkedHashMap<String, String>();
        int length = 0;
        for (var parameter : parameters.entrySet()) {
            var value = parameter.getValue()[0].strip();
            length += parameter.getKey().length() + value.length();
            if (!OTHERS.contains(parameter.getKey()) && !value.isEmpty()) {
                given.put(parameter.getKey(), value);
            }
        }
        if (length > LONGEST) {
            throw Refusal.invalid("筛选条件太长，请减少几项。");
        }
        var office = given.containsKey("office") ? offices.byCode(given.get("office"))
                .orElseThrow(() -> Refusal.invalid("没有代码为“" + shortened(given.get("office")) + "”的机构。")) : null;
        return new ItemQuery(new Selection(item.id(), office == null ? null : subtree(offices, office), conditions(item, given),
                isOldest(given.get("sort"))), office, given);
    }

    private static Set<UUID> subtree(Offices offices, Office office) {
        return offices.subtree(office.id()).stream().map(Office::id).collect(Collectors.toSet());
    }

    private static boolean isOldest(@Nullable String sort) {
        return switch (sort == null ? "newest" : sort) {
            case "newest" -> false;
            case "oldest" -> true;
            default -> throw Refusal.invalid("排序sort应是newest（新的在前）或oldest（旧的在前）。");
        };
    }

    private static List<Condition> conditions(Item item, Map<String, String> given) {
        var conditions = new ArrayList<Condition>();
        var declared = Faceting.declared(item.fields());
        var left = new LinkedHashMap<>(given);
        COMMON.forEach(left::remove);
        if (given.containsKey("year")) {
            conditions.add(new Is(Selection.YEAR, year(given.get("year"))));
        }
        if (given.containsKey("validity")) {
            conditions.add(new Is(Selection.VALIDITY, value("validity", given.get("validity"))));
        }
        for (var facet : declared) {
            condition(facet, left).ifPresent(conditions::add);
        }
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw Refusal.invalid("这个事项不能按“" + shortened(name) + "”筛选；可以用的有：" + names(declared) + "。");
        });
        return conditions;
    }

    private static Optional<Condition> condition(Declared facet, Map<String, String> left) {
        var name = FIELD + facet.path();
        if (facet.field().facet() == Facet.VALUE) {
            var value = left.remove(name);
            return value == null ? Optional.empty() : Optional.of(new Is(facet.path(), value(name, value)));
        }
        var low = end(facet, left.remove(name + FROM));
        var high = end(facet, left.remove(name + TO));
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw Refusal.invalid("“" + facet.field().label() + "”的起点大于终点，请把两个数对调。");
        }
        return low == null && high == null ? Optional.empty() : Optional.of(new Between(facet.path(), low, high));
    }

    private static @Nullable BigDecimal end(Declared facet, @Nullable String typed) {
        try {
            return typed == null ? null : Faceting.end(facet.field(), shortened(typed));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("“" + facet.field().label() + "”的范围：" + e.getMessage());
        }
    }

    private static String year(String year) {
        if (!year.matches("(19|20|21)\\d\\d")) {
            throw Refusal.invalid("年份year应是四位数字，例如2026。");
        }
        return year;
    }

    private static String value(String name, String value) {
        if (value.length() > Faceting.LONGEST || value.indexOf(0) >= 0) {
            throw Refusal.invalid("筛选项" + name + "的值不能超过" + Faceting.LONGEST + "个字，也不能有控制字符。");
        }
        return value;
    }

    private static String names(List<Declared> declared) {
        var names = new ArrayList<>(List.of("office", "year", "validity", "sort"));
        declared.forEach(facet -> names.add(facet.field().facet() == Facet.VALUE ? FIELD + facet.path()
                : FIELD + facet.path() + FROM + "、" + FIELD + facet.path() + TO));
        return String.join("、", names);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Whether there is a range, of which there is no end even where it finds something: such a page is not worth keeping. */
    boolean isTyped() {
        return selection.conditions().stream().anyMatch(Between.class::isInstance);
    }

    ItemAddress address(String path) {
        return new ItemAddress(path, given);
    }
}
