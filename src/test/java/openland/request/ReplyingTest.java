package openland.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.casework.CaseState;
import openland.casework.FollowedCases;
import openland.request.Consultation.Answer;
import openland.request.Consultation.Kind;
import openland.request.RequestSight.Viewer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the draft of a reply to what comes after it. */
@OpenlandTest
class ReplyingTest {
    private static final ReplyDraft NOT_HELD = ReplyDraft.of("R12", "不存在", Map.of(Stated.SEARCH_MADE, "在档案系统中以“石桥村 分配表”检索2020年至2026年案卷，没有找到"));
    private static final ReplyDraft INTERNAL = ReplyDraft.of("R09", null, Map.of(Stated.CATEGORY, "讨论记录", Stated.REASON, "该记录是会议过程中形成的讨论记录"));

    @Autowired ApplicationContext context;
    @Autowired Requests requests;
    @Autowired Letters letters;
    @Autowired Papers papers;
    @Autowired FollowedCases cases;
    private Counter counter;
    private InformationRequest one;

    @BeforeEach
    void counter() {
        counter = new Counter(context);
        one = counter.on("2026-03-02").asks("石桥村征地补偿费分配表");
        counter.move(one, RequestMove.ASSIGN, counter.desk, "", Map.of("unit", "耕地保护股"));
    }

    @Test
    void nothing_is_said_not_to_exist_before_it_was_looked_for() {
        assertThatThrownBy(() -> counter.replying(replying -> replying.draft(one.id(), NOT_HELD, counter.desk))).isInstanceOf(Refusal.class).hasMessageContaining("检索记录");
        counter.within(() -> counter.searches().add(one.id(), "档案管理系统", "石桥村 分配表 2020—2026", "没有找到", null, counter.desk));
        var closed = counter.reply(one, NOT_HELD);
        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.reply()).isEqualTo("R12");
        assertThat(closed.replyPart()).isEqualTo("不存在");
        assertThat(closed.inTime()).isTrue();
        assertThat(closed.countedDays()).isZero();
        assertThat(cases.byId(closed.caseId()).orElseThrow().state()).isEqualTo(CaseState.MET);
    }

    @Test
    void a_refusal_says_that_review_comes_first() {
        counter.on("2026-03-10").reply(one, INTERNAL);
        var letter = letters.of(counter.now(one), new Viewer.ApplicantOf(one.filing())).getLast();
        assertThat(letter.letter().remedy()).isEqualTo(Remedy.REVIEW_FIRST);
        assertThat(String.join("", letter.letter().remedies())).contains("行政复议").contains("人民政府");
        assertThat(letter.sentOn()).isEqualTo("2026-03-10");
        assertThat(counter.now(one).countedDays()).isEqualTo(6);
    }

    @Test
    void who_drafted_it_does_not_review_it_and_nobody_signs_twice() {
        counter.replying(replying -> replying.draft(one.id(), INTERNAL, counter.desk));
        counter.replying(replying -> replying.submit(one.id(), counter.desk));
        assertThatThrownBy(() -> counter.replying(replying -> replying.pass(one.id(), "", counter.leader))).isInstanceOf(Refusal.class);
        counter.replying(replying -> replying.pass(one.id(), "", counter.secrecy));
        counter.replying(replying -> replying.pass(one.id(), "", counter.leader));
        assertThatThrownBy(() -> counter.replying(replying -> replying.sign(one.id(), counter.leader))).hasMessageContaining("已经审过");
        counter.replying(replying -> replying.sendBack(one.id(), "理由不充分", counter.head));
        counter.replying(replying -> replying.submit(one.id(), counter.desk));
        List<Replying.Signed> signed = counter.replying(replying -> replying.signatures(one.id(), counter.desk));
        assertThat(signed).as("sent back: void").isEmpty();
        assertThatThrownBy(() -> counter.replying(replying -> replying.deliver(one.id(), new Delivery(Delivery.Way.HAND, null, "周敏"), counter.desk))).isInstanceOf(Refusal.class);
    }

    @Test
    void what_a_third_party_refused_is_disclosed_only_for_the_public_interest_and_he_is_told() {
        var asked = counter.within(() -> counter.consulting().ask(new Consulting.Asking(one.id(), Kind.THIRD_PARTY, "柳河新型建材有限公司", "", "", "拟公开分配表中贵公司的数额", null), counter.desk)).consultation();
        var granted = new ReplyDraft("R02", null, Map.of(Stated.WAY_AND_TIME, "即日起在本机关领取"), "", List.of(), "");
        counter.replying(replying -> replying.draft(one.id(), granted, counter.desk));
        counter.on("2026-03-12").within(() -> counter.consulting().answer(asked.id(), Answer.REFUSES, "涉及商业秘密", null, counter.desk));
        assertThatThrownBy(() -> counter.reply(one, granted)).isInstanceOf(Refusal.class).hasMessageContaining("公共利益");
        var overriding = new ReplyDraft("R02", null, Map.of(Stated.WAY_AND_TIME, "即日起在本机关领取"), "", List.of(), "事关全体村民的补偿是否公平");
        counter.reply(one, overriding);
        var toHim = letters.of(counter.now(one), new Viewer.AskedIn(one.id(), asked.id()));
        assertThat(toHim).extracting(SentLetter::kind).containsExactly(LetterKind.THIRD_PARTY_ENQUIRY, LetterKind.DISCLOSURE_TO_THIRD_PARTY);
        assertThat(toHim.getLast()).satisfies(letter -> {
            assertThat(String.join("", letter.letter().printed())).contains("补偿是否公平").doesNotContain("周敏");
        });
        assertThat(letters.of(counter.now(one), new Viewer.ApplicantOf(one.filing()))).extracting(SentLetter::kind).containsExactly(LetterKind.REPLY);
    }

    @Test
    void it_is_not_signed_while_a_view_is_outstanding() {
        counter.within(() -> counter.consulting().ask(new Consulting.Asking(one.id(), Kind.ORGAN, "青禾县水利局", "", "", "共同制作的会议纪要", null), counter.desk));
        assertThatThrownBy(() -> counter.reply(one, INTERNAL)).isInstanceOf(Refusal.class).hasMessageContaining("青禾县水利局");
    }

    @Test
    void silence_of_an_organ_consents_and_of_a_third_party_does_not() {
        var organ = counter.within(() -> counter.consulting().ask(new Consulting.Asking(one.id(), Kind.ORGAN, "青禾县水利局", "", "", "共同制作的会议纪要", null), counter.desk)).consultation();
        counter.within(() -> counter.consulting().reached(organ.id(), LocalDate.parse("2026-03-02"), counter.desk));
        assertThatThrownBy(() -> counter.on("2026-03-23").within(() -> counter.consulting().silence(organ.id(), counter.desk))).isInstanceOf(Refusal.class);
        var silent = counter.on("2026-03-25").within(() -> counter.consulting().silence(organ.id(), counter.desk));
        assertThat(silent.consents()).isTrue();
        assertThat(counter.due(one)).as("15 working days not counted, not 17").isEqualTo("2026-04-21");
    }

    @Test
    void a_review_that_orders_another_answer_opens_it_again_with_its_own_day() {
        counter.on("2026-03-10").reply(one, INTERNAL);
        var remedy = counter.on("2026-04-01").within(() -> counter.remedies().open(new Remedies.Opening(one.id(), RequestRemedy.Kind.REVIEW,
                RequestRemedy.Procedure.SIMPLE, "青禾县人民政府", "青政复〔2026〕7号", LocalDate.parse("2026-04-01")), counter.desk));
        assertThat(cases.byId(remedy.caseId()).orElseThrow().clock().dueOn()).isEqualTo("2026-04-09");
        counter.on("2026-04-03").within(() -> counter.remedies().answered(remedy.id(), counter.today(), counter.desk));
        counter.on("2026-04-28").within(() -> counter.remedies().decided(remedy.id(), new Remedies.Decided(RequestRemedy.Result.CORRECTED, counter.today(),
                LocalDate.parse("2026-05-15"), "会议记录中已成定论的部分应当公开"), counter.desk));
        var again = counter.now(one);
        assertThat(again.stage()).isEqualTo(Stage.PROCESSING);
        assertThat(cases.byId(again.redoOf()).orElseThrow().clock().dueOn()).isEqualTo("2026-05-15");
        var closed = counter.on("2026-05-12").reply(one, ReplyDraft.of("R02", null, Map.of(Stated.WAY_AND_TIME, "即日起在本机关领取")));
        assertThat(closed.reply()).as("the figures keep the first answer").isEqualTo("R09");
        assertThat(closed.closedOn()).isEqualTo("2026-03-10");
        assertThat(cases.byId(again.redoOf()).orElseThrow().state()).isEqualTo(CaseState.MET);
    }

    @Test
    void what_is_not_this_offices_is_answered_first_and_then_handed_over_with_consent() {
        var other = new Counter(context);
        assertThatThrownBy(() -> counter.handOver(one, other.id())).isInstanceOf(Refusal.class);
        counter.reply(one, ReplyDraft.of("R12", "非本机关", Map.of(Stated.REASON, "该表由乡镇政府制作", Stated.OTHER_ORGAN, other.office.name(), Stated.OTHER_ORGAN_CONTACT, "电话0555-0000000")));
        var there = counter.handOver(one, other.id());
        assertThat(there.requests()).singleElement().satisfies(moved -> {
            assertThat(moved.office()).isEqualTo(other.id());
            assertThat(moved.follows()).isEqualTo(one.id());
        });
        assertThat(counter.handOver(one, other.id()).requests()).isEqualTo(there.requests());
    }

    @Test
    void a_notice_goes_out_with_the_move_that_demands_it() {
        counter.on("2026-03-05").move(one, RequestMove.ASK_CORRECTION, counter.desk, "请写明哪一次征地", Map.of("by", "2026-03-20"));
        counter.on("2026-03-25").move(one, RequestMove.ABANDON, counter.desk);
        assertThat(letters.of(counter.now(one), new Viewer.ApplicantOf(one.filing()))).extracting(SentLetter::kind)
                .containsExactly(LetterKind.CORRECTION, LetterKind.REPLY);
    }

    @Test
    void a_workbook_with_a_hidden_sheet_is_not_given_away() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet("汇总").createRow(0).createCell(0).setCellValue("石桥村合计");
            book.createSheet("各户账号").createRow(0).createCell(0).setCellValue("不能给的");
            book.setSheetHidden(1, true);
            book.write(bytes);
        }
        var paper = papers.add(new Papers.NewPaper(one.id(), Paper.Role.RELEASED, "分配表.xlsx", null, "", counter.desk.id()), new ByteArrayInputStream(bytes.toByteArray()));
        var granted = new ReplyDraft("R02", null, Map.of(), "", List.of(paper.id()), "");
        assertThatThrownBy(() -> counter.replying(replying -> replying.draft(one.id(), granted, counter.desk))).isInstanceOf(Refusal.class).hasMessageContaining("各户账号");
        var inside = papers.add(new Papers.NewPaper(one.id(), Paper.Role.ORIGINAL, "底稿.txt", null, "", counter.desk.id()), new ByteArrayInputStream("底稿".getBytes(StandardCharsets.UTF_8)));
        var original = new ReplyDraft("R02", null, Map.of(), "", List.of(inside.id()), "");
        assertThatThrownBy(() -> counter.replying(replying -> replying.draft(one.id(), original, counter.desk))).isInstanceOf(Refusal.class).hasMessageContaining("内部的原件");
        var applicant = new Viewer.ApplicantOf(one.filing());
        assertThat(papers.of(counter.now(one), applicant)).as("nothing before it is delivered").isEmpty();
        assertThatThrownBy(() -> papers.see(one.id(), inside.id(), applicant)).isInstanceOf(Refusal.class);
    }

    @Test
    void the_applicant_gets_what_was_signed_for_and_nothing_that_was_added_later() {
        var given = released("分配表.txt", "石桥村合计");
        released("没有选的.txt", "没有审过的");
        counter.reply(one, new ReplyDraft("R02", null, Map.of(), "", List.of(given.id()), ""));
        released("后来加的.txt", "也没有审过");
        var applicant = new Viewer.ApplicantOf(one.filing());
        assertThat(papers.of(counter.now(one), applicant)).extracting(Paper::name).containsExactly("分配表.txt");
        assertThat(papers.see(one.id(), given.id(), applicant).givenOn()).isEqualTo("2026-03-02");
    }

    private Paper released(String name, String text) {
        return papers.add(new Papers.NewPaper(one.id(), Paper.Role.RELEASED, name, null, "", counter.desk.id()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
