package openland.search.web;

import openland.page.SiteUrl;
import openland.search.Search;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Search for programs. */
@RestController
class SearchApi {
    private final Search search;
    private final SiteUrl site;

    SearchApi(Search search, SiteUrl site) {
        this.search = search;
        this.site = site;
    }

    /** Never kept by a cache: what is withdrawn must not come back. */
    @GetMapping("/api/v1/search")
    ResponseEntity<SearchAnswer> search(@ParameterObject SearchForm form) {
        var found = search.find(form.question());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SearchAnswer.of(found, site));
    }
}
