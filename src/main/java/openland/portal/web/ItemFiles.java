package openland.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.disclosure.Selecting;
import openland.form.SheetWriter;
import openland.office.Offices;
import openland.page.Downloads;
import openland.page.Downloads.Form;
import openland.page.SiteUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** An item as data: schema, dictionary, and its published pieces to take away. */
@Controller
class ItemFiles {
    private final Catalogue catalogue;
    private final Offices offices;
    private final Selecting selecting;
    private final ItemExport export;
    private final Downloads downloads;
    private final SiteUrl site;
    private final InstantSource time;

    ItemFiles(Catalogue catalogue, Offices offices, Selecting selecting, ItemExport export, Downloads downloads, SiteUrl site, InstantSource time) {
        this.catalogue = catalogue;
        this.offices = offices;
        this.selecting = selecting;
        this.export = export;
        this.downloads = downloads;
        this.site = site;
        this.time = time;
    }

    @GetMapping(path = "/catalogue/{item}/schema.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    JsonNode schema(@PathVariable String item) {
        return ItemSchema.of(found(item), site.of("/catalogue/" + item + "/schema.json"));
    }

    @GetMapping("/catalogue/{item}/dictionary")
    ModelAndView dictionary(@PathVariable String item) {
        return new ModelAndView("portal/dictionary", Map.of("dictionary", Dictionary.of(found(item))));
    }

    @GetMapping("/catalogue/{item}/dictionary.csv")
    void dictionaryCsv(@PathVariable String item, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(item);
        downloads.send(found.title() + "数据字典", Form.CSV, request, response, out -> {
            try (var sheet = SheetWriter.csv(out)) {
                Dictionary.of(found).write(sheet);
            }
        });
    }

    @GetMapping("/catalogue/{item}/dictionary.xlsx")
    void dictionaryXlsx(@PathVariable String item, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(item);
        downloads.send(found.title() + "数据字典", Form.XLSX, request, response, out -> {
            try (var sheet = SheetWriter.xlsx(out)) {
                Dictionary.of(found).write(sheet);
            }
        });
    }

    @GetMapping("/catalogue/{item}/export.json")
    void json(@PathVariable String item, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(item);
        var query = ItemQuery.of(found, request.getParameterMap(), offices);
        downloads.send(name(found), Form.JSON, request, response, out -> export.json(query.selection(), out));
    }

    @GetMapping("/catalogue/{item}/export.xlsx")
    void xlsx(@PathVariable String item, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(item);
        var query = ItemQuery.of(found, request.getParameterMap(), offices);
        downloads.send(name(found), Form.XLSX, request, response, out -> export.xlsx(found, query.selection(), out));
    }

    /** @param table a field of the item that is a table: its rows instead of the pieces */
    @GetMapping("/catalogue/{item}/export.csv")
    void csv(@PathVariable String item, @RequestParam @Nullable String table, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = found(item);
        var query = ItemQuery.of(found, request.getParameterMap(), offices);
        var field = table == null || table.isBlank() ? null : ItemExport.table(found, table)
                .orElseThrow(() -> Refusal.invalid("这个事项没有名为“" + (table.length() > 60 ? table.substring(0, 60) + "…" : table) + "”的表格。"));
        downloads.send(name(found) + (field == null ? "" : "-" + field.label()), Form.CSV, request, response,
                out -> export.csv(found, field, query.selection(), out));
    }

    /** The published pieces of an item for programs; the filters are those of its page. */
    @Operation(summary = "一个事项已公开的信息，新的在前；筛选项同事项页：office、year、validity、f.字段、f.字段.from、f.字段.to、sort", tags = "disclosures")
    @Parameter(name = "office", in = ParameterIn.QUERY, description = "机构代码，含下级")
    @Parameter(name = "year", in = ParameterIn.QUERY, description = "年份")
    @Parameter(name = "validity", in = ParameterIn.QUERY, description = "有效性")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "newest或oldest")
    @GetMapping(path = "/api/v1/catalogue/{item}/disclosures", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Keyset<PieceRow> pieces(@PathVariable String item, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        var query = ItemQuery.of(found(item), request.getParameterMap(), offices);
        return selecting.contents(query.selection(), after, Keyset.limit(limit, 50)).map(selected -> PieceRow.of(selected, site::of));
    }

    private String name(Item item) {
        return item.title() + "-" + Time.dateOf(time.instant());
    }

    private Item found(String item) {
        return catalogue.byId(item).orElseThrow(() -> Refusal.notFound("目录里没有这个事项。"));
    }
}
