package openland.catalogue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.catalogue.NegativeEntry;
import openland.catalogue.NegativeEntry.Category;
import openland.catalogue.NegativeEntry.Grade;
import openland.catalogue.NegativeEntry.Kind;
import openland.catalogue.NegativeLine;
import openland.catalogue.NegativeList;
import openland.catalogue.NegativeList.Proposal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The 负面清单: for the public without words and places, for those who keep it whole. */
@Controller
public class NegativeListPages {
    private final NegativeList list;
    private final Offices offices;

    NegativeListPages(NegativeList list, Offices offices) {
        this.list = list;
        this.offices = offices;
    }

    /** An office's list as the public sees it. @param unseen how many words and places are on it besides */
    public record PublicList(Office office, List<NegativeLine> lines, long unseen) {}

    /** @param mine whether this officer proposed it and so cannot decide */
    public record Row(NegativeEntry entry, String office, boolean mine) {}

    @GetMapping("/negative-list")
    ModelAndView show() {
        var byOffice = list.lines().stream().collect(Collectors.groupingBy(NegativeLine::office));
        var lists = offices.all().stream().filter(office -> byOffice.containsKey(office.id())).map(office -> {
            var lines = byOffice.getOrDefault(office.id(), List.of());
            return new PublicList(office, lines.stream().filter(line -> line.what() != null).toList(),
                    lines.stream().filter(line -> line.what() == null).count());
        }).toList();
        return new ModelAndView("catalogue/negative-list", Map.of("lists", lists));
    }

    @GetMapping("/desk/negative-list")
    ModelAndView keep(Officer officer) {
        var mine = offices.all().stream().filter(office -> officer.holds(Post.SECADMIN, office.id())).toList();
        return new ModelAndView("catalogue/negative-list-desk", Map.of("entries", rows(list.entries(officer), officer),
                "waiting", rows(list.waiting(officer), officer), "offices", mine));
    }

    private List<Row> rows(List<NegativeEntry> entries, Officer officer) {
        return entries.stream().map(entry -> new Row(entry, offices.byId(entry.office()).map(Office::name).orElse(""),
                entry.proposedBy().equals(officer.id()))).toList();
    }

    @PostMapping("/desk/negative-list")
    String propose(@RequestParam Map<String, String> form, Officer officer) {
        var office = offices.byCode(form.getOrDefault("office", "")).orElseThrow(() -> Refusal.invalid("没有这个代码的机构。"));
        list.propose(office.id(), new Proposal(null, NegativeListApi.kind(form.get("kind")), form.getOrDefault("what", ""),
                NegativeListApi.category(form.get("category")), form.getOrDefault("basis", ""), NegativeListApi.grade(form.get("grade")),
                number(form.get("years")), date(form.get("from")), date(form.get("to")), decimal(form.get("metres")),
                decimal(form.get("squareKm")), false), officer);
        return "redirect:/desk/negative-list";
    }

    /** Proposes that an entry ends. */
    @PostMapping("/desk/negative-list/{entry}/end")
    String end(@PathVariable UUID entry, Officer officer) {
        list.end(entry, officer);
        return "redirect:/desk/negative-list";
    }

    @PostMapping("/desk/negative-list/{version}/decide")
    String decide(@PathVariable UUID version, @RequestParam(defaultValue = "false") boolean accept, Officer officer) {
        list.decide(version, accept, officer);
        return "redirect:/desk/negative-list";
    }

    private static @Nullable Integer number(@Nullable String typed) {
        var decimal = decimal(typed);
        return decimal == null ? null : decimal.intValue();
    }

    private static @Nullable Double decimal(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Double.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("“" + typed + "”不是数字。");
        }
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("日期应像2026-11-22这样写。");
        }
    }

    /** What the form offers. */
    public static List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public static List<Category> categories() {
        return List.of(Category.values());
    }

    public static List<Grade> grades() {
        return List.of(Grade.values());
    }
}
