package openland.disclosure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.disclosure.Expiries;
import openland.disclosure.Expiries.Asked;
import openland.disclosure.Expiries.Ending;
import openland.office.Office;
import openland.office.Offices;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What ends soon (到期): for people, for programs, and for a map. */
@Controller
@Tag(name = "expiring", description = "将要到期的矿业权、土地使用权、文件")
class ExpiringPages {
    private static final int PAGE = 50;

    private final Expiries expiries;
    private final Offices offices;
    private final SiteUrl site;

    ExpiringPages(Expiries expiries, Offices offices, SiteUrl site) {
        this.expiries = expiries;
        this.offices = offices;
        this.site = site;
    }

    record Row(UUID id, String item, String kind, String name, String title, String office, String region, String endsOn, Expiries.@Nullable Point place, String url) {}

    /** A collection of features (GeoJSON, RFC 7946). */
    record Features(String type, List<Feature> features) {}

    record Feature(String type, UUID id, Geometry geometry, Map<String, String> properties) {}

    /** @param coordinates longitude, then latitude */
    record Geometry(String type, List<Double> coordinates) {}

    @GetMapping("/expiring")
    ModelAndView page(@RequestParam @Nullable String item, @RequestParam @Nullable String office, @RequestParam(defaultValue = "false") boolean over,
            @RequestParam @Nullable String after) {
        var rows = expiries.list(asked(item, office, over), after, PAGE);
        var model = new HashMap<String, Object>(Map.of("kinds", expiries.kinds(), "rows", rows.items(), "item", item == null ? "" : item,
                "office", office == null ? "" : office, "over", over));
        model.put("next", rows.next());
        return new ModelAndView("disclosure/expiring", model);
    }

    @GetMapping("/api/v1/expiring")
    @ResponseBody
    @Operation(summary = "将要到期的，最早的在前；over=true是一年以内已经到期的；office用机构代码（含下级），after翻页")
    Keyset<Row> list(@RequestParam @Nullable String item, @RequestParam @Nullable String office, @RequestParam(defaultValue = "false") boolean over,
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return expiries.list(asked(item, office, over), after, Keyset.limit(limit, PAGE)).map(one -> new Row(one.piece(), one.item(), one.kind(), one.name(),
                one.title(), one.office(), one.region(), one.endsOn().toString(), one.place(), site.of("/disclosures/" + one.piece())));
    }

    @GetMapping(path = "/api/v1/expiring.geojson", produces = "application/geo+json")
    @ResponseBody
    @Operation(summary = "同上，作为地图图层；只有写明经纬度的")
    Features map(@RequestParam @Nullable String item, @RequestParam @Nullable String office, @RequestParam(defaultValue = "false") boolean over) {
        return new Features("FeatureCollection", expiries.list(asked(item, office, over), null, Keyset.MOST).items().stream().flatMap(one -> {
            var place = one.place();
            return place == null ? Stream.<Feature>empty() : Stream.of(feature(one, place));
        }).toList());
    }

    private Feature feature(Ending one, Expiries.Point place) {
        return new Feature("Feature", one.piece(), new Geometry("Point", List.of(place.lon(), place.lat())),
                Map.of("name", one.name(), "kind", one.kind(), "endsOn", one.endsOn().toString(), "office", one.office(), "url", site.of("/disclosures/" + one.piece())));
    }

    private Asked asked(@Nullable String item, @Nullable String office, boolean over) {
        return new Asked(item == null || item.isBlank() ? null : item, subtree(office), over);
    }

    private @Nullable Set<UUID> subtree(@Nullable String office) {
        if (office == null || office.isBlank()) {
            return null;
        }
        var root = offices.byCode(office).orElseThrow(() -> Refusal.notFound("没有代码为“" + office + "”的机构。"));
        return offices.subtree(root.id()).stream().map(Office::id).collect(Collectors.toSet());
    }
}
