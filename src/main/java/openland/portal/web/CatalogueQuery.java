package openland.portal.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Domain;
import openland.catalogue.Group;
import openland.catalogue.Item;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the catalogue are asked for: {@code domain}, {@code group}, {@code level}, {@code office}, {@code q}.
 *
 * @param office whose duties; then the items are as they hold for it
 * @param words  that stand in the title, the content or the basis, in lower case; empty for any
 */
record CatalogueQuery(@Nullable Domain domain, @Nullable Group group, @Nullable Level level, @Nullable Office office, String words,
        Map<String, String> given) {
    private static final int LONGEST = 100;

    /** @throws Refusal for a value that there is not */
    static CatalogueQuery of(Map<String, String[]> parameters, Catalogue catalogue, Offices offices) {
        var given = new LinkedHashMap<String, String>();
        Stream.of("domain", "group", "level", "office", "q").forEach(name -> {
            var values = parameters.get(name);
            if (values != null && !values[0].isBlank()) {
                given.put(name, values[0].strip());
            }
        });
        given.forEach((name, value) -> {
            if (value.length() > LONGEST || value.indexOf(0) >= 0) {
                throw Refusal.invalid("筛选项" + name + "的值不能超过" + LONGEST + "个字，也不能有控制字符。");
            }
        });
        return new CatalogueQuery(
                known(given, "domain", "领域", code -> CatalogueView.withItems(catalogue).filter(domain -> domain.id().equals(code)).findFirst()),
                known(given, "group", "五公开分类", code -> Stream.of(Group.values()).filter(group -> group.code().equals(code)).findFirst()),
                known(given, "level", "层级", Level::of), known(given, "office", "机构", code -> office(code, offices)),
                given.getOrDefault("q", "").toLowerCase(Locale.ROOT), given);
    }

    /** By code or by its whole name. */
    private static Optional<Office> office(String typed, Offices offices) {
        return offices.byCode(typed).or(() -> offices.all().stream().filter(office -> office.name().equals(typed)).findFirst());
    }

    private static <T> @Nullable T known(Map<String, String> given, String name, String label, Function<String, Optional<T>> find) {
        var value = given.get(name);
        return value == null ? null : find.apply(value).orElseThrow(() -> Refusal.invalid("没有“" + value + "”这个" + label + "。"));
    }

    boolean takes(Item item) {
        return (group == null || item.group() == group) && (level == null || item.duty().levels().contains(level))
                && (words.isEmpty() || text(item).contains(words));
    }

    private static String text(Item item) {
        var text = new StringBuilder(item.title()).append('\n').append(String.join("\n", item.bases()));
        item.duty().rules().forEach(rule -> text.append('\n').append(rule.basis()));
        item.fields().fields().forEach(field -> text.append('\n').append(field.label()));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    ItemAddress address(String path) {
        return new ItemAddress(path, given);
    }
}
