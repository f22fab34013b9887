package openland.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.ItemVersions;
import openland.disclosure.Disclosures;
import openland.office.Offices;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue (主动公开目录): by domain, group, level and office; as the official table; and what became of an item. */
@Controller
class CataloguePages {
    private final Catalogue catalogue;
    private final ItemVersions versions;
    private final Disclosures disclosures;
    private final Offices offices;
    private final Downloads downloads;
    private final InstantSource time;

    CataloguePages(Catalogue catalogue, ItemVersions versions, Disclosures disclosures, Offices offices, Downloads downloads, InstantSource time) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.disclosures = disclosures;
        this.offices = offices;
        this.downloads = downloads;
        this.time = time;
    }

    /** @param view {@code table} for the ten columns */
    @GetMapping("/catalogue")
    ModelAndView catalogue(@RequestParam @Nullable String view, HttpServletRequest request) {
        return switch (view == null ? "" : view) {
            case "" -> new ModelAndView("portal/catalogue", Map.of("view", view(request)));
            case "table" -> new ModelAndView("portal/table", Map.of("view", view(request)));
            default -> throw Refusal.invalid("view只能是table（十列表），或者不写。");
        };
    }

    @GetMapping("/catalogue.xlsx")
    void xlsx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = view(request);
        downloads.send(view.title(), Form.XLSX, request, response, out -> TenColumns.xlsx(view, out));
    }

    @GetMapping("/catalogue.docx")
    void docx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = view(request);
        downloads.send(view.title(), Form.DOCX, request, response, out -> TenColumns.docx(view, out));
    }

    @GetMapping("/catalogue/{item}/versions")
    ModelAndView versions(@PathVariable String item) {
        var found = catalogue.byId(item).orElseThrow(() -> Refusal.notFound("目录里没有这个事项。"));
        return new ModelAndView("portal/versions", Map.of("item", found, "versions", versions.of(item)));
    }

    private CatalogueView view(HttpServletRequest request) {
        return CatalogueView.of(CatalogueQuery.of(request.getParameterMap(), catalogue, offices), catalogue, new Counts(disclosures.counts()),
                Time.dateOf(time.instant()));
    }
}
