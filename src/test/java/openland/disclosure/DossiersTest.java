package openland.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import openland.OpenlandTest;
import openland.base.Refusal;
import openland.base.Time;
import openland.casework.CaseState;
import openland.casework.Duties;
import openland.casework.DutyQuery;
import openland.casework.OpeningDuties;
import openland.casework.Trigger;
import openland.catalogue.Catalogue;
import openland.disclosure.Dossier.State;
import openland.drafting.Desk;
import openland.drafting.Filling;
import openland.drafting.Preconditions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenlandTest
class DossiersTest {
    private static final String NOTICE = "land-market.grant-notice";
    private static final String TRANSACTION = "land-market.transaction-notice";
    private static final String RESULT = "land-market.supply-result";

    @Autowired ApplicationContext context;
    @Autowired Dossiers dossiers;
    @Autowired OpeningDuties opening;
    @Autowired Duties duties;
    @Autowired Withdrawing withdrawing;
    @Autowired Arranging arranging;
    @Autowired Expiries expiries;
    @Autowired Disclosures disclosures;
    @Autowired Followers followers;
    @Autowired JdbcClient db;
    @Autowired InstantSource time;
    private Desk desk;
    private Filling filling;

    @BeforeEach
    void desk() {
        desk = new Desk(context);
        filling = new Filling(context);
    }

    @Autowired DossierView view;
    @Autowired PublishedDossierStore published;
    @Autowired Catalogue catalogue;

    /** Whatever a test did: the list reads what the pieces say. */
    @AfterEach
    void every_dossier_knows_what_became_public_last() {
        assertThat(db.sql("""
                select d.id from disclosure_dossier d where d.last_index is distinct from
                       (select max(c.ledger_index) from disclosure_dossier_piece p join disclosure_content c on c.disclosure = p.piece
                         where p.dossier = d.id and not p.excluded)""").query(UUID.class).list()).isEmpty();
        assertThat(db.sql("select count(*) from disclosure_dossier where last_index is not null").query(Long.class).single()).isPositive();
    }

    private static String number() {
        return "QH-" + UUID.randomUUID();
    }

    private UUID publish(String item, Map<String, String> said) {
        return filling.publish(desk, item, said);
    }

    private Dossier only(String key) {
        var found = dossiers.list(null, key, null, 10).items();
        assertThat(found).hasSize(1);
        return dossiers.find(found.getFirst().id()).orElseThrow();
    }

    private static Dossier.Step step(Dossier dossier, String stage) {
        return dossier.steps().stream().filter(step -> step.stage().equals(stage)).findFirst().orElseThrow();
    }

    @Test
    void pieces_of_three_offices_about_one_parcel_are_one_dossier() {
        var parcel = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var second = new Desk(context);
        filling.publish(second, TRANSACTION, Map.of("parcels.parcelNumber", parcel));
        var third = new Desk(context);
        filling.publish(third, RESULT, Map.of("parcelNumber", parcel));
        var dossier = only(parcel);
        assertThat(dossier.steps()).extracting(Dossier.Step::stage).contains("notice", "transaction", "result");
        assertThat(dossier.steps()).filteredOn(step -> step.stage().matches("notice|transaction|result")).extracting(Dossier.Step::state).containsOnly(State.DONE);
        assertThat(dossier.steps().stream().flatMap(step -> step.papers().stream()).map(Dossier.Paper::office))
                .containsExactlyInAnyOrder(desk.office.name(), second.office.name(), third.office.name());
    }

    @Test
    void what_was_said_and_what_was_done_differ_and_the_difference_is_marked() {
        var parcel = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "1.8", "parcels.area", "38420平方米"));
        publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "2.0", "parcels.area", "3.842公顷"));
        var rows = only(parcel).comparison().rows();
        assertThat(rows).filteredOn(Dossier.Row::differs).extracting(Dossier.Row::label).contains("容积率上限").doesNotContain("面积");
    }

    @Test
    void an_empty_number_joins_nothing() {
        var before = dossiers.list("land-supply", "", null, 1000).items().size();
        publish("land-market.allocation", Map.of("parcelNumber", ""));
        assertThat(dossiers.list("land-supply", "", null, 1000).items()).hasSize(before);
    }

    @Test
    void a_stage_that_is_late_says_by_how_much_and_why_that_day() {
        var parcel = number();
        publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel));
        opening.open(Trigger.ofItem(desk.office.id(), RESULT, LocalDate.of(2026, 10, 12), parcel, "出让合同已签", Trigger.Source.OFFICER), desk.drafter);
        var result = step(only(parcel), "result");
        assertThat(result.state()).isEqualTo(State.LATE);
        var owed = result.open().orElseThrow();
        assertThat(owed.dueOn()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(owed.lateBy()).isPositive();
        assertThat(owed.reasons()).isNotEmpty();
        publish(RESULT, Map.of("parcelNumber", parcel));
        assertThat(step(only(parcel), "notice").state()).isEqualTo(State.MISSING);
        assertThat(step(only(parcel), "result").papers()).hasSize(1);
    }

    @Test
    void a_later_stage_is_refused_while_the_earlier_one_must_still_be_shown() {
        var project = "征地" + UUID.randomUUID();
        publish("expropriation.pre-notice", Map.of("project", project));
        var early = filling.piece(desk, "expropriation.compensation-plan", Map.of("project", project));
        assertThatThrownBy(() -> filling.publish(desk, early)).isInstanceOf(Refusal.class).hasMessageContaining("起才能办下一步");
        var plan = step(only(project), "plan");
        assertThat(plan.state()).isEqualTo(State.TODO);
        assertThat(plan.notBefore()).isAfter(Time.dateOf(time.instant()));
    }

    @Test
    void an_earlier_date_of_publication_is_no_way_round_a_shortest_time() {
        var project = "征地" + UUID.randomUUID();
        var notice = publish("expropriation.pre-notice", Map.of("project", project));
        var early = filling.piece(desk, "expropriation.compensation-plan", Map.of("project", project)).put("publishedAt", "2025-11-20");
        assertThatThrownBy(() -> filling.publish(desk, early)).isInstanceOf(Refusal.class).hasMessageContaining("起才能办下一步");
        assertThat(step(only(project), "plan").papers()).isEmpty();
        var floor = db.sql("select id from casework_case where source_ref = :piece and rule_kind = 'MIN_DURATION'").param("piece", notice.toString()).query(UUID.class).single();
        assertThat(duties.byId(floor).orElseThrow().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void what_was_public_elsewhere_before_needs_no_time_that_nothing_began_here() {
        var project = "征地" + UUID.randomUUID();
        filling.publish(desk, filling.piece(desk, "expropriation.pre-notice", Map.of("project", project)).put("publishedAt", "2025-10-20"));
        filling.publish(desk, filling.piece(desk, "expropriation.compensation-plan", Map.of("project", project)).put("publishedAt", "2025-11-20"));
        assertThat(step(only(project), "plan").state()).isEqualTo(State.DONE);
    }

    @Test
    void of_very_many_pieces_of_a_stage_the_newest_readable_are_shown_and_the_others_are_listed() {
        var parcel = number();
        var first = publish(RESULT, Map.of("parcelNumber", parcel));
        var second = publish(RESULT, Map.of("parcelNumber", parcel));
        var third = publish(RESULT, Map.of("parcelNumber", parcel));
        withdrawing.withdraw(third, desk.leader, "试验撤回", "", false);
        var id = only(parcel).id();
        var row = published.byId(id).orElseThrow();
        var shown = view.of(row, catalogue.dossier(row.type()).orElseThrow(), published.keys(id), new DossierView.Members(published.members(id, 1), published.sizes(id))).orElseThrow();
        assertThat(step(shown, "result").papers()).extracting(Dossier.Paper::piece).containsExactly(second);
        assertThat(step(shown, "result").further()).isEqualTo(2);
        assertThat(step(only(parcel), "result").further()).isZero();
        var page = dossiers.papers(id, "result", null, 2);
        assertThat(page.items()).extracting(Dossier.Paper::piece).containsExactly(third, second);
        assertThat(dossiers.papers(id, "result", page.next(), 2).items()).extracting(Dossier.Paper::piece).containsExactly(first);
        assertThatThrownBy(() -> dossiers.papers(id, "none", null, 2)).isInstanceOf(Refusal.class).hasMessageContaining("没有这个环节");
        assertThatThrownBy(() -> dossiers.papers(id, "result", "x", 2)).isInstanceOf(Refusal.class).hasMessageContaining("after");
    }

    @Test
    void the_list_goes_from_page_to_page_without_a_gap_or_a_thing_twice() {
        for (int i = 0; i < 3; i++) {
            publish(RESULT, Map.of("parcelNumber", number()));
        }
        var all = dossiers.list(null, "", null, 1000).items();
        var paged = new java.util.ArrayList<Dossiers.Listed>();
        var page = dossiers.list(null, "", null, 2);
        paged.addAll(page.items());
        while (page.next() != null) {
            page = dossiers.list(null, "", page.next(), 2);
            paged.addAll(page.items());
        }
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(2);
        assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(Dossiers.Listed::lastIndex).reversed());
    }

    @Test
    void an_open_duty_of_a_thing_with_a_number_of_several_parts_is_seen_as_late() {
        var session = "县十七届人大" + UUID.randomUUID() + "会议";
        var item = "policy.proposal-reply";
        publish(item, Map.of("session", session, "number", "第1号"));
        var key = session + "/人大代表建议/第1号";
        var duty = opening.open(Trigger.ofItem(desk.office.id(), item, LocalDate.of(2026, 9, 1), key, "", Trigger.Source.OFFICER), desk.drafter).duty();
        assertThat(step(only(key), "reply").state()).isEqualTo(State.LATE);
        publish(item, Map.of("session", session, "number", "第1号", "subject", "又一次答复"));
        assertThat(duties.byId(duty.id()).orElseThrow().state()).isEqualTo(CaseState.MET);
        assertThat(step(only(key), "reply").state()).isEqualTo(State.DONE);
    }

    @Test
    void a_piece_opens_the_duty_of_the_next_stage() {
        var project = "征地" + UUID.randomUUID();
        publish("expropriation.pre-notice", Map.of("project", project, "surveyPeriod", "{\"from\":\"2026-10-09\",\"to\":\"2026-10-20\"}"));
        assertThat(duties.running(java.util.List.of(desk.office.id()), DutyQuery.ALL, 50).items())
                .anyMatch(duty -> "expropriation.survey-result".equals(duty.item()) && duty.happenedAt().toLocalDate().equals(LocalDate.of(2026, 10, 20)));
    }

    @Test
    void a_withdrawn_decision_leaves_a_line_without_title() {
        var number = "青自然资罚〔2026〕" + Math.abs(number().hashCode()) + "号";
        var piece = publish("enforcement.penalty-decision", Map.of("decisionNumber", number));
        var id = only(number).id();
        withdrawing.withdraw(piece, desk.leader, "处罚决定被复议机关撤销", "", false);
        var dossier = dossiers.find(id).orElseThrow();
        assertThat(dossier.key()).isEmpty();
        assertThat(dossier.keys()).isEmpty();
        assertThat(dossier.name()).doesNotContain(number);
        assertThat(step(dossier, "withdrawal").papers()).singleElement().satisfies(paper -> {
            assertThat(paper.title()).isNull();
            assertThat(paper.withdrawn().ground()).contains("撤销");
        });
        assertThat(dossiers.list(null, number, null, 10).items()).isEmpty();
    }

    @Test
    void a_citizen_reads_until_when_he_may_object() {
        var project = "评估" + UUID.randomUUID();
        publish("mining.evaluation-draw", Map.of("project", project, "stage", "评估报告公示", "noticePeriod", "{\"from\":\"2026-11-20\",\"to\":\"2099-12-01\"}"));
        assertThat(only(project).untils()).anySatisfy(until -> {
            assertThat(until.day()).isEqualTo(LocalDate.of(2099, 12, 1));
            assertThat(until.over()).isFalse();
        });
    }

    @Test
    void the_draft_of_a_later_stage_says_from_when_it_may_go_out() {
        var project = "征地" + UUID.randomUUID();
        publish("expropriation.pre-notice", Map.of("project", project));
        var draft = desk.look(desk.save(filling.piece(desk, "expropriation.compensation-plan", Map.of("project", project))), desk.drafter).draft();
        assertThat(context.getBean(Preconditions.class).waits(draft)).singleElement().asString().contains("起才能办下一步");
    }

    @Test
    void an_officer_takes_apart_what_are_two_and_joins_them_again() {
        var parcel = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var other = publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel));
        var whole = only(parcel).id();
        var apart = number();
        var fresh = arranging.split(whole, java.util.List.of(other), apart, "同号的是另一块地。", desk.leader);
        assertThat(only(apart).id()).isEqualTo(fresh);
        assertThat(step(only(parcel), "transaction").papers()).isEmpty();
        assertThat(step(only(apart), "transaction").papers()).hasSize(1);
        arranging.merge(fresh, whole, "还是同一块地。", desk.leader);
        assertThat(dossiers.mergedInto(fresh)).contains(whole);
        assertThat(only(apart).id()).isEqualTo(whole);
        assertThat(step(only(parcel), "transaction").papers()).hasSize(1);
    }

    @Test
    void who_has_nothing_in_a_dossier_does_not_arrange_it() {
        var parcel = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var stranger = new Desk(context).leader;
        assertThatThrownBy(() -> arranging.alias(only(parcel).id(), "别号", "多一个编号。", stranger)).isInstanceOf(Refusal.class).hasMessageContaining("本机构");
        assertThatThrownBy(() -> arranging.alias(only(parcel).id(), "别号", " ", desk.leader)).hasMessageContaining("理由");
        var alias = number();
        arranging.alias(only(parcel).id(), alias, "旧的编号。", desk.leader);
        publish(TRANSACTION, Map.of("parcels.parcelNumber", alias));
        assertThat(step(only(parcel), "transaction").papers()).hasSize(1);
    }

    @Test
    void a_mining_right_that_ends_in_three_months_is_listed_and_one_of_ten_years_is_not() {
        var today = Time.dateOf(time.instant());
        var soon = publish("mining.right-information", Map.of("rightName", "近" + number(), "term", "2016-01-01至" + today.plusMonths(3)));
        var later = publish("mining.right-information", Map.of("rightName", "远" + number(), "term", "2016-01-01至" + today.plusYears(10)));
        var over = publish("mining.right-information", Map.of("rightName", "过" + number(), "term", "2016-01-01至" + today.minusDays(5)));
        context.getBean(openland.ledger.Barrier.class).awaitPassed(disclosures.find(over).orElseThrow().editions().getLast().ledgerIndex(), java.time.Duration.ofSeconds(30));
        assertThat(expiries.list(new Expiries.Asked("mining.right-information", java.util.Set.of(desk.office.id()), false), null, 50).items())
                .extracting(Expiries.Ending::piece).contains(soon).doesNotContain(later, over);
        assertThat(expiries.list(new Expiries.Asked("mining.right-information", java.util.Set.of(desk.office.id()), true), null, 50).items())
                .singleElement().satisfies(one -> {
                    assertThat(one.piece()).isEqualTo(over);
                    assertThat(one.endsOn()).isEqualTo(today.minusDays(5));
                });
    }

    private java.util.List<String> mails(String address) {
        return db.sql("select body from delivery_message where recipient = :to order by id").param("to", address).query(String.class).list();
    }

    @Test
    void who_follows_a_dossier_hears_of_it_once_he_has_confirmed_and_no_more_when_he_has_had_enough() {
        var parcel = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var address = "u" + UUID.randomUUID().toString().replace("-", "") + "@example.gov.cn";
        followers.ask(only(parcel), address);
        followers.ask(only(parcel), address);
        assertThat(mails(address)).hasSize(1);
        var token = mails(address).getFirst().replaceFirst("(?s).*/dossiers/follow/([0-9a-f]{32}).*", "$1");
        publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel));
        assertThat(mails(address)).hasSize(1);   // not confirmed yet
        followers.confirm(token);
        publish(RESULT, Map.of("parcelNumber", parcel));
        assertThat(mails(address)).hasSize(2).last().asString().contains("全过程", "/dossiers/follow/" + token);
        followers.end(token);
        publish(RESULT, Map.of("parcelNumber", parcel));
        assertThat(mails(address)).hasSize(2);
        assertThat(followers.byToken(token)).isEmpty();
    }

    @Test
    void nobody_is_flooded_with_questions_whether_he_wants_to_follow() {
        var address = "u" + UUID.randomUUID().toString().replace("-", "") + "@example.gov.cn";
        for (int i = 0; i < 12; i++) {
            var parcel = number();
            publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
            followers.ask(only(parcel), address);
        }
        assertThat(mails(address)).hasSize(10);
    }

    @Test
    void what_was_public_before_there_were_dossiers_is_joined_and_what_an_officer_said_stays() {
        var parcel = number();
        var piece = publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var id = only(parcel).id();
        var alias = number();
        arranging.alias(id, alias, "旧的编号。", desk.leader);
        db.sql("delete from disclosure_dossier_piece where piece = :piece").param("piece", piece).update();
        assertThat(dossiers.find(id)).isEmpty();
        db.sql("update disclosure_dossier_state set declared = '' where item = :item").param("item", NOTICE).update();
        for (int batches = 0; batches < 5000 && dossiers.find(id).isEmpty(); batches++) {
            context.getBean(DossierUpkeep.class).work();
        }
        assertThat(only(alias).id()).isEqualTo(id);
        assertThat(step(only(parcel), "notice").papers()).extracting(Dossier.Paper::piece).containsExactly(piece);
    }

    private java.util.List<String> keyRows(String key) {
        return db.sql("select key from disclosure_dossier_key where key = :key union all select key from disclosure_dossier_piece where key = :key")
                .param("key", key).query(String.class).list();
    }

    @Test
    void a_number_that_only_a_withdrawn_piece_bore_is_kept_nowhere() {
        var parcel = number();
        var other = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var id = only(parcel).id();
        var second = publish(TRANSACTION, Map.of("parcels.parcelNumber", other));
        arranging.merge(only(other).id(), id, "是同一块地。", desk.leader);
        assertThat(only(parcel).keys()).containsExactlyInAnyOrder(parcel, other);
        withdrawing.withdraw(second, desk.leader, "成交被撤销", "", false);
        assertThat(only(parcel).keys()).containsExactly(parcel);
        assertThat(dossiers.list(null, other, null, 10).items()).isEmpty();
        assertThat(keyRows(other)).isEmpty();
    }

    @Test
    void a_number_that_was_corrected_away_is_kept_nowhere() {
        var wrong = number();
        var right = number();
        var piece = publish(RESULT, Map.of("parcelNumber", wrong));
        assertThat(keyRows(wrong)).isNotEmpty();
        filling.publish(desk, filling.piece(desk, RESULT, Map.of("parcelNumber", right)).put("amends", piece.toString()).put("retracts", true));
        assertThat(keyRows(wrong)).isEmpty();
        assertThat(step(only(right), "result").papers()).extracting(Dossier.Paper::piece).containsExactly(piece);
        assertThat(dossiers.list(null, wrong, null, 10).items()).isEmpty();
    }

    @Test
    void a_number_that_another_dossier_has_is_refused_and_a_merged_one_is_not_arranged() {
        var parcel = number();
        var other = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        var moved = publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel));
        publish(NOTICE, Map.of("parcels.parcelNumber", other));
        var one = only(parcel).id();
        var two = only(other).id();
        assertThatThrownBy(() -> arranging.alias(one, other, "旧的编号。", desk.leader)).isInstanceOf(Refusal.class).hasMessageContaining("合并");
        assertThatThrownBy(() -> arranging.split(one, java.util.List.of(moved), other, "另一块地。", desk.leader)).isInstanceOf(Refusal.class).hasMessageContaining("合并");
        assertThat(only(other).id()).isEqualTo(two);
        arranging.merge(two, one, "是同一块地。", desk.leader);
        assertThatThrownBy(() -> arranging.merge(one, two, "反过来。", desk.leader)).isInstanceOf(Refusal.class).hasMessageContaining("已经并入");
        assertThat(dossiers.mergedInto(one)).isEmpty();
        assertThat(only(other).id()).isEqualTo(one);
    }

    @Test
    void two_that_merge_crosswise_at_once_end_in_one_dossier() throws Exception {
        var parcel = number();
        var other = number();
        publish(NOTICE, Map.of("parcels.parcelNumber", parcel));
        publish(NOTICE, Map.of("parcels.parcelNumber", other));
        var one = only(parcel).id();
        var two = only(other).id();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var start = new java.util.concurrent.CyclicBarrier(2);
            var outcomes = threads.invokeAll(java.util.List.of(merging(one, two, start), merging(two, one, start)));
            assertThat(java.util.List.of(outcomes.getFirst().get(), outcomes.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(only(parcel).id()).isEqualTo(only(other).id());
        assertThat(step(only(parcel), "notice").papers()).hasSize(2);
    }

    private java.util.concurrent.Callable<Boolean> merging(UUID from, UUID into, java.util.concurrent.CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                arranging.merge(from, into, "是同一块地。", desk.leader);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        };
    }

    @Test
    void what_another_piece_leads_to_is_joined_anew_after_that_one() {
        var number = "青自然资规〔2026〕" + Math.abs(number().hashCode()) + "号";
        var document = filling.publish(desk, filling.piece(desk, "policy.normative-document", Map.of()).put("documentNumber", number));
        var fields = new java.util.HashMap<String, String>();
        fields.put("document", "/disclosures/" + document);
        fields.put("interpretedNumber", "");
        var interpretation = publish("policy.interpretation", fields);
        var id = dossiers.list("policy", number, null, 10).items().getFirst().id();
        db.sql("delete from disclosure_dossier_piece where dossier = :id").param("id", id).update();
        db.sql("update disclosure_dossier_state set declared = '' where item = 'policy.normative-document'").update();
        var upkeep = context.getBean(DossierUpkeep.class);
        int batches = 0;
        while (upkeep.work() && batches < 20_000) {
            batches++;
        }
        assertThat(step(dossiers.find(id).orElseThrow(), "interpretation").papers()).extracting(Dossier.Paper::piece).containsExactly(interpretation);
    }

    @Test
    void the_comparison_takes_the_row_that_bears_the_number_in_its_own_column() {
        var parcel = number();
        var notice = filling.piece(desk, NOTICE, Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "1.8"));
        var rows = (tools.jackson.databind.node.ArrayNode) notice.path("fields").path("parcels");
        var other = (tools.jackson.databind.node.ObjectNode) rows.get(0).deepCopy();
        rows.add(other.put("parcelNumber", number()).put("location", parcel).put("ratioMost", "3.0"));
        filling.publish(desk, notice);
        publish(TRANSACTION, Map.of("parcels.parcelNumber", parcel, "parcels.ratioMost", "1.8"));
        assertThat(only(parcel).comparison().rows()).filteredOn(row -> row.label().equals("容积率上限"))
                .singleElement().satisfies(row -> assertThat(row.differs()).isFalse());
    }
}
