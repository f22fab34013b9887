package openland.disclosure.web;

import java.util.Map;
import openland.disclosure.StockCheck;
import openland.office.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a change of a 负面清单 met in pieces that are public already. */
@Controller
class StockPages {
    private final StockCheck stock;

    StockPages(StockCheck stock) {
        this.stock = stock;
    }

    @GetMapping("/desk/stock-findings")
    ModelAndView list(Officer officer) {
        return new ModelAndView("disclosure/stock", Map.of("findings", stock.open(officer)));
    }
}
