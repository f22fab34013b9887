package openland.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import openland.search.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Search for people: the address is the whole state, every filter a link. */
@Controller
class SearchPages {
    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    ModelAndView search(SearchForm form, HttpServletResponse response) {
        var question = form.question();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return new ModelAndView("search/search", Map.of("view", SearchView.of(form, question, search.find(question))));
    }
}
