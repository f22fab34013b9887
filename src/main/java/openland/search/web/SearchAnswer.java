package openland.search.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.page.SiteUrl;
import openland.search.Facet;
import openland.search.Found;
import openland.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The answer for programs.
 *
 * @param totalIsExact  always true: every hit is counted
 * @param facets        by name (office, item, year, validity, category): values as the filters take them, with counts
 * @param repaired      the question as it was repaired; null: taken as typed
 * @param noGoodAnswer  nothing answers the question: {@code hits} is empty, what comes near stands in {@code near}
 * @param vectorsBehind pieces still without a vector; 0 without a model
 * @param sentence      with {@code noGoodAnswer}: what to tell the person
 */
record SearchAnswer(long total, boolean totalIsExact, List<HitView> hits, Map<String, List<Facet.Value>> facets,
        @Nullable String next, @Nullable String repaired, boolean noGoodAnswer, List<HitView> near, int vectorsBehind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sentence) {

    /**
     * @param office  the code
     * @param snippet HTML in which {@code <mark>} is the only element; {@code & < > " '} of the text are escaped
     */
    record HitView(UUID id, String indexNumber, @Nullable String documentNumber, String title, String item, String office,
            Instant publishedAt, @Nullable String validity, String url, String snippet) {
        static HitView of(Hit hit, SiteUrl site) {
            return new HitView(hit.id(), hit.indexNumber(), hit.documentNumber(), hit.title(), hit.item(), hit.office(),
                    hit.publishedAt(), hit.validity(), site.of("/disclosures/" + hit.id()), hit.snippet());
        }
    }

    static SearchAnswer of(Found found, SiteUrl site) {
        var facets = new LinkedHashMap<String, List<Facet.Value>>();
        found.facets().forEach(facet -> facets.put(facet.name(), facet.values()));
        return new SearchAnswer(found.total(), true, views(found.hits(), site), facets, found.next(), null,
                found.noGoodAnswer(), views(found.near(), site), 0, found.sentence());
    }

    private static List<HitView> views(List<Hit> hits, SiteUrl site) {
        return hits.stream().map(hit -> HitView.of(hit, site)).toList();
    }
}
