package openland.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import openland.disclosure.Dossiers;
import openland.search.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Search for people: the address is the whole state, every filter a link. */
@Controller
class SearchPages {
    private static final int DOSSIERS = 5;

    private final Search search;
    private final Dossiers dossiers;

    SearchPages(Search search, Dossiers dossiers) {
        this.search = search;
        this.dossiers = dossiers;
    }

    @GetMapping("/search")
    ModelAndView search(SearchForm form, HttpServletResponse response) {
        var question = form.question();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return new ModelAndView("search/search", Map.of("view", SearchView.of(form, question, search.find(question)),
                "dossiers", question.q().isBlank() ? List.<Dossiers.Listed>of() : dossiers.list(null, question.q(), null, DOSSIERS).items()));
    }
}
