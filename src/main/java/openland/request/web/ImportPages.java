package openland.request.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Post;
import openland.request.BookImport;
import openland.request.ImportingBooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Import of an old book: uploaded, looked at line by line, confirmed by somebody else. */
@Controller
@RequestMapping("/desk/requests/import")
public class ImportPages {
    private final ImportingBooks books;
    private final Offices offices;

    ImportPages(ImportingBooks books, Offices offices) {
        this.books = books;
        this.offices = offices;
    }

    /** @param office its name */
    public record Row(BookImport book, String office) {}

    /** @param uploading where he may upload; none for who only confirms */
    public record View(List<Office> uploading, List<Row> rows, String fault) {}

    /** @param mayConfirm whether he is the one who confirms */
    public record One(BookImport book, String office, boolean mayConfirm, String fault) {}

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, "");
    }

    private ModelAndView page(Officer officer, String fault) {
        var uploading = books.mine(officer).stream().filter(office -> officer.holds(Post.IMPORTER, office.id())).toList();
        var rows = books.list(officer).stream().map(book -> new Row(book, name(book.office()))).toList();
        return new ModelAndView("request/import", new HashMap<>(Map.of("view", new View(uploading, rows, fault))));
    }

    @PostMapping
    ModelAndView upload(@RequestParam(defaultValue = "") String office, @RequestParam MultipartFile file, Officer officer) {
        books.mine(officer);
        var where = offices.byCode(office).orElseThrow(() -> Refusal.invalid("请选择台账是哪个机构的。"));
        officer.mustHold(Post.IMPORTER, where.id());
        try {
            if (file.getSize() > ImportingBooks.LARGEST) {
                throw new Refusal(Refusal.Reason.TOO_LARGE, "文件超过30 MB，请分开导入。");
            }
            var name = file.getOriginalFilename();
            return new ModelAndView("redirect:/desk/requests/import/" + books.upload(where.id(), name == null || name.isBlank() ? "book.xlsx" : name, file.getBytes(), officer).id());
        } catch (Refusal refusal) {
            return refused(page(officer, refusal.sentence()), refusal);
        } catch (IOException e) {
            throw Refusal.invalid("文件没有传完，请再传一次。");
        }
    }

    private static ModelAndView refused(ModelAndView page, Refusal refusal) {
        page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, Officer officer) {
        return one(id, officer, "");
    }

    private ModelAndView one(UUID id, Officer officer, String fault) {
        var book = books.see(id, officer);
        boolean may = book.state() == BookImport.State.READ && book.good() > 0 && !book.uploadedBy().equals(officer.id())
                && officer.holdsOneOf(ImportingBooks.CONFIRMING, book.office());
        return new ModelAndView("request/import-one", new HashMap<>(Map.of("view", new One(book, name(book.office()), may, fault))));
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, Officer officer) {
        books.confirm(id, officer);
        return new ModelAndView("redirect:/desk/requests/import/" + id);
    }

    private String name(UUID office) {
        return offices.byId(office).map(Office::name).orElse("");
    }
}
