package openland;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.CaseMove;
import openland.casework.MovingDuties;
import openland.casework.OpeningDuties;
import openland.casework.Then;
import openland.casework.Trigger;
import openland.catalogue.Packs;
import openland.disclosure.Disclosures;
import openland.disclosure.Dossiers;
import openland.drafting.Attaching;
import openland.drafting.DraftStatus;
import openland.drafting.Draftroom;
import openland.drafting.Drafting;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.drafting.State;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Roster;
import openland.office.Rosters;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pieces and drafts of the demonstration's county for the pages that the demonstration alone does not show. */
record LookPieces(ApplicationContext program, UUID amendedPiece, UUID withdrawnPiece, UUID draftId, UUID penaltyId, UUID tableId, UUID reviewId, String file) {
    static final String PENALTIES = "/catalogue/enforcement.penalty-decision";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COUNTY = "DEMO349821";
    private static final String ITEM = "policy.normative-document";
    private static final String TITLE = "青禾县地下水监测井管护办法";
    private static final String NUMBER = "青自然资规〔2026〕77号";
    private static final String TEXT = """
            第一条　为管护地下水监测井，保证监测数据连续可靠，制定本办法。
            第二条　监测井周围五米内不得堆放物料、停放车辆。
            第三条　管护人员每月巡查一次，发现损坏的，应当在%s日内修复。
            第四条　本办法自2026年12月1日起施行。""";

    static LookPieces in(ApplicationContext program) {
        var empty = new UUID(0, 0);
        var tools = new LookPieces(program, empty, empty, empty, empty, empty, empty, "");
        var piece = tools.publish(document(TITLE, NUMBER, TEXT.formatted("十")));
        tools.publish(document(TITLE, NUMBER, TEXT.formatted("七")).put("amends", piece.toString()));
        var review = tools.save(document(TITLE, NUMBER, TEXT.formatted("三") + "\n联系电话：0555-7012318")
                .put("amends", piece.toString()));
        tools.move(review, Move.SUBMIT, "drafter");
        var withdrawn = tools.publish(document("青禾县采石场复绿验收办法", "青自然资规〔2026〕78号", TEXT.formatted("九")));
        program.getBean(openland.disclosure.Withdrawing.class)
                .withdraw(withdrawn, tools.officer("leader"), "所依据的文件已经废止，本办法不再执行。", "", false);
        var draft = tools.save(document("青禾县土地整治项目资金管理办法", "青自然资规〔2026〕79号",
                TEXT.formatted("五") + "\n联系人手机13800138000，身份证号码110101199003074514。").put("producedOn", ""));
        var penalty = tools.save(document("", "", "").put("item", "enforcement.penalty-decision"));
        var table = tools.save(document("青禾县2026年第一批次征地补偿费支付情况", "", "").put("item", "expropriation.compensation-payment"));
        return new LookPieces(program, piece, withdrawn, draft, penalty, table, review, "/desk/drafts/" + draft + "/files/" + tools.attach(draft));
    }

    /** A request of the demonstration, by what is asked for. */
    openland.request.InformationRequest request(String asked) {
        var id = program.getBean(org.springframework.jdbc.core.simple.JdbcClient.class).sql("select id from request_request where asked = :asked")
                .param("asked", asked).query(UUID.class).single();
        return program.getBean(openland.request.Requests.class).byId(id).orElseThrow();
    }

    String code(openland.request.InformationRequest one) {
        var requests = program.getBean(openland.request.Requests.class);
        return requests.code(requests.filing(one)).text();
    }

    private static ObjectNode document(String title, String number, String body) {
        return JSON.createObjectNode().put("item", ITEM).put("office", COUNTY).put("title", title).put("documentNumber", number)
                .put("producedOn", "2026-11-20").put("category", "地质环境").put("genre", "规范性文件").put("medium", "网站")
                .put("validity", "有效").put("body", body);
    }

    private UUID save(ObjectNode content) {
        var id = UUID.randomUUID();
        program.getBean(Drafting.class).save(id, content, officer("drafter"));
        return id;
    }

    /** A text file. @return its SHA-256 */
    private String attach(UUID draft) {
        var text = new ByteArrayInputStream(TEXT.formatted("六").getBytes(StandardCharsets.UTF_8));
        return program.getBean(Attaching.class).attach(draft, "资金管理办法.txt", text, officer("drafter")).draft().content().attachments().getFirst().sha256();
    }

    private UUID publish(ObjectNode content) {
        var id = save(content);
        var status = move(id, Move.SUBMIT, "drafter");
        while (status.draft().state() != State.PUBLISHED) {
            status = onward(id);
        }
        return status.draft().disclosure();
    }

    private DraftStatus onward(UUID id) {
        for (var name : new String[] {"drafter", "secrecy", "leader", "head"}) {
            var forward = program.getBean(Draftroom.class).look(id, officer(name)).forward();
            if (forward.isPresent()) {
                return move(id, forward.get(), name);
            }
        }
        throw new IllegalStateException("Nobody can move " + id);
    }

    private DraftStatus move(UUID id, Move move, String officer) {
        return program.getBean(Moving.class).move(id, move, move == Move.ANSWER ? "没有意见。" : "", officer(officer));
    }

    private Officer officer(String name) {
        return program.getBean(Officers.class).byName(name).orElseThrow();
    }

    /** The page of the demonstration's piece with these words in its title. */
    String demo(String words) {
        return program.getBean(Disclosures.class).list(null, null, null, 100).items().stream()
                .filter(piece -> piece.title().contains(words)).map(piece -> "/disclosures/" + piece.id()).findFirst().orElseThrow();
    }

    String amended() {
        return "/disclosures/" + amendedPiece;
    }

    String withdrawn() {
        return "/disclosures/" + withdrawnPiece;
    }

    String draft() {
        return "/desk/drafts/" + draftId;
    }

    String penaltyDraft() {
        return "/desk/drafts/" + penaltyId;
    }

    String tableDraft() {
        return "/desk/drafts/" + tableId;
    }

    /** The page of the demonstration's first published table. */
    String rows() {
        var disclosures = program.getBean(Disclosures.class);
        return disclosures.list(null, null, null, 100).items().stream().flatMap(piece -> disclosures.current(piece.id()).stream())
                .flatMap(edition -> edition.projection().fields().stream().filter(field -> field.type().equals("table"))
                        .map(field -> "/disclosures/" + edition.disclosure() + "/editions/" + edition.number() + "/tables/" + field.name()))
                .findFirst().orElseThrow();
    }

    /** The page of a published file. */
    String publishedFile() {
        var id = save(document("青禾县监测井名录", "青自然资规〔2026〕80号", TEXT.formatted("八")));
        var file = attach(id);
        var status = move(id, Move.SUBMIT, "drafter");
        while (status.draft().state() != State.PUBLISHED) {
            status = onward(id);
        }
        return "/disclosures/" + status.draft().disclosure() + "/editions/1/files/" + file + "/view";
    }

    /** The page of a pack that waits: the one of the guide. */
    String waitingPack() {
        try {
            var guide = Files.readString(Path.of("docs/add-an-item.md"));
            int from = guide.indexOf("```yaml\n") + 8;
            var yaml = guide.substring(from, guide.indexOf("```\n", from));
            return "/desk/packs/" + program.getBean(Packs.class).propose(yaml, "按新的公开办法增加", officer("sysadmin-ministry")).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of an uploaded list of officers. */
    String roster() {
        var rows = List.of(new Roster.Row(2, "new-drafter", "新来的人", COUNTY, "拟稿岗", "在用"), new Roster.Row(3, "secrecy", "保密审查岗", COUNTY, "保密审查岗", "停用"));
        return "/desk/officers/roster/" + program.getBean(Rosters.class).keep(rows, officer("sysadmin"));
    }

    /** The page of a duty whose clock was stopped for a while, and a candidate beside it. */
    String duty() {
        var county = program.getBean(Offices.class).byCode(COUNTY).orElseThrow().id();
        var item = PENALTIES.substring("/catalogue/".length());
        program.getBean(Candidates.class).found(new Candidates.Noticed(county, item, "青自然资罚〔2026〕58号", "", null, "前后两号都已公开。",
                Candidate.Source.GAP, "青自然资罚〔2026〕"));
        var id = program.getBean(OpeningDuties.class).open(Trigger.ofItem(county, item, LocalDate.of(2026, 11, 2), "青自然资罚〔2026〕59号", "越界开采",
                Trigger.Source.OFFICER), officer("drafter")).duty().id();
        Then.move(program, LocalDate.of(2026, 11, 4), new MovingDuties.Wanted(id, CaseMove.PAUSE, "征求上级机关意见。", LocalDate.of(2026, 11, 4), 0), officer("leader"));
        Then.move(program, LocalDate.of(2026, 11, 9), new MovingDuties.Wanted(id, CaseMove.RESUME, "收到答复。", LocalDate.of(2026, 11, 9), 0), officer("leader"));
        return "/desk/duties/" + id;
    }

    /** The page of the demonstration's newest dossier. */
    String dossier() {
        return "/dossiers/" + program.getBean(Dossiers.class).list(null, "", null, 1).items().getFirst().id();
    }

    /** All pieces of its first stage that has some. */
    String stage() {
        var dossiers = program.getBean(Dossiers.class);
        var dossier = dossiers.find(dossiers.list(null, "", null, 1).items().getFirst().id()).orElseThrow();
        return dossier() + "/pieces?stage=" + dossier.steps().stream().filter(step -> !step.papers().isEmpty()).findFirst().orElseThrow().stage();
    }

    String review() {
        return "/desk/drafts/" + reviewId;
    }

    String item() {
        return "/catalogue/" + ITEM;
    }

    String office() {
        return "/offices/" + COUNTY;
    }
}
