package openland.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Refusal.Reason;
import openland.base.Time;
import openland.disclosure.Disclosures;
import openland.office.Delegating;
import openland.office.NewDelegation;
import openland.office.Officer;
import openland.office.Officers;
import openland.office.Post;
import openland.office.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases 10, 15, 16 and 17 of personal data, on the way from the drafter to the public. */
@OpenlandTest
class OverridingTest {
    private static final String IDENTITY = "34120219900307005X";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Overriding overriding;
    @Autowired
    private Attaching attaching;
    @Autowired
    private Disclosures disclosures;
    @Autowired
    private JdbcClient db;
    private Desk desk;

    @BeforeEach
    void county() {
        desk = new Desk(context);
    }

    private UUID draftWith(String body) {
        return desk.save(desk.piece("征地补偿安置公告").put("body", body));
    }

    private DraftFinding stop(UUID draft) {
        return desk.look(draft, desk.secrecy).findings().stream().filter(DraftFinding::stops).findFirst().orElseThrow();
    }

    private DraftStatus pass(UUID draft, Officer officer) {
        return overriding.pass(draft, stop(draft).identity(), "consent", "户主签了同意书，存档。", officer);
    }

    @Test
    void identity_number_mobile_and_card_stop_a_draft_and_say_where() {
        var draft = draftWith("现将名单公布。\n户主身份证号" + IDENTITY + "。\n手机13800138000，卡号6222021234567890128。");
        var stops = desk.look(draft, desk.drafter).findings().stream().filter(DraftFinding::stops).toList();
        assertThat(stops).extracting(DraftFinding::kind).containsExactly("身份证号码", "手机号码", "银行卡号");
        assertThat(stops).extracting(DraftFinding::place).containsExactly("第2段", "第3段", "第3段");
        assertThat(stops).allMatch(f -> !f.sentence().contains("19900307") && !f.sentence().contains("0013800"));
        refused(Reason.UNPROCESSABLE, () -> desk.move(draft, Move.SUBMIT, desk.drafter));
    }

    @Test
    void another_signer_lets_it_pass_with_a_ground_and_all_later_ones_see_it() {
        var draft = draftWith("户主身份证号" + IDENTITY + "。");
        assertThat(stop(draft).mayPass()).isTrue();
        pass(draft, desk.secrecy);
        desk.approve(draft);
        var passed = desk.look(draft, desk.leader).findings().stream().filter(f -> f.passed() != null).findFirst().orElseThrow().passed();
        assertThat(passed.ground()).isEqualTo(Ground.CONSENT);
        assertThat(passed.officer()).isEqualTo(desk.secrecy.id());
        assertThat(desk.move(draft, Move.PUBLISH, desk.leader).draft().state()).isEqualTo(State.PUBLISHED);
        var row = db.sql("select detail::text from journal_entry where act = 'draft.finding-overridden' and subject = ?").param(draft.toString())
                .query(String.class).single();
        assertThat(row).contains(passed.finding(), "consent").doesNotContain("1990", "同意书");
    }

    @Test
    void nobody_who_wrote_or_submitted_the_draft_lets_it_pass() {
        var town = Town.of(context);
        var both = town.officer(desk.office, Post.DRAFTER, Post.SECRECY);
        var draft = draftWith("户主身份证号" + IDENTITY + "。");
        refused(Reason.FORBIDDEN, () -> pass(draft, desk.drafter));
        var changed = desk.piece("征地补偿安置公告").put("body", "改过。户主身份证号" + IDENTITY + "。");
        context.getBean(Drafting.class).save(draft, changed, both);
        refused(Reason.FORBIDDEN, () -> pass(draft, both));
        refused(Reason.NOT_FOUND, () -> overriding.pass(draft, stop(draft).identity(), "consent", "", new Desk(context).leader));
        assertThat(db.sql("select count(*) from drafting_override where draft = ?").param(draft).query(Long.class).single()).isZero();
    }

    @Test
    void a_delegate_lets_pass_for_another_and_it_says_so_but_not_for_who_wrote_the_draft() {
        var town = Town.of(context);
        var writer = town.officer(desk.office, Post.DRAFTER, Post.LEADER);
        var colleague = town.officer(desk.office);
        var today = Time.dateOf(context.getBean(InstantSource.class).instant());
        var delegating = context.getBean(Delegating.class);
        delegating.delegate(new NewDelegation(Post.LEADER, desk.office.id(), colleague.id(), today, today, "外出培训"), writer);
        var delegate = context.getBean(Officers.class).byId(colleague.id()).orElseThrow();
        var draft = UUID.randomUUID();
        context.getBean(Drafting.class).save(draft, desk.piece("公告").put("body", "户主身份证号" + IDENTITY + "。"), writer);
        refused(Reason.FORBIDDEN, () -> pass(draft, delegate));
        assertThat(overriding.mayPass(desk.look(draft, delegate).draft(), delegate)).isFalse();
        var other = draftWith("户主身份证号" + IDENTITY + "。");
        assertThat(pass(other, delegate).findings()).filteredOn(found -> found.passed() != null).first()
                .extracting(found -> found.passed().behalf()).isEqualTo(writer.id());
        assertThat(db.sql("select detail ->> 'behalf' from journal_entry where act = 'draft.finding-overridden' and subject = ?")
                .param(other.toString()).query(String.class).single()).isEqualTo(writer.id().toString());
    }

    @Test
    void an_override_ends_with_the_words_it_was_given_for() {
        var draft = draftWith("户主身份证号" + IDENTITY + "。");
        pass(draft, desk.leader);
        assertThat(desk.save(draft, desk.piece("公告").put("body", "别处改了。户主身份证号" + IDENTITY + "。")).findings()).noneMatch(DraftFinding::stops);
        var other = desk.save(draft, desk.piece("公告").put("body", "户主身份证号110101199003074514。"));
        assertThat(other.findings()).anyMatch(DraftFinding::stops);
        refused(Reason.UNPROCESSABLE, () -> desk.move(draft, Move.SUBMIT, desk.drafter));
    }

    @Test
    void a_ground_is_needed_and_some_grounds_need_words() {
        var draft = draftWith("户主身份证号" + IDENTITY + "。");
        var finding = stop(draft).identity();
        refused(Reason.INVALID, () -> overriding.pass(draft, finding, "", "", desk.secrecy));
        refused(Reason.INVALID, () -> overriding.pass(draft, finding, "other", "太短", desk.secrecy));
        refused(Reason.INVALID, () -> overriding.pass(draft, finding, "consent", "户主" + IDENTITY + "同意", desk.secrecy));
        refused(Reason.NOT_FOUND, () -> overriding.pass(draft, "00000000000000000000000000000000", "consent", "", desk.secrecy));
        assertThat(stop(draft).passed()).isNull();
    }

    @Test
    void what_only_looks_like_a_number_of_a_person_is_published() {
        desk.publish(desk.piece("青自然资规〔2026〕3号").put("body", "索引号：014000060/2017-03421，统一社会信用代码91350100M000100Y43，宗地代码340823001001GB00012，"
                + "编号341202199003070051，咨询电话0555-7012318，地址：青禾县望江路18号，成交价98600000元。"));
    }

    @Test
    void a_number_in_wide_signs_or_over_two_cells_stops() {
        for (var body : new String[] {"身份证３４１２０２１９９００３０７００５Ｘ", "34120219 9003 0700 5X", "<table><tr><td>34120219900</td><td>307005X</td></tr></table>"}) {
            var draft = draftWith(body);
            refused(Reason.UNPROCESSABLE, () -> desk.move(draft, Move.SUBMIT, desk.drafter));
        }
    }

    @Test
    void a_file_with_a_number_in_its_name_is_refused_and_not_stored() {
        var draft = desk.save(desk.piece("通知"));
        long before = db.sql("select count(*) from files_file").query(Long.class).single();
        refused(Reason.UNPROCESSABLE, () -> attaching.attach(draft, "张三_身份证号110101199003074514.txt",
                new ByteArrayInputStream("内容".getBytes(StandardCharsets.UTF_8)), desk.drafter));
        assertThat(desk.look(draft, desk.drafter).draft().content().attachments()).isEmpty();
        assertThat(db.sql("select count(*) from files_file").query(Long.class).single()).isEqualTo(before);
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::reason).isEqualTo(reason);
    }
}
