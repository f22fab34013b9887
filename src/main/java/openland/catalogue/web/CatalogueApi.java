package openland.catalogue.web;

import java.util.List;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue (主动公开目录) as data, for everybody. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueApi {
    private final Catalogue catalogue;

    CatalogueApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All items in the order of the catalogue, a page at a time. */
    @GetMapping
    Keyset<ItemView> items(@RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable Integer limit) {
        var last = Keyset.decode(after);
        List<Item> all = catalogue.items();
        int from = last == null ? 0 : 1 + all.stream().map(Item::id).toList().indexOf(last);
        int most = Keyset.limit(limit, Keyset.MOST);
        var rows = all.subList(from, Math.min(all.size(), from + most + 1));
        return Keyset.of(rows, most, Item::id).map(this::view);
    }

    @GetMapping("/{item}")
    ItemView item(@PathVariable String item) {
        return catalogue.byId(item).map(this::view).orElseThrow(() -> Refusal.notFound("目录里没有这个事项。"));
    }

    private ItemView view(Item item) {
        return ItemView.of(item, catalogue.domainOf(item.id()));
    }
}
