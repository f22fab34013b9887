package openland.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.catalogue.Item;
import openland.disclosure.FacetCount;
import openland.disclosure.Selection;
import openland.form.Facet;
import openland.form.Faceting;
import openland.form.Faceting.Declared;
import openland.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * The filters beside the list of an item, all of them links and forms.
 *
 * @param pieces how many pieces the filters leave
 * @param lists  facets by value
 * @param ranges facets by range
 * @param chosen the filters in use, each with the address without it
 * @param sorts   the same list in the other order
 * @param address the filters as parameters
 */
public record ItemFilters(long pieces, List<Listing> lists, List<Range> ranges, List<Link> chosen, Link sorts, ItemAddress address) {
    /** How many values of a facet are shown. */
    static final int MOST = 12;

    /** @param current for {@code aria-current}: "true" or null */
    public record Choice(String label, String href, @Nullable Long count, @Nullable String current) {}

    /** @param typed the name under which a value that is not among the choices can be typed; null when all are shown */
    public record Listing(String title, List<Choice> choices, @Nullable String typed, Map<String, String> kept) {
        /** For labels. */
        public String id() {
            return "t-" + String.valueOf(typed).replace('.', '-');
        }
    }

    /** @param unit in which the ends are typed; empty for none @param isTime whether the ends are days */
    public record Range(String title, String name, String from, String to, String unit, boolean isTime, Map<String, String> kept) {
        /** For labels. */
        public String id() {
            return name.replace('.', '-');
        }
    }

    public record Link(String label, String href) {}

    static ItemFilters of(Item item, ItemQuery query, List<FacetCount> counts, Function<UUID, Office> office) {
        return new Making(query, counts.stream().collect(Collectors.groupingBy(FacetCount::field))).make(item, office);
    }

    /** One making of the filters. */
    private record Making(ItemQuery query, Map<String, List<FacetCount>> counts) {
        ItemFilters make(Item item, Function<UUID, Office> office) {
            long pieces = of(FacetCount.ALL).stream().mapToLong(FacetCount::pieces).sum();
            var lists = new ArrayList<Listing>();
            lists.add(listing("机构", "office", of(FacetCount.OFFICE).stream().map(count -> named(count, office)).toList()));
            lists.add(listing("年份", "year", of(Selection.YEAR).stream().sorted(Comparator.comparing(FacetCount::value).reversed()).toList()));
            lists.add(listing("有效性", "validity", of(Selection.VALIDITY)));
            var declared = Faceting.declared(item.fields());
            declared.stream().filter(facet -> facet.field().facet() == Facet.VALUE)
                    .forEach(facet -> lists.add(listing(title(item, facet), "f." + facet.path(), of(facet.path()))));
            var ranges = declared.stream().filter(facet -> facet.field().facet() == Facet.RANGE).map(facet -> range(item, facet)).toList();
            return new ItemFilters(pieces, lists.stream().filter(listing -> narrows(listing, pieces)).toList(),
                    ranges.stream().filter(range -> pieces > 1 || !range.from().isEmpty() || !range.to().isEmpty()).toList(), chosen(item), sorts(), address());
        }

        private static FacetCount named(FacetCount count, Function<UUID, Office> office) {
            var found = office.apply(UUID.fromString(count.value()));
            return new FacetCount(count.field(), found.code(), found.name(), count.pieces(), count.rank());
        }

        private List<FacetCount> of(String field) {
            return counts.getOrDefault(field, List.of());
        }

        private ItemAddress address() {
            return query.address("");
        }

        private Listing listing(String title, String name, List<FacetCount> values) {
            var chosen = query.given().get(name);
            var choices = new ArrayList<Choice>();
            choices.add(new Choice("全部", href(address().with(name, null)), null, chosen == null ? "true" : null));
            values.stream().limit(MOST).forEach(value -> choices.add(new Choice(value.label(), href(address().with(name, value.value())),
                    value.pieces(), value.value().equals(chosen) ? "true" : null)));
            boolean more = values.size() > MOST && name.startsWith("f.");
            return new Listing(title, choices, more ? name : null, address().with(name, null).parameters());
        }

        /** Whether choosing from it would make a difference, or was chosen from. */
        private static boolean narrows(Listing listing, long pieces) {
            return listing.choices().getFirst().current() == null
                    || listing.choices().stream().skip(1).anyMatch(choice -> choice.count() != null && choice.count() < pieces);
        }

        private Range range(Item item, Declared facet) {
            var name = "f." + facet.path();
            return new Range(title(item, facet), name, query.given().getOrDefault(name + ".from", ""), query.given().getOrDefault(name + ".to", ""),
                    facet.field().unit(), Faceting.isTime(facet.field()),
                    address().with(name + ".from", null).with(name + ".to", null).parameters());
        }

        /** A column bears the name of its table: 补偿清单：补偿金额. */
        private static String title(Item item, Declared facet) {
            int dot = facet.path().indexOf('.');
            return dot < 0 ? facet.field().label()
                    : item.fields().field(facet.path().substring(0, dot)).orElseThrow().label() + "：" + facet.field().label();
        }

        private List<Link> chosen(Item item) {
            var labels = Faceting.declared(item.fields()).stream().collect(Collectors.toMap(facet -> "f." + facet.path(), facet -> title(item, facet)));
            return query.given().entrySet().stream().filter(given -> !given.getKey().equals("sort"))
                    .map(given -> new Link(words(labels, given.getKey(), given.getValue()), href(address().with(given.getKey(), null)))).toList();
        }

        private String words(Map<String, String> labels, String name, String value) {
            if (query.office() != null && name.equals("office")) {
                return query.office().name();
            }
            var field = name.replaceFirst("\\.(from|to)$", "");
            var label = labels.containsKey(name) ? labels.get(name) : labels.getOrDefault(field, "");
            var word = name.equals(field) ? "" : name.endsWith(".from") ? "不小于" : "不大于";
            var shown = labels.containsKey(name) ? of(field.substring(2)).stream().filter(count -> count.value().equals(value))
                    .map(FacetCount::label).findFirst().orElse(value) : value;
            return label.isEmpty() ? shown : label + (word.isEmpty() || labels.containsKey(name) ? "：" : word) + shown;
        }

        private Link sorts() {
            return query.selection().oldest() ? new Link("改为新的在前", href(address().with("sort", null)))
                    : new Link("改为旧的在前", href(address().with("sort", "oldest")));
        }

        private String href(ItemAddress address) {
            return address.at("/catalogue/" + query.selection().item()).href();
        }
    }
}
