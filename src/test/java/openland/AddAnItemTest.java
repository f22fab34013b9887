package openland;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import openland.base.database.TestDatabase;
import openland.catalogue.Catalogue;
import openland.drafting.DraftStatus;
import openland.drafting.Drafting;
import openland.drafting.Move;
import openland.drafting.Moving;
import openland.ledger.Await;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import openland.office.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Does what docs/add-an-item.md says, with its very text, while the program runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddAnItemTest {
    private static final String ITEM = "drones.patrol-result";
    private static final Pattern LINK = Pattern.compile("/desk/packs/([0-9a-f-]{36})");

    private ConfigurableApplicationContext program;
    private Town town;
    private Officer head;
    private Browser administrator;
    private Browser leader;
    private String yaml;

    @BeforeAll
    void start() throws IOException {
        program = TestDatabase.fresh().start();
        town = Town.of(program);
        head = town.officer(town.ministry(), Post.HEAD);
        administrator = new Browser(program.getBean(Environment.class));
        administrator.signIn("root-sysadmin", Town.PASSWORD + "1");
        leader = new Browser(program.getBean(Environment.class));
        leader.signIn(head.name(), Town.PASSWORD);
        var guide = Files.readString(Path.of("docs/add-an-item.md"));
        yaml = guide.substring(guide.indexOf("```yaml\n") + 8, guide.indexOf("```\n", guide.indexOf("```yaml") + 8));
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    @Order(1)
    void a_pack_with_a_mistake_is_refused_with_its_place_and_changes_nothing() {
        var refused = send(yaml.replace("type: area, unit: 亩", "type: acre"), "preview", "试");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("items[0].fields[5].columns[1]", "acre");
        assertThat(send("- 不是\n  目录包: [", "propose", "试").statusCode()).isEqualTo(400);
        assertThat(send(yaml, "propose", " ").statusCode()).isEqualTo(400);
        assertThat(send(yaml.replace("drones.patrol-result", "general.document"), "propose", "试").body()).contains("已经有了");
        assertThat(administrator.get("/desk/packs").body()).doesNotContain("等审定的");
    }

    @Test
    @Order(2)
    void proposed_it_is_not_in_force_and_who_proposed_it_cannot_decide() {
        assertThat(send(yaml, "preview", "").body()).contains("新事项“耕地无人机巡查结果”", "20个工作日内");
        var sent = send(yaml, "propose", "巡查信息公开办法第三条");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(send(yaml, "propose", "再点一次").headers().firstValue("Location")).isEqualTo(sent.headers().firstValue("Location"));
        assertThat(program.getBean(Catalogue.class).byId(ITEM)).isEmpty();
        administrator.get("/desk/packs");
        assertThat(administrator.post("/desk/packs/" + waiting(administrator) + "/decide", "accept", "true").statusCode()).isEqualTo(403);
        assertThat(program.getBean(Catalogue.class).byId(ITEM)).isEmpty();
    }

    @Test
    @Order(3)
    void accepted_by_a_second_person_it_is_in_force_without_a_restart() {
        var id = waiting(leader);
        assertThat(leader.get("/desk/packs/" + id).body()).contains("巡查信息公开办法第三条", "同意，当即生效", "drones.patrol-result");
        assertThat(leader.post("/desk/packs/" + id + "/decide", "accept", "false").statusCode()).isEqualTo(400);
        assertThat(leader.post("/desk/packs/" + id + "/decide", "accept", "true").statusCode()).isEqualTo(302);
        assertThat(leader.post("/desk/packs/" + id + "/decide", "accept", "true").statusCode()).isEqualTo(302);
        assertThat(leader.post("/desk/packs/" + id + "/decide", "accept", "false", "remark", "反悔").statusCode()).isEqualTo(409);
        assertThat(program.getBean(Catalogue.class).byId(ITEM)).isPresent();
        assertThat(new Browser(program.getBean(Environment.class)).get("/catalogue/" + ITEM).body()).contains("耕地无人机巡查结果", "疑似图斑");
    }

    @Test
    @Order(4)
    void a_piece_of_it_is_drafted_reviewed_published_and_read() {
        var county = town.county();
        var drafter = town.officer(county, Post.DRAFTER);
        var desk = new Browser(program.getBean(Environment.class));
        desk.signIn(drafter.name(), Town.PASSWORD);
        assertThat(desk.get("/desk/drafts/new").body()).contains("耕地无人机巡查结果");
        var published = published(county, drafter);
        assertThat(published.findings()).isEmpty();
        var reader = new Browser(program.getBean(Environment.class));
        Await.until(() -> reader.get("/catalogue/" + ITEM).body().contains("第三季度耕地巡查结果"));
        var page = reader.get("/disclosures/" + published.draft().disclosure()).body();
        assertThat(page).contains("疑似图斑", "WY-2026-001", "320", "发现疑似问题").doesNotContain("何苗", "86780000");
    }

    private DraftStatus published(Office county, Officer drafter) {
        var drafting = program.getBean(Drafting.class);
        var moving = program.getBean(Moving.class);
        var id = UUID.randomUUID();
        drafting.save(id, new JsonMapper().readTree("""
                {"item": "drones.patrol-result", "office": "%s", "title": "第三季度耕地巡查结果", "body": "按计划完成巡查。",
                 "fields": {"flownOn": "2026-10-15", "covered": "320公顷", "flights": "12", "outcome": "suspected",
                            "spots": [{"spot": "WY-2026-001", "land": "2.4亩", "occupant": {"name": "何苗", "kind": "person"}, "phone": "029-86780000"}]}}
                """.formatted(county.code())), drafter);
        moving.move(id, Move.SUBMIT, "送审", drafter);
        moving.move(id, Move.SIGN, "同意", town.officer(county, Post.SECRECY));
        var boss = town.officer(county, Post.LEADER);
        moving.move(id, Move.SIGN, "同意", boss);
        return moving.move(id, Move.PUBLISH, "", boss);
    }

    @Test
    @Order(5)
    void a_later_version_keeps_every_item_and_counts_up() {
        assertThat(send(yaml, "propose", "同一版").body()).contains("第1版正在使用");
        var second = yaml.replace("version: 1 ", "version: 2 ").replace("巡查日期, type: date, required: true", "飞行日期, type: date, required: true");
        assertThat(send(second.replace("drones.patrol-result", "drones.other"), "propose", "换标识").body()).contains("少了事项drones.patrol-result");
        assertThat(send(second, "preview", "").body()).contains("字段“飞行日期”由“巡查日期，");
        send(second, "propose", "改名称");
        leader.get("/desk/packs");
        assertThat(leader.post("/desk/packs/" + waiting(leader) + "/decide", "accept", "true").statusCode()).isEqualTo(302);
        assertThat(program.getBean(Catalogue.class).byId(ITEM).orElseThrow().fields().field("flownOn").orElseThrow().label()).isEqualTo("飞行日期");
    }

    private HttpResponse<String> send(String pack, String act, String reason) {
        administrator.get("/desk/packs");
        return administrator.post("/desk/packs", "yaml", pack, "act", act, "reason", reason);
    }

    /** The id of the pack that waits. */
    private String waiting(Browser browser) {
        var link = LINK.matcher(browser.get("/desk/packs").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
