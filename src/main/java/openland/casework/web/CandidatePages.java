package openland.casework.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.DutySight;
import openland.casework.Moment;
import openland.casework.TriggerFiles;
import openland.catalogue.Catalogue;
import openland.catalogue.Item;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What seems to be owed (线索): to be confirmed, which opens the duty, or refused with a reason; and files of approval systems. */
@Controller
public class CandidatePages {
    private static final int PAGE = 30;
    private static final int DECIDED = 20;
    private static final long LARGEST = 30L << 20;

    private final Candidates candidates;
    private final TriggerFiles files;
    private final DutySight sight;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Officers officers;
    private final DutyActs acts;

    CandidatePages(Candidates candidates, TriggerFiles files, DutySight sight, Catalogue catalogue, Offices offices, Officers officers, DutyActs acts) {
        this.candidates = candidates;
        this.files = files;
        this.sight = sight;
        this.catalogue = catalogue;
        this.offices = offices;
        this.officers = officers;
        this.acts = acts;
    }

    /** @param by who decided; empty while it waits */
    public record Row(Candidate candidate, String item, String office, String by, boolean mine) {
        /** What it is called. */
        public String name() {
            return candidate.key().isEmpty() ? candidate.subject() : candidate.key();
        }
    }

    /** @param source whose alone; null for all. @param taken what came of a file; null without one. @param items for who must say which */
    public record Listed(Candidate.@Nullable Source source, Keyset<Row> waiting, List<Row> decided, List<Item> items, boolean mayDecide,
            TriggerFiles.@Nullable Taken taken, String said, String fault) {}

    @GetMapping("/desk/candidates")
    ModelAndView list(@RequestParam @Nullable String source, @RequestParam @Nullable String after, @RequestParam @Nullable String done, Officer officer) {
        var only = source == null || source.isEmpty() ? null : of(source);
        return page(only, after, officer, null, "refused".equals(done) ? "已记下不属实。" : "", "");
    }

    @PostMapping("/desk/candidates/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String on, @RequestParam @Nullable String item,
            @RequestParam(defaultValue = "") String reason, Officer officer) {
        candidates.see(id, officer);
        return tried(() -> {
            var at = on.isBlank() ? null : Moment.parse(on);
            var confirmed = candidates.confirm(new Candidates.Confirmation(id, item == null || item.isBlank() ? null : item, null, at, reason), officer);
            return new ModelAndView("redirect:/desk/duties/" + confirmed.duty() + "?done=opened");
        }, officer);
    }

    @PostMapping("/desk/candidates/{id}/refuse")
    ModelAndView refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Officer officer) {
        return tried(() -> {
            candidates.refuse(id, reason, officer);
            return new ModelAndView("redirect:/desk/candidates?done=refused");
        }, officer);
    }

    @PostMapping("/desk/candidates/files")
    ModelAndView take(@RequestParam MultipartFile file, Officer officer) {
        return tried(() -> {
            if (file.getSize() > LARGEST) {
                throw Refusal.invalid("文件超过30 MB，请分开导入。");
            }
            return page(null, null, officer, files.take(bytes(file), officer), "", "");
        }, officer);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Refusal.invalid("文件没有传完，请再传一次。");
        }
    }

    private ModelAndView tried(Supplier<ModelAndView> act, Officer officer) {
        var answer = new ModelAndView[1];
        var refused = acts.act(() -> answer[0] = act.get(), "", refusal -> {
            var page = page(null, null, officer, null, "", refusal.sentence());
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
            return page;
        });
        return answer[0] == null ? refused : answer[0];
    }

    private ModelAndView page(Candidate.@Nullable Source source, @Nullable String after, Officer officer, TriggerFiles.@Nullable Taken taken, String said,
            String fault) {
        var own = sight.mustWork(officer);
        var names = offices.all().stream().collect(Collectors.toMap(Office::id, Office::name));
        var waiting = candidates.waiting(own, source, after, PAGE).map(one -> row(one, names, officer));
        var decided = candidates.decided(own, DECIDED).stream().map(one -> row(one, names, officer)).toList();
        boolean decides = Candidates.DECIDERS.stream().anyMatch(officer::holds);
        return new ModelAndView("casework/candidates", new HashMap<>(Map.of("listed",
                new Listed(source, waiting, decided, catalogue.items(), decides, taken, said, fault))));
    }

    private Row row(Candidate candidate, Map<UUID, String> names, Officer officer) {
        var by = candidate.decidedBy();
        return new Row(candidate, catalogue.byId(candidate.item()).map(Item::title).orElse(candidate.item()), names.getOrDefault(candidate.office(), ""),
                by == null ? "" : officers.byId(by).map(Officer::displayName).orElse("（已离岗）"), officer.holdsOneOf(Candidates.DECIDERS, candidate.office()));
    }

    private static Candidate.Source of(String code) {
        try {
            return Candidate.Source.valueOf(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("没有这一类线索，请从“线索”重新进入。");
        }
    }
}
