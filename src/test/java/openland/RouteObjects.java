package openland;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import openland.base.Time;
import openland.casework.Candidate;
import openland.casework.Candidates;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.catalogue.Catalogue;
import openland.catalogue.Examples;
import openland.catalogue.Rules;
import openland.disclosure.Disclosures;
import openland.disclosure.Dossiers;
import openland.disclosure.Piece;
import openland.drafting.Draftroom;
import openland.drafting.Attaching;
import openland.drafting.Drafting;
import openland.drafting.Moving;
import openland.files.fixed.Scans;
import openland.form.PublicMode;
import openland.office.Enrolling;
import openland.office.Granting;
import openland.office.Level;
import openland.office.NewOffice;
import openland.office.NewOfficer;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Offices;
import openland.office.Post;
import openland.request.ApplicantKind;
import openland.request.Channel;
import openland.request.FilingRequests;
import openland.request.ImportingBooks;
import openland.request.NewFiling;
import openland.request.Paper;
import openland.request.Papers;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the routes of the matrix are about: things of the demonstration's county office, and a second county beside it. */
final class RouteObjects {
    static final String COUNTY = "DEMO349821";
    private static final String CONTENT = """
            {"item": "general.document", "office": "DEMO349821", "title": "%s", "documentNumber": "青自然资〔2026〕%d号",
             "producedOn": "2026-11-20", "category": "土地供应", "genre": "计划", "medium": "网站", "body": "附表随文公开。"}""";

    private static final Map<ApplicationContext, RouteObjects> MADE = new HashMap<>();

    private final ApplicationContext context;
    private final Officers officers;
    private final Offices offices;
    private final Map<String, String> names = new HashMap<>();

    /** Those of this context, made once. */
    static synchronized RouteObjects of(ApplicationContext context, String password) throws Exception {
        if (!MADE.containsKey(context)) {
            MADE.put(context, new RouteObjects(context, password));
        }
        return MADE.get(context);
    }

    private RouteObjects(ApplicationContext context, String password) throws Exception {
        this.context = context;
        this.officers = context.getBean(Officers.class);
        this.offices = context.getBean(Offices.class);
        secondCounty(password);
        var county = offices.byCode(COUNTY).orElseThrow();
        names.putAll(Map.of("code", COUNTY, "officeId", county.id().toString(), "password", password));
        for (var officer : List.of("drafter", "sysadmin", "secadmin")) {
            names.put(officer, officer(officer).id().toString());
        }
        pieces();
        names.put("dossier", context.getBean(Dossiers.class).list(null, "", null, 1).items().getFirst().id().toString());
        names.put("draft", draft("").toString());
        table();
        duties();
        marks();
        requests();
        book();
    }

    /** An old book that waits for a leader. */
    private void book() {
        var office = offices.byCode(COUNTY).orElseThrow().id();
        names.put("book", context.getBean(ImportingBooks.class).upload(office, "旧台账.csv", "编号,收到日期,申请内容\n矩阵1,2018-03-05,石桥村征地公告\n".getBytes(StandardCharsets.UTF_8),
                officer("importer")).id().toString());
    }

    /** A request with a paper that may be given in part. */
    private void marks() throws Exception {
        var desk = officer("desk");
        var who = new NewFiling.Who(ApplicantKind.PERSON, "周敏", "", "13900000000", "", "", "", "");
        var day = Time.dateOf(context.getBean(InstantSource.class).instant());
        var form = new NewFiling(offices.byCode(COUNTY).orElseThrow().id(), who, Channel.COUNTER, day, List.of(NewFiling.Ask.of("柳河镇石桥村的征地批复")), "电子文件", "当面", "", false, null);
        var request = context.getBean(FilingRequests.class).file(form, desk).requests().getFirst().id();
        names.put("markRequest", request.toString());
        for (var name : List.of("markPaper", "markUnmade")) {
            names.put(name, context.getBean(Papers.class).addFromDesk(new Papers.NewPaper(request, Paper.Role.ORIGINAL, name + ".pdf", null, "", desk.id()),
                    new ByteArrayInputStream(Scans.harmlessPdf()), desk).id().toString());
        }
    }

    /** A request that somebody handed in at the counter. */
    private void requests() {
        var office = offices.byCode(COUNTY).orElseThrow();
        var who = new NewFiling.Who(ApplicantKind.PERSON, "周敏", "", "13900000000", "", "", "", "");
        var filed = context.getBean(FilingRequests.class).file(new NewFiling(office.id(), who, Channel.COUNTER, Time.dateOf(context.getBean(InstantSource.class).instant()),
                List.of(NewFiling.Ask.of("石桥村征地补偿费分配表")), "", "", "", false, null), officer("desk"));
        var one = filed.requests().getFirst();
        names.put("filing", filed.filing().id().toString());
        names.put("request", one.id().toString());
        names.put("requestCase", one.caseId().toString());
    }

    /** A duty and a candidate of whichever item has a day. */
    private void duties() {
        var office = offices.byCode(COUNTY).orElseThrow();
        var day = LocalDate.of(2026, 3, 2);
        var item = context.getBean(Rules.class).inForce(office, day).stream().filter(one -> one.ofItemsRule() && one.rule().kind().canBeMissed()
                && one.item() != null).findFirst().orElseThrow().item();
        names.put("dutyItem", item);
        names.put("duty", context.getBean(OpeningDuties.class).open(Trigger.ofItem(office.id(), item, day, "矩阵1号", "", Trigger.Source.OFFICER), officer("drafter"))
                .duty().id().toString());
        names.put("candidate", context.getBean(Candidates.class).found(new Candidates.Noticed(office.id(), item, "矩阵2号", "", null, "前后两号都已公开。",
                Candidate.Source.GAP, "矩阵")).id().toString());
    }

    /** Names in braces of {@code routes.tsv} and what they stand for when {@code reader} asks. */
    Map<String, String> namesFor(String reader) {
        var all = new HashMap<>(names);
        all.put("reader", reader);
        all.put("own", officers.byName(reader).flatMap(officer -> offices.byId(officer.office())).map(Office::code).orElse(COUNTY));
        return all;
    }

    Officer officer(String name) {
        return officers.byName(name).orElseThrow();
    }

    String name(String name) {
        return names.get(name);
    }

    /** Administrators reach all offices below their own; a foreign one must come from beside. */
    private void secondCounty(String password) {
        var sysadmin = officer("sysadmin-ministry");
        var city = offices.byCode("DEMO3498").orElseThrow();
        var office = offices.create(new NewOffice("DEMO349822", "白果县自然资源局", Level.COUNTY, "349822", city.id()),
                Time.dateOf(context.getBean(InstantSource.class).instant()), sysadmin);
        for (var post : List.of(Post.SYSADMIN, Post.SECADMIN)) {
            var name = post.name().toLowerCase(java.util.Locale.ROOT) + "-beside";
            var id = context.getBean(Enrolling.class).enrolForShow(new NewOfficer(name, post.label(), office.id(), password), sysadmin);
            context.getBean(Granting.class).grant(id, post, office.id(), officer("secadmin-ministry"));
        }
    }

    /** One piece to read, and one each to withdraw on the page and through the API. */
    private void pieces() throws Exception {
        var piece = published(CONTENT.formatted("青禾县供地计划附表", 901));
        names.put("piece", piece.id().toString());
        names.put("indexNumber", URLEncoder.encode(piece.indexNumber(), StandardCharsets.UTF_8).replace("%2F", "/"));
        names.put("sha256", piece.current().projection().attachments().getFirst().sha256());
        tables();
        names.put("onPage", published(CONTENT.formatted("青禾县撤回试件之一", 902)).id().toString());
        names.put("byProgram", published(CONTENT.formatted("青禾县撤回试件之二", 903)).id().toString());
    }

    /** A published table, of whichever item needs nothing but what can be typed. */
    private void tables() throws Exception {
        var nodes = JsonNodeFactory.instance;
        var item = context.getBean(Catalogue.class).items().stream().filter(one -> one.fields().fields().stream()
                        .anyMatch(field -> field.columns().stream().anyMatch(column -> column.mode() == PublicMode.MASKED))).findFirst().orElseThrow();
        var content = nodes.objectNode().put("item", item.id()).put("office", COUNTY).put("title", "青禾县有表格的试件").put("documentNumber", "青自然资〔2026〕905号")
                .put("producedOn", "2026-11-03").put("body", "附表随文公开。");
        var fields = content.putObject("fields");
        Examples.of(item.fields(), nodes.nullNode(), nodes.nullNode()).forEach((name, value) -> {
            if (!item.fields().field(name).orElseThrow().type().name().matches("piece|files?")) {
                fields.set(name, value);
            }
        });
        names.put("tablePiece", published(content.toString()).id().toString());
        names.put("publicTable", item.fields().fields().stream().filter(field -> !field.columns().isEmpty()).findFirst().orElseThrow().name());
    }

    /** A draft with a table, whichever item of the catalogue has one. */
    private void table() throws IOException {
        var item = context.getBean(Catalogue.class).items().stream()
                .filter(one -> one.fields().fields().stream().anyMatch(field -> !field.columns().isEmpty())).findFirst().orElseThrow();
        names.put("tableField", item.fields().fields().stream().filter(field -> !field.columns().isEmpty()).findFirst().orElseThrow().name());
        names.put("tableDraft", draft("{\"item\": \"%s\", \"office\": \"DEMO349821\"}".formatted(item.id())).toString());
    }

    private UUID draft(String content) throws IOException {
        var id = UUID.randomUUID();
        var json = content.isEmpty() ? "{\"item\": \"general.document\", \"office\": \"DEMO349821\"}" : content;
        var drafting = context.getBean(Drafting.class);
        drafting.save(id, context.getBean(JsonMapper.class).readTree(json), officer("drafter"));
        context.getBean(Attaching.class).attach(id, "plan.txt", new ByteArrayInputStream("供地计划附表。".getBytes(StandardCharsets.UTF_8)), officer("drafter"));
        return id;
    }

    private Piece published(String content) throws Exception {
        var id = draft(content);
        UUID disclosure = null;
        for (int moves = 0; disclosure == null && moves < 12; moves++) {
            disclosure = onward(id);
        }
        var disclosures = context.getBean(Disclosures.class);
        for (int tries = 0; disclosures.current(disclosure).isEmpty() && tries < 200; tries++) {
            Thread.sleep(50);   // until a checkpoint covers it
        }
        return disclosures.find(disclosure).orElseThrow();
    }

    /** The next move by whoever may make it. @return the published piece's id, null before */
    private UUID onward(UUID draft) {
        for (var name : List.of("drafter", "secrecy", "leader", "head")) {
            var forward = context.getBean(Draftroom.class).look(draft, officer(name)).forward();
            if (forward.isPresent()) {
                return context.getBean(Moving.class).move(draft, forward.get(), "同意。", officer(name)).draft().disclosure();
            }
        }
        throw new IllegalStateException("Nobody can move " + draft);
    }
}
