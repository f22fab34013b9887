package openland.office.web;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Time;
import openland.journal.Act;
import openland.journal.Entry;
import openland.journal.Filter;
import openland.journal.Journal;
import openland.journal.Verification;
import openland.office.Account;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The journal as a 安全审计员 reads it (审计): of the offices within reach; at the top everything. */
@Controller
@RequestMapping("/desk/journal")
class JournalPages {
    private static final int PAGE = 50;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Journal journal;
    private final Officers officers;
    private final Offices offices;

    JournalPages(Journal journal, Officers officers, Offices offices) {
        this.journal = journal;
        this.officers = officers;
        this.offices = offices;
    }

    @GetMapping
    ModelAndView list(Officer auditor, @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String subject, @RequestParam(required = false) @Nullable String after) {
        return page(auditor, new JournalQuestion(officer.strip(), subject.strip()), after, null);
    }

    @PostMapping("/verify")
    ModelAndView verify(Officer auditor) {
        auditor.mustHold(Post.AUDITOR);
        var result = journal.verify();
        journal.recordAlone(new Act("journal.verified", auditor.id(), auditor.office(), result.head(),
                Map.of("sealed", result.sealed(), "fits", result.fits())));
        return page(auditor, new JournalQuestion("", ""), null, result);
    }

    private ModelAndView page(Officer auditor, JournalQuestion question, @Nullable String after, @Nullable Verification verification) {
        auditor.mustHold(Post.AUDITOR);
        var entries = journal.entries(filter(auditor, question), after, PAGE);
        var model = new HashMap<String, @Nullable Object>();
        model.put("rows", entries.items().stream().map(this::row).toList());
        model.put("next", entries.next() == null ? null : question.url(entries.next()));
        model.put("question", question);
        model.put("verification", verification);
        return new ModelAndView("office/journal", model);
    }

    private Filter filter(Officer auditor, JournalQuestion question) {
        UUID officer = null;
        if (!question.officer().isEmpty()) {
            officer = officers.accountByName(question.officer()).map(Account::id).orElse(new UUID(0, 0));
        }
        return new Filter(officer, StringUtils.hasText(question.subject()) ? question.subject() : null, reach(auditor));
    }

    /** Null, which is everything, for an auditor at the top. */
    private @Nullable Set<UUID> reach(Officer auditor) {
        boolean top = auditor.posts().stream().filter(held -> held.post() == Post.AUDITOR)
                .anyMatch(held -> offices.byId(held.office()).filter(office -> office.parent() == null).isPresent());
        return top ? null : officers.administered(auditor, Set.of(Post.AUDITOR));
    }

    private JournalRow row(Entry entry) {
        var at = SECONDS.format(Time.localTimeOf(entry.at()));
        var officer = entry.officer() == null ? "" : officers.account(entry.officer()).map(Account::displayName).orElse("");
        var office = entry.office() == null ? "" : offices.byId(entry.office()).map(Office::name).orElse("");
        return new JournalRow(entry.n(), at, entry.act(), officer, office, entry.subject(), entry.detail().isEmpty() ? "" : entry.detail().toString());
    }
}
