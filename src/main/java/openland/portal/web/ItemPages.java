package openland.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Listed;
import openland.disclosure.Selecting;
import openland.office.Offices;
import openland.portal.web.PortalPages.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One item of the catalogue: what must be public, and what is, filtered. */
@Controller
class ItemPages {
    private static final int PAGE = 30;

    private final Catalogue catalogue;
    private final Selecting selecting;
    private final Offices offices;
    private final InstantSource time;

    ItemPages(Catalogue catalogue, Selecting selecting, Offices offices, InstantSource time) {
        this.catalogue = catalogue;
        this.selecting = selecting;
        this.offices = offices;
        this.time = time;
    }

    @GetMapping("/catalogue/{item}")
    ModelAndView item(@PathVariable String item, @RequestParam @Nullable String after, HttpServletRequest request, HttpServletResponse response) {
        var found = found(item);
        var query = ItemQuery.of(found, request.getParameterMap(), offices);
        var page = selecting.list(query.selection(), after, PAGE);
        var counts = selecting.counts(query.selection(), ItemFilters.MOST + 1);
        if (query.isTyped() || page.items().isEmpty() && request.getQueryString() != null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");   // there is no end of ranges, and of words that find nothing
        }
        return page(found, query, page, ItemFilters.of(found, query, counts, office -> offices.byId(office).orElseThrow()));
    }

    private ModelAndView page(Item item, ItemQuery query, Keyset<Listed> page, ItemFilters filters) {
        var model = new HashMap<String, Object>();
        model.put("page", new ItemPage(item, Time.dateOf(time.instant())));
        model.put("filters", filters);
        model.put("lines", page.items().stream().map(Line::of).toList());
        var address = query.address("/catalogue/" + item.id());
        model.put("next", page.next() == null ? null : address.hrefFor("after") + page.next());
        return new ModelAndView("portal/item", model);
    }

    private Item found(String item) {
        return catalogue.byId(item).orElseThrow(() -> Refusal.notFound("目录里没有这个事项。"));
    }
}
