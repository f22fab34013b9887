package openland.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openland.OpenlandTest;
import openland.office.Enrolling;
import openland.office.Office;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Rosters;
import openland.office.Town;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class RosterTest {
    private static final Pattern PASSWORD = Pattern.compile("<code>([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})</code>");

    @Autowired ApplicationContext context;
    @Autowired Environment environment;
    @Autowired Officers officers;
    @Autowired Rosters rosters;
    @Autowired JdbcClient db;
    Town town;
    Office county;
    Officer sysadmin;
    Officer secadmin;
    Browser system;
    Browser security;

    @BeforeEach
    void arrive() {
        db.sql("delete from office_attempt").update();
        town = Town.of(context);
        county = town.county();
        sysadmin = town.officer(county, Post.SYSADMIN);
        secadmin = town.officer(county, Post.SECADMIN);
        system = signedIn(sysadmin);
        security = signedIn(secadmin);
    }

    @Test
    void a_list_is_shown_before_each_administrator_confirms_his_part_and_the_second_time_changes_nothing() {
        var leaving = town.officer(county, Post.DRAFTER);
        var changing = town.officer(county, Post.DRAFTER, Post.SECRECY);
        var name = "new-" + county.code().toLowerCase();
        var list = sheet(List.of(row(name, "新来的人", "拟稿岗、分管领导", "在用"), row(leaving.name(), "张三", "", "停用"),
                row(changing.name(), "张三", "拟稿岗、主要领导", "")));
        var address = uploaded(system, list);
        var preview = system.get(address).body();
        assertThat(preview).contains("新增", name, "停用", leaving.name(), "授予", "主要领导", "收回", "保密审查岗", "等安全保密管理员确认");
        assertThat(officers.accountByName(name)).as("nothing has changed yet").isEmpty();
        assertThat(security.post(address + "/accounts").statusCode()).isEqualTo(403);
        system.get(address);
        assertThat(system.post(address + "/posts").statusCode()).isEqualTo(403);

        system.get(address);
        var done = system.post(address + "/accounts");
        assertThat(done.headers().firstValue("Cache-Control")).hasValue("no-store");
        var found = PASSWORD.matcher(done.body());
        assertThat(found.find()).isTrue();
        assertThat(system.get(address).body()).as("shown once").doesNotContain(found.group(1));
        assertThat(officers.account(leaving.id()).orElseThrow().active()).isFalse();
        assertThat(officers.byName(name).orElseThrow().posts()).isEmpty();

        security.get(address);
        assertThat(security.post(address + "/posts").statusCode()).isEqualTo(200);
        assertThat(officers.byName(name).orElseThrow().posts()).extracting(Officer.Holding::post).containsExactlyInAnyOrder(Post.DRAFTER, Post.LEADER);
        assertThat(officers.byId(changing.id()).orElseThrow().posts()).extracting(Officer.Holding::post)
                .containsExactlyInAnyOrder(Post.DRAFTER, Post.HEAD);
        assertThat(new Browser(environment).signIn(name, found.group(1)).headers().firstValue("Location")).hasValue("/login/password");

        var again = system.get(uploaded(system, list)).body();
        assertThat(again).contains("3行没有变化", "账号没有变化", "岗位没有变化");
    }

    @Test
    void what_was_downloaded_changes_nothing_when_it_is_uploaded_and_holds_no_password() throws Exception {
        town.officer(county, Post.DRAFTER, Post.LEADER);
        var rows = rosters.rows(sysadmin);
        assertThat(rows).hasSize(3);
        var file = RosterSheet.write(rows);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(0).getRow(0).getPhysicalNumberOfCells()).isEqualTo(5);
        }
        var plan = rosters.plan(rosters.keep(RosterSheet.read(file), sysadmin), sysadmin);
        assertThat(plan.changesAccounts()).isFalse();
        assertThat(plan.changesPosts()).isFalse();
        assertThat(plan.unchanged()).isEqualTo(3);
        assertThat(system.get("/desk/officers.xlsx").headers().firstValue("Content-Disposition")).get().asString().contains("officers.xlsx");
        assertThat(RosterSheet.read(RosterSheet.template())).as("the examples are on a sheet of their own").isEmpty();
    }

    @Test
    void each_wrong_row_is_named_and_nothing_of_the_list_is_kept() {
        var elsewhere = town.officer(town.county(), Post.DRAFTER);
        var answer = upload(system, sheet(List.of(row("Bad Name", "张三", "", ""), row("fine-name", "李四", "拟稿岗、安全审计员", ""),
                row("fine-two", "王五", "不存在的岗", ""), row("fine-two", "王五", "", "离职"),
                row(elsewhere.name(), "张三", "", ""), List.of("fine-three", "赵六", "NOWHERE", "", ""),
                row(sysadmin.name(), "张三", "系统管理员、拟稿岗", ""))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("第2行", "用户名由2至32个", "第3行", "三权分立", "第4行", "没有“不存在的岗”", "第5行", "两次", "状态应是",
                "第6行", "已被使用", "第7行", "没有代码为“NOWHERE”", "第8行");
        assertThat(officers.accountByName("fine-three")).isEmpty();
        assertThat(db.sql("select count(*) from office_roster where uploaded_by = :id").param("id", sysadmin.id()).query(Long.class).single()).isZero();
    }

    @Test
    void a_wrong_row_below_empty_ones_is_named_by_its_number() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet(List.of()))); var out = new ByteArrayOutputStream()) {
            var row = book.getSheetAt(0).createRow(6);
            for (int i = 0; i < 4; i++) {
                row.createCell(i).setCellValue(List.of("fine-four", "赵六", county.code(), "不存在的岗").get(i));
            }
            book.write(out);
            assertThat(upload(system, out.toByteArray()).body()).contains("第7行").contains("没有“不存在的岗”");
        }
    }

    @Test
    void posts_of_who_comes_back_are_granted_when_his_account_is_open_again_and_hold_up_no_other() {
        var back = town.officer(county);
        var other = town.officer(county);
        context.getBean(Enrolling.class).close(back.id(), sysadmin);
        var address = uploaded(security, sheet(List.of(row(back.name(), "张三", "拟稿岗", ""), row(other.name(), "张三", "拟稿岗", ""))));
        security.get(address);
        assertThat(security.post(address + "/posts").statusCode()).isEqualTo(200);
        assertThat(officers.byId(other.id()).orElseThrow().posts()).extracting(Officer.Holding::post).containsExactly(Post.DRAFTER);
        system.get(address);
        assertThat(system.post(address + "/accounts").statusCode()).isEqualTo(200);
        security.get(address);
        assertThat(security.post(address + "/posts").statusCode()).isEqualTo(200);
        assertThat(officers.byId(back.id()).orElseThrow().posts()).extracting(Officer.Holding::post).containsExactly(Post.DRAFTER);
    }

    @Test
    void a_person_gets_no_second_branch_from_a_list() {
        var auditor = town.officer(county, Post.AUDITOR);
        var address = uploaded(security, sheet(List.of(row(auditor.name(), "张三", "拟稿岗", ""))));
        security.get(address);
        assertThat(security.post(address + "/posts").statusCode()).as("taken first, then granted").isEqualTo(200);
        assertThat(officers.byId(auditor.id()).orElseThrow().posts()).extracting(Officer.Holding::post).containsExactly(Post.DRAFTER);
    }

    @Test
    void what_is_no_list_is_refused() throws IOException {
        assertThat(upload(system, "no spreadsheet".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(upload(system, bomb()).body()).contains("太大");
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("别的表");
            book.write(out);
            assertThat(upload(system, out.toByteArray()).body()).contains("第一行缺少栏目：用户名");
        }
        assertThat(upload(system, new byte[] {'P', 'K', 3, 4, 0, 0}).body()).contains("读不出来");
        var many = IntStream.range(0, 5001).mapToObj(i -> row("many-" + i, "某人", "", "")).toList();
        assertThat(upload(system, sheet(many)).body()).contains("5001行");
    }

    @Test
    void the_list_of_another_office_is_not_there() {
        var address = uploaded(system, sheet(List.of(row(sysadmin.name(), "张三", "系统管理员", ""))));
        var stranger = signedIn(town.officer(town.county(), Post.SYSADMIN));
        assertThat(stranger.get(address).statusCode()).isEqualTo(404);
    }

    private List<String> row(String name, String displayName, String posts, String state) {
        return List.of(name, displayName, county.code(), posts, state);
    }

    private static byte[] sheet(List<List<String>> rows) {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var all = new ArrayList<List<String>>(List.of(List.of("用户名", "姓名", "所在机构代码", "岗位", "状态")));
            all.addAll(rows);
            for (int i = 0; i < all.size(); i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < all.get(i).size(); j++) {
                    row.createCell(j).setCellValue(all.get(i).get(j));
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 256 MB of nothing. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var parts = new ZipOutputStream(out)) {
            parts.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 256; i++) {
                parts.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    private String uploaded(Browser by, byte[] file) {
        var answer = upload(by, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> upload(Browser by, byte[] file) {
        by.get("/desk/officers");
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + by.forgery() + "\r\n--part\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return by.send(by.request("/desk/officers/roster").header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=part").POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Browser signedIn(Officer officer) {
        var browser = new Browser(environment);
        browser.signIn(officer.name(), Town.PASSWORD);
        return browser;
    }
}
