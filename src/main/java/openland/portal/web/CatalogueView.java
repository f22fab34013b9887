package openland.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.catalogue.Catalogue;
import openland.catalogue.Channels;
import openland.catalogue.Domain;
import openland.catalogue.Group;
import openland.catalogue.Item;
import openland.catalogue.ItemChanges;
import openland.form.Field;
import openland.form.PublicMode;
import openland.office.Level;
import openland.office.Office;
import openland.portal.web.ItemFilters.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as far as it is asked for, by domain.
 *
 * @param office whose; null for all
 * @param groups the filters, each with its title
 */
public record CatalogueView(List<Part> parts, @Nullable Office office, String words, List<Filter> groups, List<ItemFilters.Link> chosen,
        String table, String list, String xlsx, String docx, LocalDate today) {

    /** One domain with those of its items that are asked for. */
    public record Part(Domain domain, List<Entry> entries) {}

    /** @param number its ordinal in this catalogue (序号) @param differs what holds for the office beyond what holds everywhere */
    public record Entry(int number, ItemPage page, long pieces, List<String> differs) {}

    /** The links of one filter. */
    public record Filter(String title, List<Choice> choices) {}

    static CatalogueView of(CatalogueQuery query, Catalogue catalogue, Counts counts, LocalDate today) {
        var office = query.office();
        var owed = office == null ? catalogue.items() : catalogue.itemsFor(office);
        var parts = new ArrayList<Part>();
        int number = 0;
        for (var domain : catalogue.domains()) {
            var entries = new ArrayList<Entry>();
            for (var base : domain.items()) {
                var item = owed.stream().filter(one -> one.id().equals(base.id())).filter(query::takes).findFirst();
                if (item.isPresent() && (query.domain() == null || query.domain().id().equals(domain.id()))) {
                    entries.add(new Entry(++number, new ItemPage(item.get(), today), pieces(counts, base, office),
                            item.get().pack().equals(base.pack()) ? List.of() : ItemChanges.between(base, item.get())));
                }
            }
            if (!entries.isEmpty()) {
                parts.add(new Part(domain, entries));
            }
        }
        return new CatalogueView(parts, office, query.given().getOrDefault("q", ""), filters(query, catalogue), chosen(query),
                query.address("/catalogue").with("view", "table").href(), query.address("/catalogue").href(),
                query.address("/catalogue.xlsx").href(), query.address("/catalogue.docx").href(), today);
    }

    private static long pieces(Counts counts, Item item, @Nullable Office office) {
        return office == null ? counts.ofItem(item.id()) : counts.of(item.id(), office.id());
    }

    private static List<Filter> filters(CatalogueQuery query, Catalogue catalogue) {
        return List.of(filter(query, "领域", "domain", withItems(catalogue).map(domain -> List.of(domain.id(), domain.title()))),
                filter(query, "五公开", "group", Arrays.stream(Group.values()).map(group -> List.of(group.code(), group.label()))),
                filter(query, "公开层级", "level", Arrays.stream(Level.values()).map(level -> List.of(level.code(), level.label() + "级"))));
    }

    /** A pack may ask for much and have no item: then there is nothing to list under it. */
    static Stream<Domain> withItems(Catalogue catalogue) {
        return catalogue.domains().stream().filter(domain -> !domain.items().isEmpty());
    }

    private static Filter filter(CatalogueQuery query, String title, String name, Stream<List<String>> values) {
        var chosen = query.given().get(name);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("全部", query.address("/catalogue").with(name, null).href(), null, chosen == null ? "true" : null));
        values.forEach(value -> choices.add(new Choice(value.get(1), query.address("/catalogue").with(name, value.getFirst()).href(), null,
                value.getFirst().equals(chosen) ? "true" : null)));
        return new Filter(title, choices);
    }

    private static List<ItemFilters.Link> chosen(CatalogueQuery query) {
        var chosen = new ArrayList<ItemFilters.Link>();
        if (query.office() != null) {
            chosen.add(new ItemFilters.Link(query.office().name(), query.address("/catalogue").with("office", null).href()));
        }
        if (!query.words().isEmpty()) {
            chosen.add(new ItemFilters.Link("“" + query.given().get("q") + "”", query.address("/catalogue").with("q", null).href()));
        }
        return chosen;
    }

    /** How many items. */
    public int size() {
        return parts.stream().mapToInt(part -> part.entries().size()).sum();
    }

    /** 青禾县自然资源局主动公开目录. */
    public String title() {
        return (office == null ? "" : office.name()) + "主动公开目录";
    }

    /** 公开内容（要素）. */
    public static String elements(Item item) {
        return item.fields().fields().isEmpty() ? item.title()
                : item.fields().fields().stream().filter(field -> field.mode() != PublicMode.HIDDEN).map(Field::label).collect(Collectors.joining("；"));
    }

    /** 公开时限, as of today. */
    public static String term(ItemPage page) {
        return page.term().isEmpty() ? "按规定时间" : page.term();
    }

    /** 公开渠道和载体. */
    public static String channels(Item item) {
        return item.channels().stream().map(Channels::label).collect(Collectors.joining("；"));
    }

    /** 公开层级. */
    public static String levels(Item item) {
        return item.duty().levels().stream().sorted().map(level -> level.label() + "级").collect(Collectors.joining("、"));
    }

    /** 公开主体: the office, or all that owe it. */
    public String publisher(ItemPage page) {
        return office == null ? page.who() : office.name();
    }
}
