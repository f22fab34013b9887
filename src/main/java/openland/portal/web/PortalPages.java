package openland.portal.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Digests;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Group;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import openland.ledger.Ledger;
import openland.office.Level;
import openland.office.Office;
import openland.office.Offices;
import openland.page.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ways in: home, catalogue (公开目录), offices. */
@Controller
public class PortalPages {
    private static final int HOME = 12;
    private static final int PAGE = 30;
    private static final int OFFICES = 200;

    private final Catalogue catalogue;
    private final Disclosures disclosures;
    private final Offices offices;
    private final Ledger ledger;
    private final InstantSource time;

    PortalPages(Catalogue catalogue, Disclosures disclosures, Offices offices, Ledger ledger, InstantSource time) {
        this.catalogue = catalogue;
        this.disclosures = disclosures;
        this.offices = offices;
        this.ledger = ledger;
        this.time = time;
    }

    /** A line of a list: the title, and the number or date at its end. */
    public record Line(UUID id, String title, String end) {
        static Line of(Listed listed) {
            return new Line(listed.id(), listed.title(), listed.documentNumber() != null ? listed.documentNumber()
                    : Time.dateOf(listed.publishedAt()).toString());
        }
    }

    /** A group of 五公开 with its items. */
    public record Shelf(Group group, List<ItemPage> items) {}

    /**
     * @param covered how many entries the ledger's newest checkpoint covers
     * @param signed  when that was signed
     * @param root    the first digits of its root, in hexadecimal
     */
    public record Home(List<Line> newest, List<Shelf> shelves, Counts counts, long covered, String signed, String root) {}

    /** The offices of one level. */
    public record Rank(Level level, List<Office> offices) {}

    @GetMapping("/")
    ModelAndView home() {
        var checkpoint = ledger.latestCheckpoint();
        var home = new Home(disclosures.list(null, null, null, HOME).items().stream().map(Line::of).toList(), shelves(), counts(),
                checkpoint.map(c -> c.size()).orElse(0L),
                checkpoint.map(c -> Dates.minute(c.signedAt())).orElse(""),
                checkpoint.map(c -> Digests.hex(c.root()).substring(0, 16)).orElse(""));
        return new ModelAndView("portal/home", Map.of("home", home));
    }

    @GetMapping("/offices")
    ModelAndView offices(@RequestParam @Nullable String after) {
        var page = offices.page(after, OFFICES);
        var ranks = page.items().stream().collect(Collectors.groupingBy(Office::level, TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(rank -> new Rank(rank.getKey(), rank.getValue())).toList();
        var model = new HashMap<String, Object>(Map.of("ranks", ranks, "counts", counts()));
        model.put("next", page.next());
        return new ModelAndView("portal/offices", model);
    }

    @GetMapping("/offices/{code}")
    ModelAndView office(@PathVariable String code, @RequestParam @Nullable String after) {
        var office = offices.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
        var page = listed("portal/office", "office", office, disclosures.list(Set.of(office.id()), null, after, PAGE));
        var counts = counts();
        page.addObject("below", offices.subtree(office.id()).stream().filter(o -> office.id().equals(o.parent())).toList());
        page.addObject("above", parents(office));
        page.addObject("successor", office.successor() == null ? null : offices.byId(office.successor()).orElse(null));
        page.addObject("items", catalogue.items().stream().filter(item -> counts.of(item.id(), office.id()) > 0).toList());
        return page.addObject("counts", counts);
    }

    private List<Office> parents(Office office) {
        return office.parent() == null ? List.of() : offices.byId(office.parent()).stream().toList();
    }

    private static ModelAndView listed(String view, String name, Object of, Keyset<Listed> page) {
        var model = new HashMap<String, Object>();
        model.put(name, of);
        model.put("lines", page.items().stream().map(Line::of).toList());
        model.put("next", page.next());
        return new ModelAndView(view, model);
    }

    private Counts counts() {
        return new Counts(disclosures.counts());
    }

    private List<Shelf> shelves() {
        var items = catalogue.items().stream().collect(Collectors.groupingBy(Item::group));
        return Arrays.stream(Group.values()).filter(items::containsKey)
                .map(group -> new Shelf(group, items.getOrDefault(group, List.of()).stream().map(item -> new ItemPage(item, Time.dateOf(time.instant()))).toList())).toList();
    }
}
