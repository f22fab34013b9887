package openland.drafting.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openland.base.Refusal;
import openland.casework.DutySight;
import openland.catalogue.Catalogue;
import openland.catalogue.Domain;
import openland.catalogue.Item;
import openland.disclosure.Disclosures;
import openland.disclosure.Listed;
import openland.drafting.Drafting;
import openland.drafting.Repeating;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where drafts begin: from an item, from what is owed, from a published piece that is to be amended, or as one before. */
@Controller
@RequestMapping("/desk/drafts")
public class NewDraftPages {
    /** How many public pieces are offered to begin with. */
    private static final int EARLIER = 30;

    private final Drafting drafting;
    private final Repeating repeating;
    private final Disclosures disclosures;
    private final DutySight sight;
    private final Catalogue catalogue;
    private final Offices offices;
    private final PostedDraft posted;

    NewDraftPages(Drafting drafting, Repeating repeating, Disclosures disclosures, DutySight sight, Catalogue catalogue,
            Offices offices, PostedDraft posted) {
        this.drafting = drafting;
        this.repeating = repeating;
        this.disclosures = disclosures;
        this.sight = sight;
        this.catalogue = catalogue;
        this.offices = offices;
        this.posted = posted;
    }

    /** @param title with which the draft begins; for what another room proposes to publish. @param text the same */
    @GetMapping("/new")
    ModelAndView choose(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String text, Officer officer) {
        officer.mustHold(Post.DRAFTER, officer.office());
        var office = offices.byId(officer.office()).orElseThrow();
        List<Listed> earlier = disclosures.list(Set.of(office.id()), null, null, EARLIER).items();
        var owed = catalogue.itemsFor(office).stream().collect(Collectors.toMap(Item::id, item -> item));
        var usual = earlier.stream().map(Listed::item).distinct().map(owed::get).filter(Objects::nonNull).toList();
        usual.forEach(item -> owed.remove(item.id()));
        return new ModelAndView("drafting/new", Map.of("choice", new NewDraft(usual, domains(owed), earlier, title.strip(), text.strip())));
    }

    /** What can be drafted. @param usual items under which the office published lately. @param domains what else it owes. @param proposed a title, @param text and words to begin with */
    public record NewDraft(List<Item> usual, List<Domain> domains, List<Listed> earlier, String proposed, String text) {
        public String title(String item) {
            return Stream.concat(usual.stream(), domains.stream().flatMap(domain -> domain.items().stream())).filter(known -> known.id().equals(item)).map(Item::title)
                    .findFirst().orElse(item);
        }
    }

    private List<Domain> domains(Map<String, Item> owed) {
        return catalogue.domains().stream().map(domain -> new Domain(domain.id(), domain.title(),
                domain.items().stream().filter(item -> owed.containsKey(item.id())).toList())).filter(domain -> !domain.items().isEmpty()).toList();
    }

    @PostMapping
    String create(@RequestParam @Nullable String item, @RequestParam @Nullable UUID amends, @RequestParam @Nullable UUID again,
            @RequestParam @Nullable UUID duty, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String text, Officer officer) {
        var id = UUID.randomUUID();
        if (duty != null) {
            drafting.save(id, owed(duty, officer), officer);
        } else if (again != null) {
            repeating.repeat(id, again, officer);
        } else if (amends == null) {
            drafting.save(id, proposed(posted.empty(item == null ? "" : item, offices.byId(officer.office()).orElseThrow()), title, text), officer);
        } else {
            repeating.amend(id, amends, officer);
        }
        return "redirect:/desk/drafts/" + id;
    }

    private static JsonNode proposed(ObjectNode draft, String title, String text) {
        if (!title.isBlank()) {
            draft.put("title", title.strip());
        }
        return text.isBlank() ? draft : draft.put("body", text.strip());
    }

    private JsonNode owed(UUID id, Officer officer) {
        var duty = sight.see(id, officer);
        var owing = offices.byId(duty.office()).orElseThrow();
        var item = Optional.ofNullable(duty.item()).flatMap(name -> catalogue.forOffice(name, owing))
                .orElseThrow(() -> Refusal.conflict("这件事项不是靠公开信息来办的，不用拟稿。"));
        return posted.owed(duty, item, owing);
    }
}
