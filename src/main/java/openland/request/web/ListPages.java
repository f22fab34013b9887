package openland.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import openland.base.Keyset;
import openland.casework.Nearness;
import openland.form.Sheet;
import openland.journal.Act;
import openland.journal.Journal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.page.Downloads;
import openland.request.Channel;
import openland.request.FilingRequests;
import openland.request.ListQuery.Near;
import openland.request.ListingRequests;
import openland.request.ListingRequests.Count;
import openland.request.ListingRequests.Line;
import openland.request.ReplyType;
import openland.request.ReplyTypes;
import openland.request.RequestDesks;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The book of requests (申请台账): what is open by its last day, what was closed by year. */
@Controller
public class ListPages {
    private static final int PAGE = 50;
    private static final int MOST = 10_000;
    private static final List<String> HEADS = List.of("编号", "收到申请之日", "渠道", "申请人类别", "申请人", "所需政府信息", "办理阶段", "承办单位", "承办人", "答复期限", "还有多久", "答复类型", "办结之日",
            "是否按期", "计入的工作日", "不计入的工作日");

    private final ListingRequests listing;
    private final ReplyTypes types;
    private final Nearness nearness;
    private final Offices offices;
    private final Downloads downloads;
    private final Journal journal;

    ListPages(ListingRequests listing, ReplyTypes types, Nearness nearness, Offices offices, Downloads downloads, Journal journal) {
        this.listing = listing;
        this.types = types;
        this.nearness = nearness;
        this.offices = offices;
        this.downloads = downloads;
        this.journal = journal;
    }

    /** @param near null for closed ones and while no time runs, @param ended how it was answered; empty while open */
    public record Row(Line line, Nearness.@Nullable Near near, String ended) {}

    /** A filter with its choices. @param value what stands in the address */
    public record Facet(String name, String head, List<Choice> choices) {}

    /** One of them. */
    public record Choice(String value, String label, long count) {}

    /**
     * The page.
     *
     * @param desk office whose settings this officer sets; null for whoever leads none
     */
    public record Listed(ListAsked asked, Keyset<Row> rows, Map<Near, Long> board, List<Facet> facets, List<Integer> years, boolean mayFile,
            boolean mayNameApplicants, @Nullable UUID desk) {
        public long open() {
            return board.values().stream().mapToLong(Long::longValue).sum();
        }

        public long at(Near near) {
            return Objects.requireNonNullElse(board.get(near), 0L);
        }
    }

    @GetMapping("/desk/requests")
    ModelAndView list(@RequestParam Map<String, String> parameters, Officer officer) {
        var seen = listing.mustSee(officer);
        var asked = ListAsked.of(parameters);
        var rows = listing.lines(asked.query(seen), parameters.get("after"), PAGE, officer).map(this::row);
        return new ModelAndView("request/list", Map.of("listed", new Listed(asked, rows, listing.board(seen), facets(listing.counts(seen)), listing.years(seen),
                seen.stream().anyMatch(office -> officer.holdsOneOf(FilingRequests.ENTERING, office)),
                rows.items().stream().anyMatch(row -> !row.line().applicant().isEmpty()),
                seen.stream().filter(office -> officer.holdsOneOf(RequestDesks.SETTERS, office)).findFirst().orElse(null))));
    }

    private Row row(Line line) {
        var one = line.request();
        var reply = one.reply();
        var due = line.dueOn();
        var near = due == null || !one.stage().isOpen() ? null : nearness.on(due, region(one.office()));
        return new Row(line, near, reply == null || one.stage().isOpen() ? "" : name(reply));
    }

    private String name(String reply) {
        return types.all().stream().filter(type -> type.code().equals(reply)).findFirst().map(ReplyType::name).orElse(reply);
    }

    private String region(UUID office) {
        return offices.byId(office).map(Office::region).orElse("");
    }

    private static List<Facet> facets(List<Count> counts) {
        return List.of(facet("stage", "阶段", counts), facet("unit", "承办单位", counts), facet("handler", "承办人", counts), facet("channel", "渠道", counts)).stream()
                .filter(facet -> !facet.choices().isEmpty()).toList();
    }

    private static Facet facet(String what, String head, List<Count> counts) {
        return new Facet(what, head, counts.stream().filter(count -> count.what().equals(what) && !count.value().isEmpty())
                .map(count -> new Choice(count.value(), label(what, count), count.count())).toList());
    }

    private static String label(String what, Count count) {
        return switch (what) {
            case "stage" -> Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(count.value())).findFirst().map(Stage::label).orElse(count.value());
            case "channel" -> Channel.of(count.value()).map(Channel::label).orElse(count.value());
            case "handler" -> count.label();
            default -> count.value();
        };
    }

    @GetMapping("/desk/requests.xlsx")
    void xlsx(@RequestParam Map<String, String> parameters, Officer officer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sheet = sheet(parameters, officer, "xlsx");
        downloads.send("申请台账", Downloads.Form.XLSX, request, response, sheet::xlsx);
    }

    @GetMapping("/desk/requests.csv")
    void csv(@RequestParam Map<String, String> parameters, Officer officer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sheet = sheet(parameters, officer, "csv");
        downloads.send("申请台账", Downloads.Form.CSV, request, response, sheet::csv);
    }

    /** Ten thousand rows at most; the journal knows who took how many. */
    private Sheet sheet(Map<String, String> parameters, Officer officer, String form) {
        var seen = listing.mustSee(officer);
        var query = ListAsked.of(parameters).query(seen);
        var rows = new ArrayList<List<@Nullable Object>>();
        String after = null;
        do {
            var page = listing.lines(query, after, Keyset.MOST, officer);
            page.items().forEach(line -> rows.add(cells(row(line))));
            after = page.next();
        } while (after != null && rows.size() < MOST);
        journal.recordAlone(new Act("request.list-exported", officer.id(), first(seen), "", Map.of("form", form, "rows", rows.size())));
        return new Sheet("申请台账", HEADS, rows);
    }

    private static UUID first(Collection<UUID> seen) {
        return seen.iterator().next();
    }

    private static List<@Nullable Object> cells(Row row) {
        var line = row.line();
        var one = line.request();
        var near = row.near();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(one.number());
        cells.add(one.receivedOn());
        cells.add(one.channel().label());
        cells.add(one.applicantKind().label());
        cells.add(line.applicant());
        cells.add(one.asked());
        cells.add(one.stage().label());
        cells.add(one.unit());
        cells.add(line.handledBy());
        cells.add(line.dueOn());
        cells.add(near == null ? null : near.left());
        cells.add(row.ended());
        cells.add(one.closedOn());
        cells.add(one.inTime() == null ? null : one.inTime() ? "按期" : "逾期");
        cells.add(one.countedDays());
        cells.add(one.excludedDays());
        return cells;
    }
}
