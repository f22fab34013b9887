package openland.oversight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Office;
import openland.office.Offices;
import openland.oversight.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** "This is missing": what a citizen says, and what becomes of it. */
@Controller
class MissingPages {
    private final Missing missing;
    private final Offices offices;
    private final Catalogue catalogue;

    MissingPages(Missing missing, Offices offices, Catalogue catalogue) {
        this.missing = missing;
        this.offices = offices;
        this.catalogue = catalogue;
    }

    /** The form; {@code office} and {@code item} fill it in. With {@code number} to what was said before. */
    @GetMapping("/openness/missing")
    ModelAndView form(@RequestParam Map<String, String> given) {
        var number = given.getOrDefault("number", "").strip();
        if (!number.isEmpty()) {
            standing(number);
            return seeOther(number);
        }
        return form(given, null);
    }

    private ModelAndView form(Map<String, String> given, @Nullable Refusal refusal) {
        var page = new ModelAndView("oversight/missing-form", Map.of("form", MissingForm.of(given, catalogue.items(), refusal)));
        if (refusal != null) {
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        }
        return page;
    }

    @PostMapping("/openness/missing")
    ModelAndView report(@RequestParam Map<String, String> given) {
        try {
            return seeOther(missing.report(read(given)));
        } catch (Refusal refusal) {
            return form(given, refusal);
        }
    }

    private Missing.Report read(Map<String, String> given) {
        return new Missing.Report(office(given.getOrDefault("office", "").strip()), item(given.getOrDefault("item", "")), given.getOrDefault("key", ""),
                given.getOrDefault("what", ""), given.getOrDefault("where", ""), day(given.getOrDefault("happenedOn", "").strip()));
    }

    private UUID office(String codeOrName) {
        if (codeOrName.isEmpty()) {
            throw Refusal.invalid("请写明应当由哪个机构公开，写全称或者代码。");
        }
        return offices.called(codeOrName).stream().findFirst().map(Office::id)
                .orElseThrow(() -> Refusal.invalid("没有这个机构，请写全称或者代码，可以从机构页查到。"));
    }

    private String item(String item) {
        if (!item.isEmpty() && catalogue.byId(item).isEmpty()) {
            throw Refusal.invalid("目录里没有这个事项，说不清就选“说不清”。");
        }
        return item;
    }

    private static @Nullable LocalDate day(String day) {
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw Refusal.invalid("日期写成2026-11-20这样；不知道就不填。");
        }
    }

    private static ModelAndView seeOther(String number) {
        var view = new RedirectView("/openness/missing/" + number);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    /** Where it stands. What was written is not shown. */
    @GetMapping("/openness/missing/{number}")
    ModelAndView page(@PathVariable String number) {
        var standing = standing(number);
        return new ModelAndView("oversight/missing", Map.of("number", number.toUpperCase(java.util.Locale.ROOT), "standing", standing,
                "office", offices.byId(standing.office()).orElseThrow(), "item", catalogue.byId(standing.item()).map(Item::title).orElse("")));
    }

    private Missing.Standing standing(String number) {
        return missing.byNumber(number).orElseThrow(() -> Refusal.notFound("没有这个编号，请核对后再查。"));
    }
}
