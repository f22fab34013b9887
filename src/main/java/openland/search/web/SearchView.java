package openland.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openland.search.Facet;
import openland.search.Found;
import openland.search.Hit;
import openland.search.Question;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a search shows.
 *
 * @param line    how much was found, in words
 * @param heading the question, or what stands here without one
 * @param others  the same search in another order
 * @param next    the address of the following page; null on the last one
 * @param kept    the parameters that the form for days keeps, by name
 */
public record SearchView(String q, String line, String heading, Found found, List<Group> groups, List<Link> others,
        @Nullable String next, Map<String, String> kept, String from, String to) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu年M月d日");
    private static final Map<String, String> TITLES =
            Map.of("validity", "效力", "item", "公开事项", "office", "机构", "year", "年份", "category", "组配分类");
    private static final List<String> SHOWN = List.of("validity", "item", "office", "year", "category");

    /** @param current for {@code aria-current}: "true" or null */
    public record Choice(String label, String href, @Nullable Long count, @Nullable String current) {}

    /** The links of one filter. */
    public record Group(String title, List<Choice> choices) {
        /** Whether it would make a difference, or is in use. */
        boolean narrows(long total) {
            return choices.getFirst().current() == null
                    || choices.stream().skip(1).anyMatch(choice -> choice.count() != null && choice.count() < total);
        }
    }

    public record Link(String label, String href) {}

    static SearchView of(SearchForm form, Question question, Found found) {
        var address = new Address(form.given());
        var kept = address.with("from", null).with("to", null).parameters();
        var next = found.next() == null ? null : address.with("after", found.next()).href();
        return new SearchView(question.q(), line(question, found), question.q().isEmpty() ? "最新公开" : "“" + question.q() + "”",
                found, groups(address, found), others(address, question), next, kept, text(question.from()), text(question.to()));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String line(Question question, Found found) {
        if (found.noGoodAnswer()) {
            return String.valueOf(found.sentence());
        }
        return "找到" + found.total() + "件，" + switch (question.sort()) {
            case RELEVANCE -> question.q().isEmpty() ? "新公开的在前" : "先列最贴切的";
            case NEWEST -> "最新的在前";
            case OLDEST -> "最早的在前";
        };
    }

    private static List<Link> others(Address address, Question question) {
        var others = new ArrayList<Link>();
        for (var sort : Question.Sort.values()) {
            if (sort != question.sort()) {
                others.add(new Link(switch (sort) {
                    case RELEVANCE -> question.q().isEmpty() ? "改为新公开的在前" : "改为最贴切的在前";
                    case NEWEST -> "改为最新在前";
                    case OLDEST -> "改为最早在前";
                }, address.with("sort", sort == Question.Sort.RELEVANCE ? null : sort.parameter()).href()));
            }
        }
        return others;
    }

    private static List<Group> groups(Address address, Found found) {
        return SHOWN.stream().map(name -> found.facets().stream().filter(facet -> facet.name().equals(name)).findFirst().orElseThrow())
                .map(facet -> group(address, facet, found.total())).filter(group -> group.narrows(found.total())).toList();
    }

    private static Group group(Address address, Facet facet, long total) {
        var all = filtered(address, facet.name(), null);
        boolean unfiltered = all.equals(address);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("全部", all.href(), unfiltered ? total : null, unfiltered ? "true" : null));
        for (var value : facet.values()) {
            var narrowed = filtered(address, facet.name(), value.value());
            choices.add(new Choice(label(facet.name(), value), narrowed.href(), (long) value.count(),
                    narrowed.equals(address) ? "true" : null));
        }
        return new Group(TITLES.getOrDefault(facet.name(), facet.name()), choices);
    }

    /** A year is two days in the address. */
    private static Address filtered(Address address, String name, @Nullable String value) {
        return !name.equals("year") ? address.with(name, value)
                : address.with("from", value == null ? null : value + "-01-01").with("to", value == null ? null : value + "-12-31");
    }

    private static String label(String name, Facet.Value value) {
        return !name.equals("validity") ? value.label() : switch (value.value()) {
            case "有效" -> "现行有效";
            case "失效", "废止", "修改" -> "已" + value.value();
            default -> value.label();
        };
    }

    /** Where the same words are asked of an office. */
    public String request() {
        return "/request/new?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    /** 2023年6月28日. */
    public static String date(Hit hit) {
        return DATE.format(hit.date());
    }
}
