package openland.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openland.catalogue.Domain;
import openland.catalogue.web.ObligationList.Asked;
import openland.catalogue.web.ObligationList.Row;
import openland.form.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everything the law asks, for everybody: what, of whom, by when, by what law, and how surely that is known. */
@Controller
public class ObligationPages {
    private static final List<String> HEADS = List.of("编号", "义务", "领域", "谁", "约束行政机关以外", "何时起算", "期限", "时限代码", "种类", "自", "至", "依据", "核实", "计入", "目录事项");

    private final ObligationList obligations;

    ObligationPages(ObligationList obligations) {
        this.obligations = obligations;
    }

    /** @param total of all, whatever was asked for */
    public record Listed(Asked asked, List<Row> rows, List<Domain> domains, int total) {}

    @GetMapping("/catalogue/obligations")
    ModelAndView list(@RequestParam @Nullable String domain, @RequestParam @Nullable String kind, @RequestParam @Nullable String status,
            @RequestParam @Nullable String counted) {
        var asked = ObligationList.asked(domain, kind, status, counted);
        return new ModelAndView("catalogue/obligations", Map.of("listed",
                new Listed(asked, obligations.rows(asked), obligations.domains(), obligations.rows(Asked.ALL).size())));
    }

    @GetMapping("/catalogue/obligations.csv")
    ResponseEntity<byte[]> csv(@RequestParam @Nullable String domain, @RequestParam @Nullable String kind, @RequestParam @Nullable String status,
            @RequestParam @Nullable String counted) {
        var rows = obligations.rows(ObligationList.asked(domain, kind, status, counted)).stream().map(ObligationPages::cells).toList();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"obligations.csv\"").body(new Sheet("义务", HEADS, rows).csv());
    }

    private static List<@Nullable Object> cells(Row row) {
        var one = row.obligation();
        var rule = one.rule();
        var cells = new ArrayList<@Nullable Object>(List.of(one.name(), one.title(), row.domain(), row.who(), one.others() ? "是" : "否", one.starts().label(),
                row.when()));
        cells.add(rule.clock() == null ? null : rule.clock().text());
        cells.add(rule.kind().label());
        cells.add(rule.from());
        cells.add(rule.to());
        cells.add(rule.basis());
        cells.add(row.status());
        cells.add(rule.active() ? "是" : "否");
        cells.add(one.item());
        return cells;
    }
}
