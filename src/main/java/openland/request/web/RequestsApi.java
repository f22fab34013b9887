package openland.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import openland.base.Keyset;
import openland.base.Refusal;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.ApplicantKind;
import openland.request.Channel;
import openland.request.FilingRequests;
import openland.request.InformationRequest;
import openland.request.MovingRequests;
import openland.request.NewFiling;
import openland.request.RequestBook;
import openland.request.RequestMove;
import openland.request.RequestSight;
import openland.request.Requests;
import openland.request.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Information requests for programs of the office: intake systems, dashboards. Every call may be repeated. */
@RestController
@RequestMapping("/api/v1/requests")
@Tag(name = "requests", description = "依申请公开：台账、登记、办理（需要令牌）")
class RequestsApi {
    private static final int USUAL = 100;

    private final RequestBook book;
    private final Requests requests;
    private final RequestSight sight;
    private final FilingRequests filing;
    private final MovingRequests moving;
    private final Offices offices;

    RequestsApi(RequestBook book, Requests requests, RequestSight sight, FilingRequests filing, MovingRequests moving, Offices offices) {
        this.book = book;
        this.requests = requests;
        this.sight = sight;
        this.filing = filing;
        this.moving = moving;
        this.offices = offices;
    }

    @GetMapping
    @Operation(summary = "台账，新的在前：office（代码，缺省为自己任职的机构）、stage、year（收到的年份）、after、limit")
    Keyset<RequestJson> list(@RequestParam @Nullable String office, @RequestParam @Nullable String stage, @RequestParam @Nullable Integer year,
            @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit, Officer officer) {
        if (year != null && (year < 2008 || year > 2099)) {
            throw Refusal.invalid("year应在2008到2099之间。");
        }
        var names = new HashMap<UUID, String>();
        offices.all().forEach(one -> names.put(one.id(), one.code()));
        var asked = new RequestBook.Asked(office == null ? null : office(office).id(), stage == null ? null : stage(stage), year, after, Keyset.limit(limit, USUAL));
        return book.page(asked, officer).map(one -> RequestJson.listed(one, names.getOrDefault(one.office(), "")));
    }

    @GetMapping("/{id}")
    @Operation(summary = "一件申请：阶段、期限和推算过程derivation、经过events；申请人只给窗口岗和领导")
    RequestJson one(@PathVariable UUID id, Officer officer) {
        return whole(sight.see(id, officer), officer);
    }

    private RequestJson whole(InformationRequest one, Officer officer) {
        boolean knows = sight.sees(new RequestSight.Viewer.AnOfficer(officer), RequestSight.Part.APPLICANT, one, null);
        return RequestJson.of(one, offices.byId(one.office()).map(Office::code).orElse(""), requests.answer(one).orElse(null), requests.events(one.id()),
                knows ? requests.applicant(requests.filing(one)) : null);
    }

    /** @param paper number of the identity paper or credit code; only its digest is kept */
    record ApplicantInput(@Nullable String kind, @Nullable String name, @Nullable String contact, @Nullable String phone, @Nullable String mail,
            @Nullable String address, @Nullable String postcode, @Nullable String paper) {}

    /** @param clientKey chosen by the sender: the same one again is the same filing */
    record FilingInput(@Nullable String clientKey, @Nullable String office, @Nullable ApplicantInput applicant, @Nullable String channel, @Nullable String arrivedOn,
            @Nullable List<String> asks, @Nullable String form, @Nullable String delivery, @Nullable String help, @Nullable Boolean oral) {}

    /** @param code the query code, which the applicant needs besides a number */
    record FiledJson(UUID filing, String code, List<RequestJson> requests) {}

    @PostMapping
    @Operation(summary = "登记一张申请表：{clientKey, office, applicant{kind, name, phone, …}, channel, arrivedOn, asks, form, delivery}；新的201，同一clientKey再来200，答复相同")
    ResponseEntity<FiledJson> file(@RequestBody FilingInput input, Officer officer) {
        var filed = filing.file(filing(input), officer);
        var code = offices.byId(filed.filing().office()).map(Office::code).orElse("");
        var body = new FiledJson(filed.filing().id(), filed.code().text(), filed.requests().stream().map(one -> RequestJson.listed(one, code)).toList());
        return filed.isNew() ? ResponseEntity.created(URI.create("/api/v1/requests/" + filed.requests().getFirst().id())).body(body) : ResponseEntity.ok(body);
    }

    private NewFiling filing(FilingInput input) {
        var applicant = input.applicant();
        var asks = input.asks();
        if (applicant == null || asks == null || input.office() == null || input.clientKey() == null) {
            throw Refusal.invalid("请写明clientKey、office、applicant和asks。");
        }
        var kind = ApplicantKind.of(text(applicant.kind())).orElseThrow(() -> Refusal.invalid("applicant.kind应是" + names(ApplicantKind.values()) + "之一。"));
        var channel = Channel.of(text(input.channel())).orElseThrow(() -> Refusal.invalid("channel应是" + names(Channel.values()) + "之一。"));
        var who = new NewFiling.Who(kind, text(applicant.name()), text(applicant.contact()), text(applicant.phone()), text(applicant.mail()), text(applicant.address()),
                text(applicant.postcode()), text(applicant.paper()));
        return new NewFiling(office(input.office()).id(), who, channel, day(text(input.arrivedOn()), "arrivedOn"), asks.stream().map(RequestsApi::text).map(NewFiling.Ask::of).toList(),
                text(input.form()), text(input.delivery()), text(input.help()), Boolean.TRUE.equals(input.oral()), input.clientKey());
    }

    /** @param on today without it */
    record MoveInput(@Nullable String move, @Nullable String on, @Nullable String remark, @Nullable Map<String, String> detail) {}

    @PostMapping("/{id}/moves")
    @Operation(summary = "办一步：{move, on, remark, detail}；刚办过的同一步再来，答复相同。拟稿、审核、签发、送达在工作台办")
    RequestJson move(@PathVariable UUID id, @RequestBody MoveInput input, Officer officer) {
        sight.see(id, officer);
        var move = RequestMove.of(text(input.move())).orElseThrow(() -> Refusal.invalid("请写明move："
                + String.join("、", Arrays.stream(RequestMove.values()).map(RequestMove::code).toList()) + "。"));
        var on = text(input.on()).isBlank() ? null : day(text(input.on()), "on");
        var detail = input.detail();
        return whole(moving.move(new MovingRequests.Wanted(id, move, on, text(input.remark()), detail == null ? Map.of() : withoutNulls(detail)), officer), officer);
    }

    private static Map<String, String> withoutNulls(Map<String, String> detail) {
        var kept = new HashMap<>(detail);
        kept.values().removeIf(java.util.Objects::isNull);
        return kept;
    }

    private static LocalDate day(String text, String name) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid(name + "写成2026-11-23这样的日期。");
        }
    }

    private Office office(String code) {
        return offices.byCode(code).orElseThrow(() -> Refusal.invalid("没有这个代码的机构。"));
    }

    private static Stage stage(String name) {
        return Stream.of(Stage.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst().orElseThrow(() -> Refusal.invalid("stage应是" + names(Stage.values()) + "之一。"));
    }

    private static String names(Enum<?>[] values) {
        return String.join("、", Stream.of(values).map(Enum::name).toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
