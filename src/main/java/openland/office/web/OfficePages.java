package openland.office.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import openland.base.Refusal;
import openland.base.Time;
import openland.office.Level;
import openland.office.NewOffice;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The offices that a 系统管理员 looks after (机构管理). */
@Controller
@RequestMapping("/desk/offices")
class OfficePages {
    private final Offices offices;
    private final Officers officers;
    private final InstantSource time;

    OfficePages(Offices offices, Officers officers, InstantSource time) {
        this.offices = offices;
        this.officers = officers;
        this.time = time;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, Notice.NONE);
    }

    @PostMapping
    ModelAndView create(Officer officer, @RequestParam String code, @RequestParam String name, @RequestParam String level,
            @RequestParam String region, @RequestParam String parent, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return page(officer, Notice.of("已建立机构“" + name.strip() + "”。", () -> {
            var rank = Level.of(level).orElseThrow(() -> Refusal.invalid("请选择机构层级。"));
            offices.create(new NewOffice(code, name, rank, region, id(parent)), from, officer);
        }));
    }

    @PostMapping("/{id}/rename")
    ModelAndView rename(Officer officer, @PathVariable UUID id, @RequestParam String name, @RequestParam String code,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return page(officer, Notice.of("已更名，自" + on + "起。", () -> offices.rename(id, name, code, on, officer)));
    }

    @PostMapping("/{id}/move")
    ModelAndView move(Officer officer, @PathVariable UUID id, @RequestParam String parent,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return page(officer, Notice.of("已划转，自" + on + "起。", () -> offices.move(id, id(parent), on, officer)));
    }

    @PostMapping("/{id}/succeed")
    ModelAndView succeed(Officer officer, @PathVariable UUID id, @RequestParam String successor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return page(officer, Notice.of("已撤销，职责自" + on + "起由承接机构行使。", () -> offices.succeed(id, id(successor), on, officer)));
    }

    private UUID id(String code) {
        return offices.byCode(code).map(Office::id).orElseThrow(() -> Refusal.invalid("没有代码为“" + code.strip() + "”的机构。"));
    }

    private ModelAndView page(Officer officer, Notice notice) {
        officer.mustHold(Post.SYSADMIN);
        var reached = officers.administered(officer, Set.of(Post.SYSADMIN));
        List<Office> mine = offices.all().stream().filter(office -> reached.contains(office.id())).toList();
        var names = new HashMap<UUID, String>();
        offices.all().forEach(office -> names.put(office.id(), office.name()));
        return notice.on("office/offices", Map.of("offices", mine, "names", names, "today", Time.dateOf(time.instant())));
    }
}
