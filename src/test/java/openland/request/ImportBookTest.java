package openland.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.form.SheetWriter;
import openland.office.Officer;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An old book: every line under the regulation of its day, bad lines named, the same book twice without effect. */
@OpenlandTest
class ImportBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String HEADS = "编号,申请人类别,渠道,收到日期,申请内容,补正通知日,补正收到日,征求意见起止,延期天数,答复类型,答复日期,部门,复议/诉讼结果\n";
    private static final String BOOK = HEADS
            + "2018-001,自然人,当面,2018-03-05,石桥村征地公告,,,,,3.3.2,2018-03-20,耕地保护股,\n"
            + "2018-002,商业企业,信函,2018年3月5日,采矿权评估报告,,,2018-03-06至2018-03-16,15,3.3.4.2,2018-04-26,矿管股,复议 维持 2018-06-01；复议后诉讼 未结 2018-06-20\n"
            + "2019-001,自然人,网络,2019-05-14,柳河镇规划图,2019-05-16,2019-05-20,,,三(一),2019-06-04,,\n"
            + "2019-002,自然人,网络,2019-05-15,柳河镇规划图,2019-05-16,2019-05-20,,,三(一),2019-06-18,,\n"
            + "2026-088,科研机构,传真,2026-11-02,耕地质量等级数据,,,,,,,,\n";

    @Autowired ApplicationContext context;
    @Autowired ImportingBooks books;
    @Autowired BookImporter importer;
    @Autowired BookImportStore imports;
    @Autowired Statistics statistics;
    @Autowired RequestStore requests;
    @Autowired JdbcClient db;
    private Counter counter;
    private Officer uploader;

    @BeforeEach
    void office() {
        counter = new Counter(context);
        uploader = Town.of(context).officer(counter.office, Post.IMPORTER);
    }

    private BookImport upload(String text) {
        return books.upload(counter.id(), "旧台账.csv", text.getBytes(StandardCharsets.UTF_8), uploader);
    }

    private BookImport done(BookImport book) {
        books.confirm(book.id(), counter.leader);
        var state = imports.byId(book.id()).orElseThrow();
        for (int i = 0; i < 1000 && state.state() != BookImport.State.DONE && state.state() != BookImport.State.FAILED; i++) {
            importer.work();
            Thread.onSpinWait();
            state = imports.byId(book.id()).orElseThrow();
        }
        return state;
    }

    private InformationRequest imported(String number) {
        return requests.byNumber(counter.office.code() + "-" + number).orElseThrow();
    }

    @Test
    void every_line_is_counted_under_the_regulation_of_its_day() {
        var book = upload(BOOK);
        assertThat(book.good()).isEqualTo(5);
        assertThat(book.faults()).isEmpty();
        assertThat(book.open()).isOne();
        var done = done(book);
        assertThat(done.failed()).isEmpty();
        assertThat(done.fresh()).isEqualTo(5);
        assertThat(imported("2018-001")).satisfies(one -> assertThat(List.of(one.regime(), one.reply(), one.replyPart(), one.stage(), one.inTime()))
                .containsExactly(Regime.OF_2008, "R02", "3.3.2", Stage.CLOSED, true));
        assertThat(imported("2018-002")).satisfies(one -> {
            assertThat(one.reply()).isEqualTo("R07");
            assertThat(one.extended()).isTrue();
            assertThat(one.excludedDays()).as("6 to 16 March 2018").isEqualTo(8);
        });
        assertThat(RequestClock.of(requests.events(imported("2019-001").id())).start()).as("a notice to correct stops nothing under the rules of 2007").isEqualTo("2019-05-14");
        assertThat(RequestClock.of(requests.events(imported("2019-002").id())).start()).as("and starts the time anew under those of 2019").isEqualTo("2019-05-20");
        assertThat(requests.events(imported("2019-002").id())).allSatisfy(event -> assertThat(event.remark()).isEqualTo("导入"));
        assertThat(imported("2019-001").caseId()).as("what is closed alarms nobody").isNull();
        assertThat(counter.due(imported("2026-088"))).as("what is open stands in the worklist").isEqualTo("2026-11-30");
        var asked = StatisticsAsked.of(List.of(counter.id()), 2018, TODAY);
        var old = statistics.table("form-2014", asked);
        assertThat(List.of("3.1", "3.3.2", "3.3.4.2", "3.2.1", "3.2.2", "四", "4.1", "五").stream().map(row -> old.number(row, 0)))
                .containsExactly(2L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(statistics.table("requests-2021", asked).checks()).allMatch(StatisticsTable.Check::holds);
    }

    @Test
    void the_same_book_again_changes_nothing() {
        done(upload(BOOK));
        var before = imported("2018-002");
        var again = done(upload(BOOK.replace("石桥村征地公告", "别的内容")));
        assertThat(List.of(again.fresh(), again.known())).containsExactly(0, 5);
        assertThat(imported("2018-002")).isEqualTo(before);
        assertThat(imported("2018-001").asked()).isEqualTo("石桥村征地公告");
    }

    @Test
    void a_closed_one_that_is_ordered_again_later_gets_no_clock_of_the_past() {
        done(upload(BOOK));
        var one = imported("2018-002");
        counter.on("2026-11-20");
        counter.within(() -> counter.happening().happened(requests.locked(one.id()).orElseThrow(),
                new Happening.New(RequestMove.REDO, counter.today(), counter.desk.id(), "", java.util.Map.of()), null));
        assertThat(imported("2018-002")).satisfies(now -> {
            assertThat(now.stage()).isEqualTo(Stage.PROCESSING);
            assertThat(now.caseId()).isNull();
            assertThat(now.closedOn()).isEqualTo("2018-04-26");
        });
    }

    @Test
    void bad_lines_are_named_one_by_one_and_the_others_stand() {
        var book = upload(HEADS
                + "A1,,,2018-02-30,征地公告,,,,,,,,\n"
                + "A2,,,2007-01-01,征地公告,,,,,,,,\n"
                + "A3,外星人,,2018-03-05,征地公告,,,,,,,,\n"
                + "A4,,飞鸽,2018-03-05,征地公告,,,,,,,,\n"
                + "A5,,,2018-03-05,征地公告,,,,,R99,2018-03-06,,\n"
                + "A6,,,2018-03-05,征地公告,,,,,R02,2018-03-01,,\n"
                + "A7,,,2018-03-05,征地公告,,,,,R02,,,\n"
                + "A8,,,2018-03-05,征地公告,,,2018-03-09,,,,,\n"
                + "A9,,,2018-03-05,征地公告,,,,16,,,,\n"
                + "A10,,,2018-03-05,征地公告,,,,,,,,复议赢了\n"
                + "A11,,,2018-03-05,,,,,,,,,\n"
                + "'=HYPERLINK(1),,,2018-03-05,征地公告,,,,,,,,\n"
                + "A14,,,2099-03-05,征地公告,,,,,,,,\n"
                + "A15,,,2018-03-05,好的一行,,,,,,,,\n"
                + "A15,,,2018-03-05,又是这个编号,,,,,,,,\n");
        assertThat(book.good()).isOne();
        assertThat(book.bad()).isEqualTo(14);
        assertThat(book.faults().getFirst()).isEqualTo(new BookImport.Fault(2, "收到日期“2018-02-30”不是一个日子。"));
        assertThat(book.faults()).extracting(BookImport.Fault::line).doesNotContain(15).contains(16);
        for (var text : List.of("", "编号,收到日期\n1,2018-03-05\n", "编号,编号,收到日期,申请内容\n", "\u0000\u0001\u0002")) {
            assertThatThrownBy(() -> upload(text)).as(text).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void one_uploads_another_confirms_and_nobody_else_sees_it() {
        var book = upload(BOOK);
        assertThatThrownBy(() -> books.upload(counter.id(), "旧台账.csv", BOOK.getBytes(StandardCharsets.UTF_8), counter.leader)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> books.confirm(book.id(), uploader)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> books.confirm(book.id(), counter.desk)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> books.see(book.id(), new Counter(context).leader)).isInstanceOf(Refusal.class);
        var both = Town.of(context).officer(counter.office, Post.IMPORTER, Post.LEADER);
        var own = books.upload(counter.id(), "旧台账.csv", BOOK.getBytes(StandardCharsets.UTF_8), both);
        assertThatThrownBy(() -> books.confirm(own.id(), both)).hasMessageContaining("另一位领导");
    }

    @Test
    void a_workbook_is_read_as_well() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.xlsx(out)) {
            sheet.begin("台账", List.of("编号", "收到日期", "申请内容", "答复类型", "答复日期"));
            for (int i = 1; i <= 1200; i++) {
                sheet.row(new ArrayList<Object>(List.of("W-" + i, LocalDate.of(2020, 1, 1).plusDays(i), "第" + i + "号公告", i % 3 == 0 ? "R03" : "R02", LocalDate.of(2020, 1, 11).plusDays(i))));
            }
        }
        var book = done(books.upload(counter.id(), "旧台账.xlsx", out.toByteArray(), uploader));
        assertThat(List.of(book.fresh(), book.bad())).containsExactly(1200, 0);
        var asked = List.<UUID>of(counter.id());
        long all = statistics.table("requests-2021", StatisticsAsked.of(asked, 2020, TODAY)).number("一", 6)
                + statistics.table("requests-2021", StatisticsAsked.of(asked, 2021, TODAY)).number("一", 6)
                + statistics.table("requests-2021", StatisticsAsked.of(asked, 2022, TODAY)).number("一", 6)
                + statistics.table("requests-2021", StatisticsAsked.of(asked, 2023, TODAY)).number("一", 6);
        assertThat(all).isEqualTo(1200);
    }
}
