package openland.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.catalogue.Item;
import openland.disclosure.Listed;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.PublishedAnswers;
import openland.request.RequestBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers of general interest, for everybody and as a feed; and on the desk what several have asked for. */
@Controller
public class AnswersPages {
    private static final int USUAL = 50;

    private final PublishedAnswers answers;
    private final RequestBook book;
    private final Offices offices;
    private final AnswersFeed feed;

    AnswersPages(PublishedAnswers answers, RequestBook book, Offices offices, AnswersFeed feed) {
        this.answers = answers;
        this.book = book;
        this.offices = offices;
        this.feed = feed;
    }

    /** @param office who published it */
    public record Answer(Listed piece, String office) {}

    /** @param office null for all */
    public record View(@Nullable Office office, Keyset<Answer> answers, String here, String atom) {}

    @GetMapping("/request/answers")
    ModelAndView list(@RequestParam(defaultValue = "") String office, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var chosen = office(office);
        var page = answers.list(id(chosen), after, Keyset.limit(limit, USUAL)).map(piece -> new Answer(piece, name(piece.office())));
        var asked = chosen == null ? "" : "?office=" + chosen.code();
        return new ModelAndView("request/answers", Map.of("view", new View(chosen, page, "/request/answers" + (asked.isEmpty() ? "?" : asked + "&"), "/request/answers.atom" + asked)));
    }

    @GetMapping(path = "/request/answers.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    void atom(@RequestParam(defaultValue = "") String office, HttpServletResponse response) throws IOException {
        var chosen = office(office);
        var whole = feed.of(chosen, answers.list(id(chosen), null, USUAL).items());
        response.setContentType(MediaType.APPLICATION_ATOM_XML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(whole);
    }

    private @Nullable Office office(String code) {
        return code.isBlank() ? null : offices.byCode(code.strip()).orElseThrow(() -> Refusal.notFound("没有这个机构。"));
    }

    private static @Nullable UUID id(@Nullable Office office) {
        return office == null ? null : office.id();
    }

    private String name(UUID office) {
        return offices.byId(office).map(Office::name).orElse("");
    }

    /** @param item where to publish it; empty when no pack has one */
    public record AlikeView(List<RequestBook.Alike> alike, String item) {}

    @GetMapping("/desk/requests/alike")
    ModelAndView alike(Officer officer) {
        return new ModelAndView("request/alike", Map.of("view", new AlikeView(book.alike(officer), answers.item().map(Item::id).orElse(""))));
    }
}
