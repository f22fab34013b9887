package openland.office.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.office.Roster;
import openland.office.Rosters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Officers and posts as a spreadsheet, out and in (人员名册). What an upload would change is shown first, then confirmed. */
@Controller
class RosterPages {
    private static final MediaType XLSX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final long LARGEST = 5L << 20;

    private final Rosters rosters;
    private final Offices offices;

    RosterPages(Rosters rosters, Offices offices) {
        this.rosters = rosters;
        this.offices = offices;
    }

    @GetMapping("/desk/officers.xlsx")
    ResponseEntity<byte[]> export(Officer officer) {
        return file("officers.xlsx", RosterSheet.write(rosters.rows(officer)));
    }

    @GetMapping("/desk/officers/template.xlsx")
    ResponseEntity<byte[]> template(Officer officer) {
        officer.mustAdministrate();
        return file("officers-template.xlsx", RosterSheet.template());
    }

    @PostMapping("/desk/officers/roster")
    ModelAndView upload(Officer officer, @RequestParam MultipartFile file) throws IOException {
        officer.mustAdministrate();
        try {
            if (file.getSize() > LARGEST) {
                throw Refusal.invalid("文件超过5MB，不是一份名册。");
            }
            return Redirect.to("/desk/officers/roster/" + rosters.keep(RosterSheet.read(file.getBytes()), officer));
        } catch (Refusal refusal) {
            var page = new ModelAndView("office/rosterFaults", Map.of("refusal", refusal));
            page.setStatus(HttpStatus.valueOf(refusal.reason().status()));
            return page;
        }
    }

    @GetMapping("/desk/officers/roster/{id}")
    ModelAndView show(Officer officer, @PathVariable UUID id) {
        return page(Notice.NONE, id, List.of(), officer);
    }

    /** The one-time passwords are in this answer and nowhere else. */
    @PostMapping("/desk/officers/roster/{id}/accounts")
    ModelAndView confirmAccounts(Officer officer, @PathVariable UUID id) {
        var opened = new ArrayList<Roster.Opened>();
        var notice = Notice.of("账号已按名册办理。", () -> opened.addAll(rosters.confirmAccounts(id, officer)));
        return page(notice, id, opened, officer);
    }

    @PostMapping("/desk/officers/roster/{id}/posts")
    ModelAndView confirmPosts(Officer officer, @PathVariable UUID id) {
        return page(Notice.of("岗位已按名册办理。", () -> rosters.confirmPosts(id, officer)), id, List.of(), officer);
    }

    private ModelAndView page(Notice notice, UUID id, List<Roster.Opened> opened, Officer officer) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("plan", rosters.plan(id, officer));
        model.put("id", id.toString());
        model.put("opened", opened);
        model.put("me", officer);
        model.put("names", offices.all().stream().collect(Collectors.toMap(Office::id, Office::name)));
        return notice.on("office/roster", model);
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(XLSX).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").body(bytes);
    }
}
