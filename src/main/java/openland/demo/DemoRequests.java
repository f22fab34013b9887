package openland.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openland.base.Time;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Offices;
import openland.request.ApplicantKind;
import openland.request.Channel;
import openland.request.Consultation;
import openland.request.Consulting;
import openland.request.Delivery;
import openland.request.FilingRequests;
import openland.request.InformationRequest;
import openland.request.MovingRequests;
import openland.request.NewFiling;
import openland.request.ReplyDraft;
import openland.request.Replying;
import openland.request.RequestDesk;
import openland.request.RequestDesks;
import openland.request.RequestMove;
import openland.request.Stated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people have asked the demonstration's offices for (依申请公开), each in one transaction: what was filed is not filed again. */
@Component
class DemoRequests {

    private final FilingRequests filing;
    private final MovingRequests moving;
    private final Consulting consulting;
    private final Replying replying;
    private final RequestDesks desks;
    private final Offices offices;
    private final DemoOfficers officers;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    DemoRequests(FilingRequests filing, MovingRequests moving, Consulting consulting, Replying replying, RequestDesks desks, Offices offices,
            DemoOfficers officers, InstantSource time, TransactionTemplate transaction) {
        this.filing = filing;
        this.moving = moving;
        this.consulting = consulting;
        this.replying = replying;
        this.desks = desks;
        this.offices = offices;
        this.officers = officers;
        this.time = time;
        this.transaction = transaction;
    }

    void file() {
        desk(DemoOffices.COUNTY, "QHSQ", "青禾县文昌街道望江路18号", "青禾县人民政府", "青禾县人民法院");
        desk(DemoOffices.CITY, "YXSQ", "云溪市滨湖大道66号", "云溪市人民政府", "云溪市中级人民法院");
        int n = 0;
        for (var declared : declared()) {
            var key = "demo-request-" + ++n;
            transaction.executeWithoutResult(_ -> file(declared, key));
        }
    }

    private void desk(String code, String word, String address, String review, String court) {
        var office = offices.byCode(code).orElseThrow();
        if (!desks.isSet(office.id())) {
            desks.set(new RequestDesk(office.id(), "办公室（政务公开办公室）", address, "243000", "0555-0012336", "0555-0012337", "", "工作日8:30—17:30", review,
                    court, "本级人民政府网站“行政复议网上申请”栏目", true, false, 20, word), officers.of("head", code));
        }
    }

    private void file(JsonNode declared, String key) {
        var code = declared.get("office").asString();
        var office = offices.byCode(code).orElseThrow();
        var who = new NewFiling.Who(ApplicantKind.valueOf(declared.get("kind").asString()), declared.get("name").asString(), "", declared.get("phone").asString(),
                "", "", "", "");
        var form = new NewFiling(office.id(), who, Channel.valueOf(declared.get("channel").asString()), day(declared),
                List.of(NewFiling.Ask.of(declared.get("asked").asString())), "纸质", "当面领取", "", false, key);
        var filed = filing.file(form, officers.of("desk", code));
        if (filed.isNew()) {
            var one = filed.requests().getFirst();
            declared.path("steps").forEach(step -> step(one, step, code));
            if (declared.has("reply")) {
                reply(one, declared.get("reply"), code, office);
            }
        }
    }

    private void step(InformationRequest one, JsonNode step, String code) {
        if (step.has("assign")) {
            move(one, RequestMove.ASSIGN, step, "", Map.of("unit", step.get("assign").asString()), officers.of("desk", code));
        } else if (step.has("confirm")) {
            move(one, RequestMove.CONFIRM, step, step.get("confirm").asString(), Map.of(), officers.of("desk", code));
        } else if (step.has("correct")) {
            move(one, RequestMove.ASK_CORRECTION, step, step.get("correct").asString(), Map.of("by", day(step).plusDays(20).toString()), officers.of("desk", code));
        } else if (step.has("extend")) {
            move(one, RequestMove.EXTEND, step, step.get("extend").asString(), Map.of("days", step.get("days").asString()), officers.of("leader", code));
        } else {
            consulting.ask(new Consulting.Asking(one.id(), Consultation.Kind.valueOf(step.get("kind").asString()), step.get("consult").asString(), "", "",
                    step.get("about").asString(), day(step)), officers.of("desk", code));
        }
    }

    private void move(InformationRequest one, RequestMove move, JsonNode step, String remark, Map<String, String> detail, Officer by) {
        moving.move(new MovingRequests.Wanted(one.id(), move, day(step), remark, detail), by);
    }

    private void reply(InformationRequest one, JsonNode reply, String code, Office office) {
        var said = new HashMap<Stated, String>();
        reply.get("say").properties().forEach(each -> said.put(Stated.valueOf(each.getKey()), each.getValue().asString()));
        var draft = ReplyDraft.of(reply.get("type").asString(), null, said);
        var desk = officers.of("desk", code);
        replying.draft(one.id(), draft, desk);
        if (reply.path("at-once").asBoolean()) {
            replying.signAtOnce(one.id(), desk);
        } else {
            replying.submit(one.id(), desk);
            replying.pass(one.id(), "", officers.of("secrecy", code));
            replying.pass(one.id(), "", officers.of("leader", code));
            replying.sign(one.id(), officers.of("head", code));
        }
        replying.deliver(one.id(), new Delivery(Delivery.Way.HAND, null, office.name() + "窗口，申请人签收"), desk);
    }

    private LocalDate day(JsonNode declared) {
        return Time.dateOf(time.instant()).minusDays(declared.get("ago").asInt());
    }

    private static List<JsonNode> declared() {
        try (var file = DemoRequests.class.getResourceAsStream("/demo/requests.yaml")) {
            return List.copyOf(new YAMLMapper().readTree(file).values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
