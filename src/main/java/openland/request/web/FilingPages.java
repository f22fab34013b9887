package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.base.Time;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Office;
import openland.office.Offices;
import openland.request.Applying;
import openland.request.Applying.Application;
import openland.request.Applying.Upload;
import openland.request.RequestDesk;
import openland.request.RequestDesks;
import openland.request.RightOffice;
import openland.request.Suggestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A citizen asks an office for information (申请公开): what, then what is public already and whom to ask, then who he is. Each page carries
 * on what was typed before, so that none needs a script, and files are chosen only on the last.
 */
@Controller
public class FilingPages {
    private static final int MOST_DESKS = 50;

    private final Applying applying;
    private final RightOffice rightOffice;
    private final Suggestions suggestions;
    private final RequestDesks desks;
    private final Offices offices;
    private final Catalogue catalogue;
    private final Tracking tracking;
    private final InstantSource time;

    FilingPages(Applying applying, RightOffice rightOffice, Suggestions suggestions, RequestDesks desks, Offices offices, Catalogue catalogue,
            Tracking tracking, InstantSource time) {
        this.applying = applying;
        this.rightOffice = rightOffice;
        this.suggestions = suggestions;
        this.desks = desks;
        this.offices = offices;
        this.catalogue = catalogue;
        this.tracking = tracking;
        this.time = time;
    }

    /** An office and what it says of itself. */
    public record Desk(Office office, RequestDesk desk) {}

    @GetMapping("/request")
    ModelAndView home() {
        var said = desks.said().stream().collect(Collectors.toMap(RequestDesk::office, Function.identity()));
        var own = offices.all().stream().filter(office -> said.containsKey(office.id())).limit(MOST_DESKS).map(office -> new Desk(office, Objects.requireNonNull(said.get(office.id())))).toList();
        return new ModelAndView("request/apply-home", Map.of("desks", own));
    }

    /** @param q what was searched for in vain; {@code follows} an answered request whose newer version is wanted */
    @GetMapping("/request/new")
    ModelAndView begin(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String item,
            @RequestParam(required = false) @Nullable UUID follows, HttpServletRequest request) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.set("item", catalogue.byId(item).map(Item::id).orElse(""));
        var earlier = follows == null ? null : tracking.see(follows, request);
        sent.set("office", earlier == null ? offices.byCode(office).map(Office::code).orElse("") : offices.byId(earlier.one().office()).map(Office::code).orElse(""));
        var title = catalogue.byId(item).map(Item::title).orElse("");
        sent.set("asked", earlier == null ? q.isBlank() && !title.isEmpty() ? title + "：" : shortened(q) : earlier.one().asked() + "（更新的版本）");
        if (earlier != null) {
            sent.set("follows", earlier.one().id().toString());
        }
        return what(FilingForm.of(sent));
    }

    private static String shortened(String q) {
        return q.codePointCount(0, q.length()) <= 200 ? q : q.substring(0, q.offsetByCodePoints(0, 200));
    }

    /** Another field, one fewer, on or back. */
    @PostMapping("/request/new")
    ModelAndView next(@RequestParam MultiValueMap<String, String> sent) {
        var form = FilingForm.of(sent);
        var act = Objects.requireNonNullElse(sent.getFirst("act"), "look");
        if (form.tooLong()) {
            return what(form.checkedAsked());
        }
        return switch (act) {
            case "more" -> what(form.mayAddOne() ? form.withMore() : form);
            case "back" -> what(form);
            case "glance" -> new ModelAndView("request/apply-glance", Map.of("hits", suggestions.fitting(form.written())));
            case "office" -> checked(form, one -> before(one, false));
            case "go" -> checked(form, this::chosen);
            default -> act.startsWith("drop-") ? what(form.without(number(act.substring(5)))) : act.startsWith("found-") ? found(form, act.substring(6))
                    : checked(form, one -> before(one, true));
        };
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,2}") ? Integer.parseInt(digits) : -1;
    }

    private ModelAndView checked(FilingForm form, Function<FilingForm, ModelAndView> on) {
        var checked = form.checkedAsked();
        return checked.faults().isEmpty() ? on.apply(checked.asking(checked.written())) : what(checked);
    }

    private ModelAndView what(FilingForm form) {
        return page("request/apply", form, Map.of("office", office(form.value("office")).map(Office::name).orElse("")));
    }

    /** What is public already, and whom to ask. */
    private ModelAndView before(FilingForm form, boolean isNew) {
        var proposal = rightOffice.propose(String.join("\n", form.written()), form.value("item"));
        var chosen = office(form.value("office"));
        var shown = isNew || form.value("suggestion").isEmpty() ? suggestions.show(form.written())
                : new Suggestions.Shown(id(form.value("suggestion")), suggestions.fitting(form.written()));
        var choices = new LinkedHashSet<Office>();
        chosen.ifPresent(choices::add);
        Optional.ofNullable(proposal.office()).ifPresent(choices::add);
        choices.addAll(proposal.others());
        var model = new HashMap<String, Object>(Map.of("hits", shown.hits(), "choices", List.copyOf(choices), "why", proposal.why(),
                "chosen", chosen.or(() -> Optional.ofNullable(proposal.office())).map(Office::code).orElse("")));
        model.put("proposed", proposal.office());
        var id = shown.id();
        return page("request/apply-before", id == null ? form : form.with("suggestion", id.toString()), model);
    }

    private ModelAndView found(FilingForm form, String piece) {
        var shown = id(form.value("suggestion"));
        var found = id(piece);
        if (shown == null || found == null) {
            throw Refusal.notFound("没有推荐过这件信息。");
        }
        suggestions.found(shown, found);
        return TrackPages.seeOther("/disclosures/" + found);
    }

    private ModelAndView chosen(FilingForm form) {
        if (office(form.value("office")).isEmpty()) {
            return before(form.withFault("office", "请选择向哪个机关申请；写别的机关，要写全称或者代码。"), false);
        }
        var shown = id(form.value("suggestion"));
        if (shown != null) {
            suggestions.none(shown);
        }
        return who(form);
    }

    private ModelAndView who(FilingForm form) {
        var office = office(form.value("office")).orElseThrow();
        return page("request/apply-who", form.with("office", office.code()), Map.of("desk", new Desk(office, desks.of(office.id()))));
    }

    /** Files it. */
    @PostMapping("/request")
    ModelAndView file(@RequestParam MultiValueMap<String, String> sent, @RequestParam(required = false) @Nullable List<MultipartFile> identity,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request) {
        var form = FilingForm.of(sent);
        if (!form.checkedAsked().faults().isEmpty()) {
            return what(form.checkedAsked());
        }
        var office = office(form.value("office"));
        if (office.isEmpty()) {
            return chosen(form);
        }
        var papers = uploads(identity);
        var checked = proved(form.checkedWho(), papers);
        if (!checked.faults().isEmpty()) {
            return who(checked);
        }
        try {
            var filing = form.read(office.get().id(), Time.dateOf(time.instant()), follows(form, request));
            var filed = applying.apply(new Application(filing, !form.value("transfer").isEmpty(), form.value("paperKind"), papers, uploads(files)));
            tracking.remember(filed.filing(), request);
            return TrackPages.seeOther("/track/receipts/" + filed.filing().id());
        } catch (Refusal refusal) {
            return refused(checked, refusal);
        }
    }

    private static FilingForm proved(FilingForm form, List<Upload> papers) {
        try {
            Applying.mustProve(papers);
            return form;
        } catch (Refusal refusal) {
            return form.withFault("identity", refusal.sentence());
        }
    }

    /** What the form can mend stays on its page. */
    private ModelAndView refused(FilingForm form, Refusal refusal) {
        return switch (refusal.reason()) {
            case INVALID, CONFLICT, TOO_LARGE, UNPROCESSABLE, UNAVAILABLE -> {
                var page = who(form.withFault("form-as-a-whole", refusal.sentence()));
                page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
                yield page;
            }
            default -> throw refusal;
        };
    }

    private @Nullable UUID follows(FilingForm form, HttpServletRequest request) {
        var earlier = id(form.value("follows"));
        return earlier == null ? null : tracking.see(earlier, request).one().id();
    }

    static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty() || !Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty())
                .map(file -> new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file)).toList();
    }

    /** By code or full name; one that was ended is its successor's. */
    private Optional<Office> office(String codeOrName) {
        return codeOrName.isEmpty() ? Optional.empty() : offices.called(codeOrName).stream().findFirst()
                .flatMap(office -> office.successor() == null ? Optional.of(office) : offices.byId(office.successor()));
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ModelAndView page(String view, FilingForm form, Map<String, ?> model) {
        var all = new HashMap<String, @Nullable Object>(model);
        all.put("form", form);
        var page = new ModelAndView(view, all);
        page.setStatus(form.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return page;
    }
}
